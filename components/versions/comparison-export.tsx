"use client";

import { Button, Menu } from "@mantine/core";
import { IconFileExport } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import { exportSpeech } from "@/components/api/exports";
import { useHouseStyles } from "@/components/house-styles/use-house-styles";
import { useMessages } from "@/components/messages/messages-provider";
import { saveFile } from "@/components/shell/save-file";
import { useNotice } from "@/components/shell/use-notice";
import { PAPER_FORMATS, type PaperFormat } from "@/core/export";
import type { PaperStyleId } from "@/core/house-style";
import { PAPER_PRESETS } from "@/core/paper/preset";
import type { SpeechSummary } from "@/core/speech";
import type { VersionRef } from "@/core/version";

interface ComparisonExportProps {
  readonly speech: SpeechSummary;
  readonly from: VersionRef;
  readonly to: VersionRef;
}

/** The comparison as a paper, in the format and layout that are chosen. */
export function ComparisonExport({ speech, from, to }: ComparisonExportProps) {
  const { exports: words } = useMessages();
  const notice = useNotice();
  const own = useHouseStyles();
  const [busy, setBusy] = useState(false);
  const save = async (format: PaperFormat, style: PaperStyleId) => {
    setBusy(true);
    const request = { format, style, watermark: false, content: "comparison", from, to } as const;
    try {
      saveFile(await exportSpeech(speech.id, request), words.comparisonName(speech.title, format));
      notice.tell(words.made(speech.title));
    } catch (error) {
      notice.fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          loading={busy}
          leftSection={<IconFileExport size={15} stroke={1.6} aria-hidden />}
        >
          {words.comparison}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {PAPER_FORMATS.map((format) => (
          <Fragment key={format}>
            <Menu.Label>{words.formats[format]}</Menu.Label>
            {PAPER_PRESETS.map((style) => (
              <Menu.Item key={style} onClick={() => void save(format, style)}>
                {words.presets[style]}
              </Menu.Item>
            ))}
            {own.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => void save(format, id)}>
                {name}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
