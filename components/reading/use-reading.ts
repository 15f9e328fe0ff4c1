"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { readDirectives } from "@/components/api/directives";
import { readSignOffs, readTextToSign } from "@/components/api/sign-offs";
import { useSpeechConnection } from "@/components/sync/use-speech-connection";
import type { Directive } from "@/core/directive";
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import type { SignOffs, TextToSign } from "@/core/sign-off";
import type { SpeechSummary } from "@/core/speech";
import { changedBlocks, textBlocks } from "@/core/text/text-blocks";

/** After the last edit that arrived. */
const PAUSE_MS = 700;

interface ReadingState {
  /** What is on the page; stays until the reader asks for the new one. */
  readonly shown: TextToSign | null;
  /** The text as it is now, when it isn't what is shown. */
  readonly latest: TextToSign | null;
  /** Blocks of the shown text that others changed since the one before. */
  readonly changed: readonly number[];
  readonly signOffs: SignOffs | null;
  readonly directives: readonly Directive[];
  readonly failure: AppError | null;
}

const NOTHING: ReadingState = {
  shown: null,
  latest: null,
  changed: [],
  signOffs: null,
  directives: [],
  failure: null,
};

export interface Reading extends ReadingState {
  /** Reads everything again; a text that others changed is told and not shown. */
  readonly reload: () => Promise<void>;
  /** Shows the text as it is now; `own` is the block that the reader changed, which isn't news. */
  readonly showLatest: (own?: string) => Promise<void>;
}

/** The text to read with what is wanted of it, kept up to date without moving what is being read. */
export function useReading(speech: SpeechSummary, personId: PersonId): Reading {
  const [state, setState] = useState(NOTHING);
  const round = useRef(0);
  /** What the reader asked for and hasn't been given: a later answer gives it when it overtakes this one. */
  const wanted = useRef<{ readonly own: string | undefined } | null>(null);

  const load = useCallback(
    async (ask: { readonly own: string | undefined } | null) => {
      round.current += 1;
      const current = round.current;
      wanted.current = ask ?? wanted.current;
      try {
        // The state first: a change in between makes the text the newer of the two, and the server decides.
        const [signOffs, directives] = await Promise.all([
          readSignOffs(speech.id),
          readDirectives(speech.id),
        ]);
        const text = await readTextToSign(speech.id);
        if (round.current !== current) return;
        const show = wanted.current;
        wanted.current = null;
        setState((last) => ({ ...placed(last, text, show), signOffs, directives, failure: null }));
      } catch (error) {
        if (round.current !== current) return;
        const failure = error instanceof AppError ? error : new AppError("internal", String(error));
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
  return { ...state, reload, showLatest };
}

/** The first text, and one that the reader asked for, is shown; any other waits. */
function placed(
  last: ReadingState,
  text: TextToSign,
  show: { readonly own: string | undefined } | null,
): ReadingState {
  const { shown } = last;
  if (shown === null || shown.textHash === text.textHash) {
    return { ...last, shown: shown ?? text, latest: null };
  }
  if (show === null) return { ...last, latest: text };
  const changed = changedBlocks(shown.document, text.document).filter(
    (index) => show.own === undefined || blockText(text, index) !== show.own,
  );
  return { ...last, shown: text, latest: null, changed };
}

const blockText = ({ document }: TextToSign, index: number) => textBlocks(document)[index]?.text;
