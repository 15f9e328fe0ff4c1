"use client";

import { ActionIcon, Popover, Stack } from "@mantine/core";
import { IconTextSize } from "@tabler/icons-react";
import { Setting } from "@/components/account/setting";
import { useMessages } from "@/components/messages/messages-provider";
import { READING_SIZES } from "@/core/paper/reading-copy";
import { READING_LAYOUTS, type ReadingSettings } from "@/core/reading";

interface ReadingSettingsMenuProps {
  readonly settings: ReadingSettings;
  readonly onChange: (settings: ReadingSettings) => void;
}

/** The size of the type and the layout, behind one button. */
export function ReadingSettingsMenu({ settings, onChange }: ReadingSettingsMenuProps) {
  const { reading: words } = useMessages();
  return (
    <Popover position="bottom-end" shadow="md" radius="md" width={300} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={words.settings}
          title={words.settings}
        >
          <IconTextSize size={24} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Setting
            label={words.size}
            value={String(settings.size)}
            options={READING_SIZES.map((size) => ({ value: String(size), label: words.sizes[size] }))}
            onChange={(value) => {
              const size = READING_SIZES.find((known) => String(known) === value);
              if (size !== undefined) onChange({ ...settings, size });
            }}
          />
          <Setting
            label={words.layout}
            value={settings.layout}
            options={READING_LAYOUTS.map((value) => ({ value, label: words.layouts[value] }))}
            onChange={(layout) => onChange({ ...settings, layout })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
