"use client";

import { SegmentedControl } from "@mantine/core";
import { exportSpeech } from "@/components/api/exports";
import { FormDialog } from "@/components/form/form-dialog";
import { useSchemaForm } from "@/components/form/use-schema-form";
import { useMessages } from "@/components/messages/messages-provider";
import { saveFile } from "@/components/shell/save-file";
import { useNotice } from "@/components/shell/use-notice";
import { can } from "@/core/access";
import { EXPORT_FORMATS } from "@/core/export";
import { draftName } from "@/core/office-stages";
import { useThreads } from "../comments/use-threads";
import { whenSaved } from "../comments/when-saved";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { UndecidedNotice } from "../suggest/undecided-notice";
import { downloadName } from "./download-name";
import { ExportProgressLine } from "./export-progress";
import { ExportRecord } from "./export-record";
import { exportFormSchema, FIRST_CHOICE, takesAccepted } from "./export-values";
import { FormatChoices } from "./format-choices";
import { ReadingChoices } from "./reading-choices";
import { useFileWork } from "./use-file-work";

const KINDS = ["speech", "reading"] as const;

/** Which file, with what in it. Mounted anew each time it is opened. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const messages = useMessages();
  const { exports: words } = messages;
  const { connection, settings, threads: store } = useWorkspace();
  const { threads } = useThreads(store);
  const notice = useNotice();
  const work = useFileWork();
  const seesChanges = useConnectionFact(connection, ({ role }) => can(role, "see-versions"));
  const { speech } = settings;
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: exportFormSchema,
    initialValues: FIRST_CHOICE,
    submit: async (request, { isHere }) => {
      const file = await work.run(async (options) => {
        // The file is made of what the server has.
        await whenSaved(connection, options.signal);
        return exportSpeech(speech.id, request, options);
      });
      if (file === null) return;
      saveFile(file, downloadName(speech.title, draftName(messages, speech), request, messages));
      notice.tell(words.made(speech.title));
      if (isHere()) onClose();
    },
  });
  const { format } = form.values;
  // Whoever only reads the text gets no suggestions or comments with it.
  const formats = EXPORT_FORMATS.filter((value) => value !== "json" || seesChanges);
  return (
    <FormDialog
      onClose={onClose}
      title={words.open}
      onSubmit={onSubmit}
      onCancel={busy ? work.giveUp : onClose}
      submitLabel={words.submit}
      busy={busy}
      failure={failure}
    >
      <SegmentedControl
        fullWidth
        aria-label={words.kind}
        data={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={format === "reading" ? "reading" : "speech"}
        onChange={(kind) => form.setFieldValue("format", kind === "reading" ? "reading" : "docx")}
      />
      {format === "reading" ? (
        <ReadingChoices form={form} speechId={speech.id} speaker={speech.speaker} />
      ) : (
        <FormatChoices
          formats={formats}
          format={format}
          fields={form.getInputProps}
          seesChanges={seesChanges}
          threads={threads.length}
        />
      )}
      {seesChanges && takesAccepted(form.values) && (
        <UndecidedNotice text={format === "reading" ? words.undecidedPrinted : words.undecided} busy={busy} />
      )}
      {seesChanges && <ExportRecord speechId={speech.id} />}
      <ExportProgressLine progress={work.progress} />
    </FormDialog>
  );
}
