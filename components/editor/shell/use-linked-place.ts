"use client";

import { useEffect } from "react";
import { ID_PATTERN } from "@/core/id-form";
import type { ThreadId } from "@/core/ids";
import type { ThreadStore } from "../comments/thread-store";

interface LinkedPlace {
  readonly show: (tab: string) => void;
  readonly threads: ThreadStore;
}

/** Opens what the page's address asks for: `?thread=<id>` a thread, `?panel=<tab>` a tab; see core/notice.ts. */
export function useLinkedPlace({ show, threads }: LinkedPlace): void {
  useEffect(() => {
    const asked = new URLSearchParams(window.location.search);
    const thread = asked.get("thread");
    if (thread !== null && ID_PATTERN.test(thread)) {
      threads.seek(thread as ThreadId); // it has the form of one
      show("comments");
    }
    const panel = asked.get("panel");
    if (panel === "directives" || panel === "suggestions") show(panel);
  }, [show, threads]);
}
