"use client";

import { IconMicrophone } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { loadReadingActions } from "../shell/part-loaders";
import { ToolButton } from "../toolbar/tool-button";

const ReadingActions = dynamic(laterPart(loadReadingActions));

/** Marks for whoever reads the speech aloud; printed in the reading copy only. Loaded when asked for. */
export function ReadingMenu({ disabled }: { disabled: boolean }) {
  const { reading: words } = useMessages().editor;
  const [isAsked, setIsAsked] = useState(false);
  const [isHere, setIsHere] = useState(false);
  return (
    <>
      {!isHere && (
        <ToolButton
          icon={IconMicrophone}
          label={words.menu}
          disabled={disabled}
          onClick={() => setIsAsked(true)}
        />
      )}
      {isAsked && <ReadingActions disabled={disabled} onHere={() => setIsHere(true)} />}
    </>
  );
}
