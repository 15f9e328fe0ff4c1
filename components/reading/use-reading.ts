"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { getSpeech } from "@/components/api";
import { readDirectives } from "@/components/api/directives";
import { onSessionChanged } from "@/components/api/session-change";
import { readSignOffs, readTextToSign } from "@/components/api/sign-offs";
import { pausing } from "@/components/editor/pausing";
import { useSpeechConnection } from "@/components/sync/use-speech-connection";
import { asAppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import type { SpeechSummary } from "@/core/speech";
import { nothingRead, type ReadingState, type Wanted, withRead } from "./reading-state";

/** While others type without a pause too: what is signed must not look like the text when it isn't any more. */
const PATIENCE = { pauseMs: 700, longestWaitMs: 1500 };

export interface Reading extends ReadingState {
  /** Reads everything again; a text that others changed is told and not shown. */
  readonly reload: () => Promise<void>;
  /** Shows the text as it is now; `own` is the block that the reader changed, which isn't news. */
  readonly showLatest: (own?: string) => Promise<void>;
}

/** The text to read with what is wanted of it, kept up to date without moving what is being read. */
export function useReading(speech: SpeechSummary, personId: PersonId): Reading {
  const [state, setState] = useState(() => nothingRead(speech));
  const asked = useRef(0);
  /** Of the answer that is on the page; one asked for earlier comes too late. */
  const answered = useRef(0);
  /** What the reader asked for and hasn't been given: a later answer gives it when it overtakes this one. */
  const wanted = useRef<{ readonly ask: Wanted; readonly round: number } | null>(null);

  const load = useCallback(
    async (ask: Wanted | null) => {
      asked.current += 1;
      const round = asked.current;
      if (ask !== null) wanted.current = { ask, round };
      const isLate = () => round < Math.max(answered.current, wanted.current?.round ?? 0);
      try {
        // The state first: a change in between makes the text the newer of the two, and the server decides.
        const [fresh, signOffs, directives] = await Promise.all([
          getSpeech(speech.id),
          readSignOffs(speech.id),
          readDirectives(speech.id),
        ]);
        const text = await readTextToSign(speech.id);
        if (isLate()) return;
        answered.current = round;
        const show = wanted.current?.ask ?? null;
        wanted.current = null;
        setState((last) => withRead(last, { text, speech: fresh, signOffs, directives }, show));
      } catch (error) {
        if (isLate()) return;
        const failure = asAppError(error);
        setState((last) => ({ ...last, failure }));
      }
    },
    [speech.id],
  );
  const reload = useCallback(() => load(null), [load]);
  const showLatest = useCallback((own?: string) => load({ own }), [load]);

  const connection = useSpeechConnection({
    speechId: speech.id,
    personId,
    role: speech.role,
    reloadsFreely: true, // what is begun here is kept: kept-texts.ts
    onSpeechChanged: () => void reload(),
  });
  useEffect(() => {
    void reload();
    if (connection === null) return;
    const soon = pausing(() => void reload(), PATIENCE);
    connection.doc.on("update", soon.request);
    const stop = connection.onThreadsChanged(soon.request);
    return () => {
      soon.cancel();
      connection.doc.off("update", soon.request);
      stop();
    };
  }, [connection, reload]);
  useEffect(
    () =>
      onSessionChanged(() => {
        connection?.retry();
        void reload();
      }),
    [connection, reload],
  );
  return { ...state, reload, showLatest };
}
