"use client";

import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import { RefusalActions } from "@/components/sync/refusal-actions";
import { useCopyOut } from "@/components/sync/use-copy-out";
import { can, canWrite } from "@/core/access";
import { wholeText } from "../clipboard/copied-text";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import classes from "./status-bar.module.css";

/** Why nothing can be typed: refused by the server, a reader's role, or archived. */
export function ReadOnlyNotice() {
  const { editor: texts, errors, speech: words, stages } = useMessages();
  const { connection, editor, settings } = useWorkspace();
  const copyOut = useCopyOut();
  const refusal = useConnectionFact(connection, ({ save }) => (save.kind === "refused" ? save.code : null));
  const role = useConnectionFact(connection, (state) => state.role);
  const reason = reasonOf();
  if (reason === null) return null;

  function reasonOf(): string | null {
    const reads = !canWrite(role);
    if (refusal !== null && !(refusal === "forbidden" && reads)) return errors[refusal];
    if (settings.speech.archived) return texts.save.archived;
    if (settings.speech.stage === "final") return stages.final;
    if (!reads) return null;
    const roleName = words.roles[role];
    return refusal === null
      ? texts.save.readOnlyRole(roleName, can(role, "comment"))
      : texts.save.roleTaken(roleName);
  }
  return (
    <div
      className={classes.notice}
      data-refused={refusal !== null || undefined}
      role={refusal === null ? undefined : "alert"}
    >
      <IconLock size={16} aria-hidden />
      <span>
        <strong>{refusal === null ? texts.save.readOnly : texts.save.refusedTitle}</strong> {reason}
      </span>
      <Button
        size="compact-sm"
        variant={refusal === null ? "default" : "filled"}
        onClick={() => copyOut(() => wholeText(editor.state))}
      >
        {texts.save.copyEverything}
      </Button>
      {refusal !== null && <RefusalActions connection={connection} refusal={refusal} />}
    </div>
  );
}
