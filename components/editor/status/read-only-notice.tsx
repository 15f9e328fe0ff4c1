"use client";

import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { RefusalActions } from "@/components/sync/refusal-actions";
import { useCopyOut } from "@/components/sync/use-copy-out";
import { can, canWrite } from "@/core/access";
import { wholeText } from "../clipboard/copied-text";
import { loadStageDialog } from "../shell/part-loaders";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import classes from "./status-bar.module.css";

const StageDialog = dynamic(laterPart(loadStageDialog));

/** Why nothing can be typed: refused by the server, a reader's role, archived, or final; then the chief opens it again. */
export function ReadOnlyNotice() {
  const { editor: texts, errors, speech: words, stages } = useMessages();
  const { connection, editor, settings } = useWorkspace();
  const copyOut = useCopyOut();
  const refusal = useConnectionFact(connection, ({ save }) => (save.kind === "refused" ? save.code : null));
  const role = useConnectionFact(connection, (state) => state.role);
  const [unlocking, setUnlocking] = useState(false);
  const { speech } = settings;
  // Of the connection it is what a closed text leaves of it.
  const mayMove = can(speech.role, "move-stage");
  const reads = !canWrite(role);
  /** Why the server refuses what was written, where the page's own reason, which says more, isn't that. */
  const refused = refusal === "forbidden" && reads ? null : refusal;
  const isFinal = refused === null && !speech.archived && speech.stage === "final";
  const reason = reasonOf();

  function reasonOf(): string | null {
    if (refused !== null) return errors[refused];
    if (speech.archived) return texts.save.archived;
    if (isFinal) return stages.final(mayMove);
    if (!reads) return null;
    const roleName = words.roles[role];
    return refusal === null
      ? texts.save.readOnlyRole(roleName, can(role, "comment"))
      : texts.save.roleTaken(roleName);
  }
  return (
    <>
      {reason !== null && (
        <div
          className={`${classes.notice} ${classes.readOnly}`}
          data-refused={refusal !== null || undefined}
          role={refusal === null ? undefined : "alert"}
        >
          <IconLock size={16} aria-hidden />
          <span>
            <strong>{refusal === null ? texts.save.readOnly : texts.save.refusedTitle}</strong> {reason}
          </span>
          <div className={classes.actions}>
            {isFinal && mayMove && (
              <Button size="compact-sm" variant="default" onClick={() => setUnlocking(true)}>
                {stages.unlock}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant={refusal === null ? "default" : "filled"}
              onClick={() => copyOut(() => wholeText(editor.state))}
            >
              {texts.save.copyEverything}
            </Button>
            {refusal !== null && <RefusalActions connection={connection} refusal={refusal} />}
          </div>
        </div>
      )}
      {/* It stays when somebody else opens the text meanwhile: what is written in it would be gone. */}
      {unlocking && (
        <StageDialog speech={speech} onClose={() => setUnlocking(false)} onMoved={settings.refresh} />
      )}
    </>
  );
}
