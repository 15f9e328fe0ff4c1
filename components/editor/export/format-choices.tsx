"use client";

import { SegmentedControl, Text } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import type { ExportFormat } from "@/core/export";
import { isPaper } from "./export-values";
import classes from "./format-choices.module.css";
import { type FieldProps, WordChoices } from "./word-choices";

interface FormatChoicesProps {
  /** Those to choose from. */
  readonly formats: readonly ExportFormat[];
  /** Of a text; the reading copy has choices of its own. */
  readonly format: ExportFormat | "reading";
  readonly fields: FieldProps;
  /** Whether what is proposed is anything for this person. */
  readonly seesChanges: boolean;
  /** How many there are; null where that isn't known. */
  readonly threads: number | null;
}

/** Which file, with what in it. */
export function FormatChoices({ formats, format, fields, ...paper }: FormatChoicesProps) {
  const { exports: words } = useMessages();
  return (
    <>
      <SegmentedControl
        fullWidth
        classNames={{ root: classes.formats, control: classes.format }}
        aria-label={words.format}
        data={formats.map((value) => ({ value, label: words.formats[value] }))}
        {...fields("format")}
      />
      {isPaper(format) && <WordChoices format={format} fields={fields} {...paper} />}
      {!isPaper(format) && format !== "reading" && (
        <Text size="sm" c="dimmed">
          {words.formatHints[format]}
        </Text>
      )}
    </>
  );
}
