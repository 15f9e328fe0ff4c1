"use client";

import { useEffect } from "react";
import { getMe } from "../api";

/** Far below a session's twelve hours, rare enough not to matter. */
const RENEW_MS = 30 * 60 * 1000;

/** Handwriting and dictation bring input without keys. */
const SIGNS_OF_USE = ["keydown", "input", "pointerdown"] as const;

/**
 * Renews the session of somebody who types: edits go through the socket, which can't carry a new
 * cookie, and twelve hours after the last page a writer would be signed out in mid-sentence. A page
 * that nobody touches lets its session end.
 */
export function useKeptSession(): void {
  useEffect(() => {
    let renewedAt = Date.now();
    const renew = () => {
      if (Date.now() - renewedAt < RENEW_MS) return;
      renewedAt = Date.now();
      // Offline, or signed out elsewhere: the socket says so, and better.
      getMe().catch(() => {});
    };
    for (const event of SIGNS_OF_USE) document.addEventListener(event, renew, true);
    return () => {
      for (const event of SIGNS_OF_USE) document.removeEventListener(event, renew, true);
    };
  }, []);
}
