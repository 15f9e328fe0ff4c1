"use client";

import { SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { useSending } from "@/components/form/use-sending";
import { useMessages } from "@/components/messages/messages-provider";
import { LIMITS } from "@/core/limits";
import { useWorkspace } from "../shell/workspace-context";
import { ChangeText } from "./change-text";
import { useDeciding } from "./decide";
import type { DecideRequest } from "./suggest-store";
import classes from "./suggestions.module.css";

/** So many are shown one by one; more than these are told by their number. */
const MOST_SHOWN = 3;

/** Confirms a decision on several suggestions, or on one with a reason. Mounted anew for each. */
export default function DecideDialog({ request }: { request: DecideRequest }) {
  const { editor } = useMessages();
  const { suggestions: words } = editor;
  const { suggest, suggestions, editor: tiptap } = useWorkspace();
  const { decide, mayDecide } = useDeciding();
  const [decision, setDecision] = useState(request.decision);
  const [reason, setReason] = useState("");
  const count = request.ids.size;
  // As they were asked about, whatever others settle meanwhile.
  const [asked] = useState(() => suggestions.get().filter(({ id }) => request.ids.has(id)));
  const { busy, failure, send } = useSending();
  const close = () => suggest.ask(null);
  const submit = () =>
    send(
      () => decide({ ...request, decision }, reason.trim()),
      () => {
        close();
        // Back to the text, where the next keys are meant for.
        tiptap.commands.focus();
      },
    );
  return (
    <FormDialog
      onClose={close}
      title={words.decide.title(count)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      submitLabel={words.decide.submit[decision](count)}
      busy={busy}
      failure={failure}
    >
      {count <= MOST_SHOWN && (
        <ul className={classes.list}>
          {asked.map((suggestion) => (
            <li key={suggestion.id} className={classes.asked}>
              <ChangeText change={suggestion} />
            </li>
          ))}
        </ul>
      )}
      {mayDecide && (
        <SegmentedControl
          fullWidth
          data-autofocus
          aria-label={words.decide.how}
          value={decision}
          onChange={(value) => setDecision(value as typeof decision)}
          data={[
            { value: "accept", label: words.accept },
            { value: "reject", label: words.reject },
          ]}
        />
      )}
      <Textarea
        label={words.decide.reason}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LIMITS.reasonCharacters}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
