"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconMicrophone } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { CUE_KINDS, CUE_SIGNS } from "@/core/document/reading-aids";
import { loadPinyinDialog } from "../shell/part-loaders";
import { useWorkspace } from "../shell/workspace-context";
import { insertCue, toggleStress } from "./reading-marks";

const PinyinDialog = dynamic(laterPart(loadPinyinDialog));

/** The menu behind the toolbar's button. */
export default function ReadingActions({ disabled }: { disabled: boolean }) {
  const { reading: words } = useMessages().editor;
  const { editor } = useWorkspace();
  const [asksPinyin, setAsksPinyin] = useState(false);
  return (
    <>
      <Menu defaultOpened position="bottom-start" returnFocus={false} disabled={disabled}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            c={disabled ? undefined : "var(--lectern-ink)"}
            size={34}
            aria-label={words.menu}
            title={words.menu}
            aria-disabled={disabled || undefined}
            // The selection stays in the text.
            onMouseDown={(event) => event.preventDefault()}
          >
            <IconMicrophone size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{words.onlyThere}</Menu.Label>
          {CUE_KINDS.map((kind) => (
            <Menu.Item key={kind} rightSection={CUE_SIGNS[kind]} onClick={() => insertCue(editor, kind)}>
              {words.cues[kind]}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => toggleStress(editor)}>{words.stress}</Menu.Item>
          <Menu.Item onClick={() => setAsksPinyin(true)}>{words.pinyin}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asksPinyin && <PinyinDialog onClose={() => setAsksPinyin(false)} />}
    </>
  );
}
