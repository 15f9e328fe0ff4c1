"use client";

import { useEffect, useState } from "react";
import type { HouseStyle } from "@/core/house-style";
import { listHouseStyles } from "../api/house-styles";

/** The office's own layouts; none until they are there, and none when they can't be had: the presets always are. */
export function useHouseStyles(): readonly HouseStyle[] {
  const [styles, setStyles] = useState<readonly HouseStyle[]>([]);
  useEffect(() => {
    const aborter = new AbortController();
    listHouseStyles(aborter.signal).then(setStyles, () => {});
    return () => aborter.abort();
  }, []);
  return styles;
}
