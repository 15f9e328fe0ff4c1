"use client";

import { Checkbox, Modal, Radio, Stack, Text } from "@mantine/core";
import { exportDocx } from "@/components/api/exports";
import { DialogForm } from "@/components/form/dialog-form";
import { useSchemaForm } from "@/components/form/use-schema-form";
import { useMessages } from "@/components/messages/messages-provider";
import { saveFile } from "@/components/shell/save-file";
import { useNotice } from "@/components/shell/use-notice";
import { can } from "@/core/access";
import { EXPORT_CONTENTS, type ExportContent, exportSchema } from "@/core/export";
import { PAPER_PRESETS, type PaperPresetId } from "@/core/paper/preset";
import { useThreads } from "../comments/use-threads";
import { whenSaved } from "../comments/when-saved";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { ExportRecord } from "./export-record";

/** Which paper, with what on it. Mounted anew each time it is opened. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { exports: words, general } = useMessages();
  const { connection, settings, threads: store } = useWorkspace();
  const { threads } = useThreads(store);
  const notice = useNotice();
  const seesChanges = useConnectionFact(connection, ({ role }) => can(role, "see-versions"));
  const { speech } = settings;
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: exportSchema,
    initialValues: {
      preset: "gbt9704" as PaperPresetId,
      content: "clean" as ExportContent,
      comments: false,
    },
    submit: async (request) => {
      // The file is made of what the server has.
      await whenSaved(connection);
      saveFile(await exportDocx(speech.id, request), `${speech.title}.docx`);
      notice.tell(words.made(speech.title));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={words.open} closeButtonProps={{ "aria-label": general.close }}>
      <DialogForm
        onSubmit={onSubmit}
        onCancel={onClose}
        submitLabel={words.submit}
        busy={busy}
        failure={failure}
      >
        <Radio.Group label={words.preset} {...form.getInputProps("preset")}>
          <Stack gap={10} mt={8}>
            {PAPER_PRESETS.map((preset) => (
              <Radio
                key={preset}
                value={preset}
                label={words.presets[preset]}
                description={words.presetHints[preset]}
              />
            ))}
          </Stack>
        </Radio.Group>
        {seesChanges && (
          <Radio.Group label={words.content} {...form.getInputProps("content")}>
            <Stack gap={10} mt={8}>
              {EXPORT_CONTENTS.map((content) => (
                <Radio
                  key={content}
                  value={content}
                  label={words.contents[content]}
                  description={words.contentHints[content]}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Checkbox
          label={words.comments}
          description={words.commentsHint(threads.length)}
          disabled={threads.length === 0}
          {...form.getInputProps("comments", { type: "checkbox" })}
        />
        <Text size="xs" c="dimmed">
          {words.fonts}
        </Text>
        {seesChanges && <ExportRecord speechId={speech.id} />}
      </DialogForm>
    </Modal>
  );
}
