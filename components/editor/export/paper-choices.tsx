"use client";

import { Checkbox, Text } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import type { ReactNode } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import type { PaperFormat } from "@/core/export";
import { StyleChoice } from "./style-choice";

interface PaperChoicesProps {
  readonly format: PaperFormat;
  /** Props of the inputs, from the form. */
  readonly style: GetInputPropsReturnType;
  readonly watermark: GetInputPropsReturnType;
  /** What else is to be chosen, between the two. */
  readonly children?: ReactNode;
}

/** What every paper can have: a layout and a watermark; and what is said of its fonts. */
export function PaperChoices({ format, style, watermark, children }: PaperChoicesProps) {
  const { exports: words } = useMessages();
  return (
    <>
      <StyleChoice {...style} />
      {children}
      <Checkbox label={words.watermark} description={words.watermarkHint} {...watermark} />
      <Text size="xs" c="dimmed">
        {words.fonts[format]}
      </Text>
    </>
  );
}
