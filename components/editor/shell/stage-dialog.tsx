"use client";

import { Alert, Radio, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { type FinalBlockersNow, moveStage, readFinalBlockers } from "@/components/api";
import { FormDialog } from "@/components/form/form-dialog";
import { useSchemaForm } from "@/components/form/use-schema-form";
import { useMessages, useOfficeStages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import { useLoaded } from "@/components/use-loaded";
import { AppError } from "@/core/errors";
import { draftName, stageName } from "@/core/office-stages";
import type { FinalBlockerKeys } from "@/core/sign-off";
import type { SpeechSummary, Stage } from "@/core/speech";
import { stageMoveSchema } from "@/core/speech-requests";
import { useKnownMembers } from "../comments/use-speech-members";
import { BlockerReasons, overridesOf, type Reasons } from "../sign-off/blocker-reasons";
import { type DraftTask, StageTasks } from "./stage-tasks";

const NO_BLOCKERS: FinalBlockersNow = { blockers: {}, names: {} };

interface StageDialogProps {
  readonly speech: SpeechSummary;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** To which stage, and what is expected then. Mounted anew each time it is opened. */
export default function StageDialog({ speech: now, onClose, onMoved }: StageDialogProps) {
  const messages = useMessages();
  const { stages: words, speech: names, fieldProblems } = messages;
  // It moves from where the speech was when it was opened, or opens a final text, whatever others do meanwhile.
  const [speech, setSpeech] = useState(now);
  // A text is closed a moment before its final draft is kept; it is one and the same.
  const isKeptSince = speech.stage === "final" && now.stage === "final" && now.drafts === speech.drafts + 1;
  if (isKeptSince) setSpeech(now);
  const isMovedSince = now.stage !== speech.stage || now.drafts !== speech.drafts;
  const notice = useNotice();
  const [refused, setRefused] = useState<FinalBlockerKeys | null>(null);
  const unlocks = speech.stage === "final";
  const stages = useOfficeStages();
  // A final text gets no further draft: it is opened again, or stays what it is.
  const others = stages.filter(({ stage }) => !unlocks || stage !== "final");
  const { members, failure: notKnown } = useKnownMembers(speech.id, now);
  const next = stages[stages.findIndex(({ stage }) => stage === speech.stage) + 1]?.stage ?? "review";
  const expected = (stage: Stage) => stages.find((each) => each.stage === stage)?.expects ?? "";
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: stageMoveSchema,
    initialValues: {
      stage: next as Stage,
      // Why a final text is opened again nobody can know before.
      note: unlocks ? "" : expected(next),
      tasks: [] as readonly DraftTask[],
      reasons: {} as Reasons,
    },
    check: ({ note, tasks }): Record<string, string> => ({
      ...(unlocks && note.trim() === "" && { note: fieldProblems.required }),
      ...(tasks.some(({ personId, what }) => personId === null || what.trim() === "") && {
        tasks: words.tasksIncomplete,
      }),
    }),
    submit: async (move, { values: { reasons }, isHere }) => {
      const shown = blockers.value?.blockers ?? null;
      const overrides = overridesOf(shown, reasons);
      setRefused(null);
      const from = { stage: speech.stage, drafts: speech.drafts };
      const version = await moveStage(speech.id, { ...move, from, overrides }).catch((error: unknown) => {
        // What is in the way may be something else by now.
        if (error instanceof AppError && error.code === "not-ready") setRefused(shown);
        blockers.reload();
        // So may the stage.
        onMoved();
        throw error;
      });
      notice.tell(words.moved(stageName(names, move.stage), version.stage?.draft ?? 1));
      onMoved();
      if (isHere()) onClose();
    },
  });
  const choose = (value: string) => {
    const stage = value as Stage; // the radios' values
    const { stage: old, note } = form.values;
    form.setFieldValue("stage", stage);
    // What the chief wrote stays; what only the office expects goes with the stage.
    if (!unlocks && note === expected(old)) form.setFieldValue("note", expected(stage));
  };
  const shownFailure = failure ?? (members.length === 0 ? notKnown : null);
  const isOvertaken = isMovedSince && failure?.code === "conflict";
  const isFinal = form.values.stage === "final";
  // Asked for anew with the choice: it is what holds at this moment that counts.
  const blockers = useLoaded(String(isFinal), async (signal) =>
    isFinal ? readFinalBlockers(speech.id, signal) : NO_BLOCKERS,
  );
  const people = new Map(Object.entries(blockers.value?.names ?? {}));
  return (
    <FormDialog
      onClose={onClose}
      title={words.title}
      onSubmit={onSubmit}
      submitLabel={words.submit}
      busy={busy}
      failure={isOvertaken ? null : shownFailure}
    >
      {isMovedSince && !busy && (
        <Alert color="vermilion" variant="light" role="alert" p="xs">
          {words.movedSince(draftName(messages, now))}
          {isOvertaken && words.notMoved}
        </Alert>
      )}
      <Radio.Group label={words.stage} {...form.getInputProps("stage")} onChange={choose}>
        <Stack gap={8} mt={8}>
          {others.map(({ stage }) => (
            <Radio
              key={stage}
              value={stage}
              label={
                stage === speech.stage ? words.nextDraft(stageName(names, stage)) : stageName(names, stage)
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      {isFinal && (
        <Alert color="gray" variant="light" p="xs">
          {words.locks}
        </Alert>
      )}
      {isFinal && (
        <BlockerReasons
          blockers={blockers.value?.blockers ?? null}
          refused={refused}
          reasons={form.values.reasons}
          names={people}
          onChange={(reasons) => form.setFieldValue("reasons", reasons)}
        />
      )}
      {!unlocks && (
        <StageTasks
          tasks={form.values.tasks}
          members={members}
          error={form.errors.tasks}
          onChange={(tasks) => form.setFieldValue("tasks", tasks)}
        />
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
    </FormDialog>
  );
}
