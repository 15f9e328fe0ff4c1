"use client";

import { IconMicrophone } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { ToolButton } from "../toolbar/tool-button";

const ReadingActions = dynamic(
  laterPart(() => import("./reading-actions").then((module) => module.ReadingActions)),
);

/** Marks for whoever reads the speech aloud; printed in the reading copy only. Loaded when asked for. */
export function ReadingMenu({ disabled }: { disabled: boolean }) {
  const { reading: words } = useMessages().editor;
  const [isAsked, setIsAsked] = useState(false);
  if (isAsked) return <ReadingActions disabled={disabled} />;
  return (
    <ToolButton
      icon={IconMicrophone}
      label={words.menu}
      disabled={disabled}
      onClick={() => setIsAsked(true)}
    />
  );
}
