"use client";

import { Checkbox, ScrollArea, Stack, Text } from "@mantine/core";
import * as z from "zod";
import { can } from "@/core/access";
import { type ExportSeveral, exportSeveralSchema, PAPER_FORMATS, TEXT_FORMATS } from "@/core/export";
import { LIMITS } from "@/core/limits";
import { draftName } from "@/core/office-stages";
import type { SpeechSummary } from "@/core/speech";
import { exportSpeeches } from "../api/exports";
import { nameEnd } from "../editor/export/download-name";
import { ExportProgressLine } from "../editor/export/export-progress";
import { type ExportValues, FIRST_CHOICE, requestOf, takesAccepted } from "../editor/export/export-values";
import { FormatChoices } from "../editor/export/format-choices";
import { useFileWork } from "../editor/export/use-file-work";
import { FormDialog } from "../form/form-dialog";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { saveFile } from "../shell/save-file";
import { useNotice } from "../shell/use-notice";

/** What is to be imported again is one speech, a file of its own. */
const FORMATS = [...PAPER_FORMATS, ...TEXT_FORMATS];

interface SeveralValues {
  readonly speeches: ExportSeveral["speeches"];
  readonly request: ExportValues;
}

const severalFormSchema = z
  .custom<SeveralValues>()
  .transform(({ speeches, request }): unknown => ({ speeches, request: requestOf(request) }))
  .pipe(z.unknown().pipe(exportSeveralSchema));

interface ExportSpeechesDialogProps {
  /** The rows that are listed. */
  readonly speeches: readonly SpeechSummary[];
  readonly onClose: () => void;
}

/** Several speeches as one ZIP. Mounted anew each time it is opened. */
export function ExportSpeechesDialog({ speeches, onClose }: ExportSpeechesDialogProps) {
  const messages = useMessages();
  const { exports: words } = messages;
  const notice = useNotice();
  const work = useFileWork();
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: severalFormSchema,
    initialValues: { speeches: [] as ExportSeveral["speeches"], request: FIRST_CHOICE },
    check: (values): Record<string, string> =>
      values.speeches.length === 0 ? { speeches: words.chooseSome } : {},
    submit: async (several, { isHere }) => {
      const ends = speeches
        .filter(({ id }) => several.speeches.includes(id))
        .map((speech) => [speech.id, nameEnd(draftName(messages, speech), several.request, messages)]);
      const named = { ...several, nameEnds: Object.fromEntries(ends) };
      const received = await work.run((options) => exportSpeeches(named, options));
      if (received === null) return;
      saveFile(received.file, words.zipName);
      const { length: missing } = received.leftOut;
      notice.tell(words.madeSeveral(several.speeches.length - missing));
      if (missing > 0) notice.tell(words.leftOut(missing));
      if (isHere()) onClose();
    },
  });
  const chosen = form.values.speeches;
  const { format } = form.values.request;
  const selectable = speeches.slice(0, LIMITS.exportsAtOnce).map(({ id }) => id);
  const isAll = chosen.length === selectable.length;
  const seesChanges = speeches.some(({ id, role }) => chosen.includes(id) && can(role, "see-versions"));
  return (
    <FormDialog
      onClose={onClose}
      title={words.openSeveral}
      onSubmit={onSubmit}
      onCancel={busy ? work.giveUp : onClose}
      submitLabel={words.submit}
      busy={busy}
      failure={failure}
    >
      <Checkbox
        label={words.chooseAll(selectable.length)}
        checked={isAll}
        indeterminate={chosen.length > 0 && !isAll}
        onChange={() => form.setFieldValue("speeches", isAll ? [] : selectable)}
      />
      <Checkbox.Group aria-label={words.speeches} {...form.getInputProps("speeches")}>
        <ScrollArea.Autosize mah={220} type="auto">
          <Stack gap={8} pr={12} pl={2} py={2}>
            {speeches.map(({ id, title }) => (
              <Checkbox
                key={id}
                value={id}
                label={title}
                disabled={!chosen.includes(id) && chosen.length >= LIMITS.exportsAtOnce}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Checkbox.Group>
      <FormatChoices
        formats={FORMATS}
        format={format}
        fields={(name, options) => form.getInputProps(`request.${name}`, options)}
        seesChanges={seesChanges}
        threads={null}
      />
      {seesChanges && takesAccepted(form.values.request) && (
        <Text size="xs" c="dimmed">
          {words.undecidedOfEach}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {words.eachOnRecord}
      </Text>
      <ExportProgressLine progress={work.progress} />
    </FormDialog>
  );
}
