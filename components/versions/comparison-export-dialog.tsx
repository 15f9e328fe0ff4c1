"use client";

import { Checkbox, SegmentedControl } from "@mantine/core";
import * as z from "zod";
import { exportSpeech } from "@/components/api/exports";
import { downloadName } from "@/components/editor/export/download-name";
import { ExportProgressLine } from "@/components/editor/export/export-progress";
import { FIRST_CHOICE } from "@/components/editor/export/export-values";
import { PaperChoices } from "@/components/editor/export/paper-choices";
import { useFileWork } from "@/components/editor/export/use-file-work";
import { FormDialog } from "@/components/form/form-dialog";
import { useSchemaForm } from "@/components/form/use-schema-form";
import { useMessages } from "@/components/messages/messages-provider";
import { saveFile } from "@/components/shell/save-file";
import { useNotice } from "@/components/shell/use-notice";
import { type ExportComparison, exportComparisonSchema, PAPER_FORMATS } from "@/core/export";
import { draftName } from "@/core/office-stages";
import type { SpeechSummary } from "@/core/speech";
import type { VersionRef } from "@/core/version";

export interface ComparisonExportProps {
  readonly speech: SpeechSummary;
  readonly from: VersionRef;
  readonly to: VersionRef;
}

type ComparisonValues = Pick<ExportComparison, "format" | "style" | "watermark"> & {
  readonly blackAndWhite: boolean;
};

const FIRST: ComparisonValues = {
  format: "docx",
  style: FIRST_CHOICE.style,
  watermark: false,
  blackAndWhite: false,
};

/** 花脸稿 as a file. Mounted anew each time it is opened. */
export default function ComparisonExportDialog({
  speech,
  from,
  to,
  onClose,
}: ComparisonExportProps & { readonly onClose: () => void }) {
  const messages = useMessages();
  const { exports: words } = messages;
  const notice = useNotice();
  const work = useFileWork();
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: z
      .custom<ComparisonValues>()
      .transform(({ blackAndWhite, ...chosen }): unknown => ({
        ...chosen,
        ...(chosen.format === "pdf" && blackAndWhite && { blackAndWhite }),
        content: "comparison",
        from,
        to,
      }))
      .pipe(z.unknown().pipe(exportComparisonSchema)),
    initialValues: FIRST,
    submit: async (request, { isHere }) => {
      const file = await work.run((options) => exportSpeech(speech.id, request, options));
      if (file === null) return;
      saveFile(file, downloadName(speech.title, draftName(messages, speech), request, messages));
      notice.tell(words.made(speech.title));
      if (isHere()) onClose();
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={words.comparison}
      onSubmit={onSubmit}
      onCancel={busy ? work.giveUp : onClose}
      submitLabel={words.submit}
      busy={busy}
      failure={failure}
    >
      <SegmentedControl
        fullWidth
        aria-label={words.format}
        data={PAPER_FORMATS.map((value) => ({ value, label: words.formats[value] }))}
        {...form.getInputProps("format")}
      />
      <PaperChoices
        format={form.values.format}
        style={form.getInputProps("style")}
        watermark={form.getInputProps("watermark", { type: "checkbox" })}
      >
        {form.values.format === "pdf" && (
          <Checkbox
            label={words.blackAndWhite}
            description={words.blackAndWhiteHint}
            {...form.getInputProps("blackAndWhite", { type: "checkbox" })}
          />
        )}
      </PaperChoices>
      <ExportProgressLine progress={work.progress} />
    </FormDialog>
  );
}
