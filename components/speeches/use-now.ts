"use client";

import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/** The time, anew each minute. Starts with the server's so that both render the same first page. */
export function useNow(serverNow: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    setNow(Date.now());
    const timer = window.setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}
