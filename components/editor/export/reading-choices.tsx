"use client";

import { Checkbox, SegmentedControl, Stack, Text } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useEffect, useRef } from "react";
import { readReadingSize } from "@/components/api/exports";
import { useMessages } from "@/components/messages/messages-provider";
import { PAPER_FORMATS } from "@/core/export";
import type { SpeechId } from "@/core/ids";
import { READING_SIZES, type ReadingSize } from "@/core/paper/reading-copy";
import type { ExportValues } from "./export-values";

interface ReadingChoicesProps {
  readonly form: UseFormReturnType<ExportValues>;
  readonly speechId: SpeechId;
  readonly speaker: string;
}

/** Size of type, file and watermark of the reading copy; begins with what its speaker had last. */
export function ReadingChoices({ form, speechId, speaker }: ReadingChoicesProps) {
  const { exports: words } = useMessages();
  const { setFieldValue, isTouched } = form;
  const setSize = useRef((size: ReadingSize) => {
    if (!isTouched("size")) setFieldValue("size", size);
  });
  useEffect(() => {
    const aborter = new AbortController();
    // Without an answer the first size stands, which can be changed.
    readReadingSize(speechId, aborter.signal).then(setSize.current, () => undefined);
    return () => aborter.abort();
  }, [speechId]);
  return (
    <Stack gap={12}>
      <div>
        <Text size="sm" fw={500} mb={6}>
          {words.readingSize}
        </Text>
        <SegmentedControl
          fullWidth
          aria-label={words.readingSize}
          data={READING_SIZES.map((size) => ({ value: String(size), label: words.points(size) }))}
          value={String(form.values.size)}
          onChange={(value) => {
            form.setTouched({ size: true });
            // The control offers no other.
            form.setFieldValue("size", Number(value) as ReadingSize);
          }}
        />
      </div>
      <SegmentedControl
        fullWidth
        aria-label={words.format}
        data={PAPER_FORMATS.map((value) => ({ value, label: words.formats[value] }))}
        {...form.getInputProps("readingFormat")}
      />
      <Checkbox
        label={words.watermark}
        description={words.watermarkHint}
        {...form.getInputProps("watermark", { type: "checkbox" })}
      />
      <Text size="sm" c="dimmed">
        {words.readingHint}
      </Text>
      <Text size="xs" c="dimmed">
        {speaker === "" ? words.readingNobody : words.readingRemembered(speaker)}
      </Text>
    </Stack>
  );
}
