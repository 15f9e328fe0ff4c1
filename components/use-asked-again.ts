"use client";

import { useEffect, useRef } from "react";
import { onSessionChanged } from "./api/session-change";

/** Asks again for what couldn't be had, as soon as the network, or a session, is back. */
export function useAskedAgain(isMissing: boolean, ask: () => void): void {
  const asked = useRef(ask);
  asked.current = ask;
  useEffect(() => {
    if (!isMissing) return;
    const again = () => asked.current();
    const stop = onSessionChanged(again);
    window.addEventListener("online", again);
    return () => {
      stop();
      window.removeEventListener("online", again);
    };
  }, [isMissing]);
}
