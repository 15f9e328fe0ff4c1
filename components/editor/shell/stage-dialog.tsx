"use client";

import { Alert, Modal, Radio, Stack, Textarea } from "@mantine/core";
import { moveStage } from "@/components/api";
import { DialogForm } from "@/components/form/dialog-form";
import { useSchemaForm } from "@/components/form/use-schema-form";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import { type SpeechSummary, STAGES, stageMoveSchema } from "@/core/speech";

interface StageDialogProps {
  readonly speech: SpeechSummary;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** To which stage, and what is expected then. Mounted anew each time it is opened. */
export function StageDialog({ speech, onClose, onMoved }: StageDialogProps) {
  const { stages: words, speech: names, general, fieldProblems } = useMessages();
  const notice = useNotice();
  const unlocks = speech.stage === "final";
  const next = STAGES[STAGES.indexOf(speech.stage) + 1] ?? "review";
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: stageMoveSchema,
    initialValues: { stage: next as (typeof STAGES)[number], note: "" },
    check: ({ note }) =>
      unlocks && note.trim() === "" ? { note: fieldProblems.required } : ({} as Record<string, string>),
    submit: async (move) => {
      const version = await moveStage(speech.id, move);
      notice.tell(words.moved(names.stages[move.stage], version.stage?.draft ?? 1));
      onMoved();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={words.title} closeButtonProps={{ "aria-label": general.close }}>
      <DialogForm
        onSubmit={onSubmit}
        onCancel={onClose}
        submitLabel={words.submit}
        busy={busy}
        failure={failure}
      >
        <Radio.Group label={words.stage} {...form.getInputProps("stage")}>
          <Stack gap={8} mt={8}>
            {STAGES.map((stage) => (
              <Radio
                key={stage}
                value={stage}
                disabled={unlocks && stage === "final"}
                label={stage === speech.stage ? words.nextDraft(names.stages[stage]) : names.stages[stage]}
              />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.stage === "final" && (
          <Alert color="gray" variant="light" p="xs">
            {words.locks}
          </Alert>
        )}
        <Textarea
          label={unlocks ? words.reason : words.note}
          description={unlocks ? undefined : words.noteHint}
          required={unlocks}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          {...form.getInputProps("note")}
        />
      </DialogForm>
    </Modal>
  );
}
