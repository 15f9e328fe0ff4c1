"use client";

import { useEffect } from "react";

/** Calls back whenever somebody looks at the page again: what it shows may have grown old meanwhile. */
export function usePageReturn(back: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") back();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [back]);
}
