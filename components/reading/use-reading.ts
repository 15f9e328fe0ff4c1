"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { getSpeech } from "@/components/api";
import { readDirectives } from "@/components/api/directives";
import { onSessionChanged } from "@/components/api/session-change";
import { readSignOffs, readTextToSign } from "@/components/api/sign-offs";
import { useSpeechConnection } from "@/components/sync/use-speech-connection";
import { asAppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import type { SpeechSummary } from "@/core/speech";
import { nothingRead, type ReadingState, type Wanted, withRead } from "./reading-state";

/** After the last edit that arrived. */
const PAUSE_MS = 700;

export interface Reading extends ReadingState {
  /** Reads everything again; a text that others changed is told and not shown. */
  readonly reload: () => Promise<void>;
  /** Shows the text as it is now; `own` is the block that the reader changed, which isn't news. */
  readonly showLatest: (own?: string) => Promise<void>;
}

/** The text to read with what is wanted of it, kept up to date without moving what is being read. */
export function useReading(speech: SpeechSummary, personId: PersonId): Reading {
  const [state, setState] = useState(() => nothingRead(speech));
  const round = useRef(0);
  /** What the reader asked for and hasn't been given: a later answer gives it when it overtakes this one. */
  const wanted = useRef<Wanted | null>(null);

  const load = useCallback(
    async (ask: Wanted | null) => {
      round.current += 1;
      const current = round.current;
      wanted.current = ask ?? wanted.current;
      try {
        // The state first: a change in between makes the text the newer of the two, and the server decides.
        const [fresh, signOffs, directives] = await Promise.all([
          getSpeech(speech.id),
          readSignOffs(speech.id),
          readDirectives(speech.id),
        ]);
        const text = await readTextToSign(speech.id);
        if (round.current !== current) return;
        const show = wanted.current;
        wanted.current = null;
        setState((last) => withRead(last, { text, speech: fresh, signOffs, directives }, show));
      } catch (error) {
        if (round.current !== current) return;
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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void reload(), PAUSE_MS);
    };
    connection.doc.on("update", soon);
    const stop = connection.onThreadsChanged(soon);
    return () => {
      clearTimeout(timer);
      connection.doc.off("update", soon);
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
