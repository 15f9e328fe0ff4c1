"use client";

import { Radio, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { paperFigures } from "@/components/house-styles/paper-figures";
import { useHouseStyles } from "@/components/house-styles/use-house-styles";
import { useMessages } from "@/components/messages/messages-provider";
import { PAPER_PRESETS } from "@/core/paper/preset";

interface StyleChoiceProps {
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly error?: ReactNode;
}

/** The layouts that a paper can have: the presets, then the office's own. */
export function StyleChoice(props: StyleChoiceProps) {
  const { exports: words } = useMessages();
  const own = useHouseStyles();
  const messages = useMessages();
  return (
    <Radio.Group label={words.style} {...props}>
      <Stack gap={10} mt={8}>
        {PAPER_PRESETS.map((style) => (
          <Radio
            key={style}
            value={style}
            label={words.presets[style]}
            description={words.presetHints[style]}
          />
        ))}
        {own.map(({ id, name, paper }) => (
          <Radio key={id} value={id} label={name} description={paperFigures(paper, messages.houseStyles)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
