"use client";

import { Checkbox, Radio, Stack } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useMessages } from "@/components/messages/messages-provider";
import { EXPORT_CONTENTS, type PaperFormat } from "@/core/export";
import type { ExportValues } from "./export-values";
import { PaperChoices } from "./paper-choices";

/** What an input of the form is given. */
export type FieldProps = (
  name: keyof ExportValues,
  options?: { readonly type: "checkbox" },
) => GetInputPropsReturnType;

interface WordChoicesProps {
  readonly format: PaperFormat;
  readonly fields: FieldProps;
  /** Whether what is proposed is anything for this person. */
  readonly seesChanges: boolean;
  /** How many there are; null where that isn't known. */
  readonly threads: number | null;
}

/** Layout and content of a paper. */
export function WordChoices({ format, fields, seesChanges, threads }: WordChoicesProps) {
  const { exports: words } = useMessages();
  return (
    <PaperChoices
      format={format}
      style={fields("style")}
      watermark={fields("watermark", { type: "checkbox" })}
    >
      {seesChanges && (
        <Radio.Group label={words.content} {...fields("content")}>
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
        description={threads === null ? words.commentsOfEach : words.commentsHint(threads)}
        disabled={threads === 0}
        {...fields("comments", { type: "checkbox" })}
      />
    </PaperChoices>
  );
}
