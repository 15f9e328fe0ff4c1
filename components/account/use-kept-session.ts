"use client";

import { useEffect } from "react";
import { getMe } from "../api";
import { IDLE_AFTER_MS, onUse } from "../api/signs-of-use";

/**
 * Renews the session of somebody who types: edits go through the socket, which can't carry a new
 * cookie, and twelve hours after the last page a writer would be signed out in mid-sentence. A page
 * that nobody touches lets its session end.
 */
export function useKeptSession(): void {
  useEffect(() => {
    let renewedAt = Date.now();
    return onUse(() => {
      if (Date.now() - renewedAt < IDLE_AFTER_MS) return;
      renewedAt = Date.now();
      // Offline, or signed out elsewhere: the socket says so, and better.
      getMe().catch(() => {});
    });
  }, []);
}
