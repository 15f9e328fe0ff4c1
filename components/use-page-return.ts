"use client";

import { useEffect } from "react";

/** Calls back whenever somebody looks at the page again: what it shows may have grown old meanwhile. */
export function usePageReturn(back: () => void): void {
  useEffect(() => {
    const look = () => {
      // Without a network what is shown is the newest that can be had.
      if (document.visibilityState === "visible" && navigator.onLine) back();
    };
    document.addEventListener("visibilitychange", look);
    // Windows side by side are never hidden.
    window.addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, [back]);
}
