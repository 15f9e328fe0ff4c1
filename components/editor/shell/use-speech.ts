"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { changeSpeech, getSpeech } from "@/components/api";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import { isReturn } from "@/components/use-fresh-return";
import type { SpeechSummary } from "@/core/speech";
import type { SpeechChange } from "@/core/speech-requests";

/** The speech's row: title and settings, as they are on the server now. */
export interface SpeechSettings {
  readonly speech: SpeechSummary;
  /** Resolves to whether the server took it; says so when it didn't. */
  readonly change: (change: SpeechChange) => Promise<boolean>;
  /** Somebody changed the row: fetch it again. */
  readonly refresh: () => void;
}

/** The row as the page was served with it, kept up to date by what is changed here, by `refresh` and by going back. */
export function useSpeech(initial: SpeechSummary): SpeechSettings {
  const { general } = useMessages();
  const { fail } = useNotice();
  const [speech, setSpeech] = useState(initial);
  const { id } = initial;

  const change = useCallback(
    async (wanted: SpeechChange) => {
      try {
        setSpeech(await changeSpeech(id, wanted));
        return true;
      } catch (error) {
        fail(error);
        return false;
      }
    },
    [id, fail],
  );

  const asked = useRef(0);
  const refresh = useCallback(() => {
    asked.current += 1;
    const question = asked.current;
    getSpeech(id).then(
      // An answer that was overtaken tells what was.
      (answer) => question === asked.current && setSpeech(answer),
      // Offline or no longer a member: the connection tells that; the last known row stays on the page.
      () => undefined,
    );
  }, [id]);

  useEffect(() => {
    if (isReturn(initial)) refresh();
  }, [initial, refresh]);

  useEffect(() => {
    document.title = `${speech.title} · ${general.product}`;
  }, [speech.title, general.product]);

  return useMemo(() => ({ speech, change, refresh }), [speech, change, refresh]);
}
