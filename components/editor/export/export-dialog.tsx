"use client";

import { Modal, SegmentedControl, Text } from "@mantine/core";
import { exportSpeech } from "@/components/api/exports";
import { DialogForm } from "@/components/form/dialog-form";
import { useSchemaForm } from "@/components/form/use-schema-form";
import { useMessages } from "@/components/messages/messages-provider";
import { saveFile } from "@/components/shell/save-file";
import { useNotice } from "@/components/shell/use-notice";
import { can } from "@/core/access";
import { EXPORT_FORMATS } from "@/core/export";
import { useThreads } from "../comments/use-threads";
import { whenSaved } from "../comments/when-saved";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { ExportRecord } from "./export-record";
import { exportFormSchema, FIRST_CHOICE, isPaper } from "./export-values";
import { ReadingChoices } from "./reading-choices";
import { WordChoices } from "./word-choices";

const KINDS = ["speech", "reading"] as const;

/** Which file, with what in it. Mounted anew each time it is opened. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { exports: words, general } = useMessages();
  const { connection, settings, threads: store } = useWorkspace();
  const { threads } = useThreads(store);
  const notice = useNotice();
  const seesChanges = useConnectionFact(connection, ({ role }) => can(role, "see-versions"));
  const { speech } = settings;
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: exportFormSchema,
    initialValues: FIRST_CHOICE,
    submit: async (request) => {
      // The file is made of what the server has.
      await whenSaved(connection);
      saveFile(await exportSpeech(speech.id, request), `${speech.title}.${request.format}`);
      notice.tell(words.made(speech.title));
      onClose();
    },
  });
  const { format } = form.values;
  // Whoever only reads the text gets no suggestions or comments with it.
  const formats = EXPORT_FORMATS.filter((value) => value !== "json" || seesChanges);
  return (
    <Modal opened onClose={onClose} title={words.open} closeButtonProps={{ "aria-label": general.close }}>
      <DialogForm
        onSubmit={onSubmit}
        onCancel={onClose}
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
          <>
            <SegmentedControl
              fullWidth
              aria-label={words.format}
              data={formats.map((value) => ({ value, label: words.formats[value] }))}
              {...form.getInputProps("format")}
            />
            {isPaper(format) ? (
              <WordChoices form={form} seesChanges={seesChanges} threads={threads.length} />
            ) : (
              <Text size="sm" c="dimmed">
                {words.formatHints[format]}
              </Text>
            )}
          </>
        )}
        {seesChanges && <ExportRecord speechId={speech.id} />}
      </DialogForm>
    </Modal>
  );
}
