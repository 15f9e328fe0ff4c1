"use client";

import { useEffect, useState } from "react";
import { serverNow } from "@/components/server-clock";

const MINUTE_MS = 60_000;

/** The server's time, anew each minute. Starts with that of the page's making so that both render the same first page. */
export function useNow(servedAt: number): number {
  const [now, setNow] = useState(servedAt);
  useEffect(() => {
    setNow(serverNow());
    const timer = window.setInterval(() => setNow(serverNow()), MINUTE_MS);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}
