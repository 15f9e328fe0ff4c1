"use client";

import { useEffect, useRef, useState } from "react";
import type { FileRequest } from "@/components/api/request-file";
import type { ExportProgress } from "@/core/export";

/** A file in the making: what is being done to it, and the way to give it up. Closing gives it up too. */
export function useFileWork() {
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);

  /** Null when it was given up. */
  async function run<Result>(work: (options: FileRequest) => Promise<Result>): Promise<Result | null> {
    const own = new AbortController();
    underWay.current = own;
    setProgress({ stage: "reading" });
    try {
      return await work({ signal: own.signal, onProgress: setProgress });
    } catch (error) {
      if (own.signal.aborted) return null;
      throw error;
    } finally {
      underWay.current = null;
      setProgress(null);
    }
  }

  return { progress, run, giveUp: () => underWay.current?.abort() };
}
