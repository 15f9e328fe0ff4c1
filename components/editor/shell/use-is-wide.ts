"use client";

import { useMediaQuery } from "@mantine/hooks";

/** Whether sides have room beside the page. Else they lie over it, and cards stand in a list, not beside their text. */
export function useIsWide(): boolean {
  return useMediaQuery("(min-width: 68.75em)", true, { getInitialValueInEffect: false }) ?? true;
}
