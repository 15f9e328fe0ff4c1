"use client";

import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useEffect, useState } from "react";
import { useIsWide } from "./use-is-wide";

/** What stands around the text. */
export type Side = "outline" | "panel" | "preview";

export interface Sides {
  /** Whether sides stand beside the page; else they lie over it. */
  readonly isWide: boolean;
  /** The preview takes the panel's place: at most one of the two is open. */
  readonly open: Readonly<Record<Side, boolean>>;
  readonly toggle: (side: Side) => void;
  readonly showPanel: () => void;
  readonly showPreview: () => void;
}

interface Chosen extends Readonly<Record<Side, boolean>> {
  /** Asked for beside the preview, where it is folded away for want of room. */
  readonly unfolded: boolean;
}

/** What is open around the page. Where three would leave it no room, the outline folds for the preview. */
export function useSides(): Sides {
  const isWide = useIsWide();
  const isRoomy = useMediaQuery("(min-width: 90em)", true, { getInitialValueInEffect: false }) ?? true;
  const [chosen, setChosen] = useState<Chosen>(() => begun(isWide));
  // A turned tablet: what stood beside the page would lie over it as a drawer.
  useEffect(() => setChosen(({ preview }) => ({ ...begun(isWide), preview })), [isWide]);
  const isFolded = ({ preview, unfolded }: Chosen) => preview && !isRoomy && !unfolded;
  const toggle = (side: Side) =>
    setChosen((now) => {
      if (side === "panel") return { ...now, panel: now.preview || !now.panel, preview: false };
      if (side === "preview") return { ...now, preview: !now.preview, unfolded: false };
      return isFolded(now) ? { ...now, outline: true, unfolded: true } : { ...now, outline: !now.outline };
    });
  const showPanel = useCallback(() => setChosen((now) => ({ ...now, panel: true, preview: false })), []);
  const showPreview = useCallback(
    // A drawer would be what is left behind the sheet.
    () => setChosen((now) => ({ ...now, panel: now.panel && isWide, preview: true, unfolded: false })),
    [isWide],
  );
  const open = {
    outline: chosen.outline && !isFolded(chosen),
    panel: chosen.panel && !chosen.preview,
    preview: chosen.preview,
  };
  return { isWide, open, toggle, showPanel, showPreview };
}

const begun = (isWide: boolean): Chosen => ({
  outline: isWide,
  panel: isWide,
  preview: false,
  unfolded: false,
});
