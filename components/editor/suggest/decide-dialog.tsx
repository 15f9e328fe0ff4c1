"use client";

import { SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { useSending } from "@/components/form/use-sending";
import { useMessages } from "@/components/messages/messages-provider";
import { LIMITS } from "@/core/limits";
import { useWorkspace } from "../shell/workspace-context";
import { useDeciding } from "./decide";
import type { DecideRequest } from "./suggest-store";

/** Confirms a decision on several suggestions, or on one with a reason. Mounted anew for each. */
export default function DecideDialog({ request }: { request: DecideRequest }) {
  const { editor } = useMessages();
  const { suggestions: words } = editor;
  const { suggest, editor: tiptap } = useWorkspace();
  const { decide, mayDecide } = useDeciding();
  const [decision, setDecision] = useState(request.decision);
  const [reason, setReason] = useState("");
  const count = request.ids.size;
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
