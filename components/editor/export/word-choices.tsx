"use client";

import { Checkbox, Radio, Stack, Text } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useMessages } from "@/components/messages/messages-provider";
import { EXPORT_CONTENTS } from "@/core/export";
import { PAPER_PRESETS } from "@/core/paper/preset";
import type { ExportValues } from "./export-values";

interface WordChoicesProps {
  readonly form: UseFormReturnType<ExportValues>;
  /** Whether what is proposed is anything for this person. */
  readonly seesChanges: boolean;
  /** How many there are. */
  readonly threads: number;
}

/** Layout and content of a paper. */
export function WordChoices({ form, seesChanges, threads }: WordChoicesProps) {
  const { exports: words } = useMessages();
  return (
    <>
      <Radio.Group label={words.style} {...form.getInputProps("style")}>
        <Stack gap={10} mt={8}>
          {PAPER_PRESETS.map((style) => (
            <Radio
              key={style}
              value={style}
              label={words.presets[style]}
              description={words.presetHints[style]}
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
        description={words.commentsHint(threads)}
        disabled={threads === 0}
        {...form.getInputProps("comments", { type: "checkbox" })}
      />
      <Text size="xs" c="dimmed">
        {words.fonts[form.values.format === "pdf" ? "pdf" : "docx"]}
      </Text>
    </>
  );
}
