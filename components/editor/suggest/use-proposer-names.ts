"use client";

import { useEffect, useState } from "react";
import { listAuthors } from "@/components/api/authors";
import type { SpeechId } from "@/core/ids";

interface ProposerNames {
  readonly names: ReadonlyMap<string, string>;
  /** Not all of them were answered yet. */
  readonly isAsking: boolean;
}

/** Names of those who propose something and aren't on the speech: who left it, and outside authors. */
export function useProposerNames(speechId: SpeechId, strangers: readonly string[]): ProposerNames {
  const [known, setKnown] = useState({ asked: "", names: new Map<string, string>() });
  const asked = [...strangers].sort().join();
  useEffect(() => {
    if (asked === "") return;
    const stop = new AbortController();
    listAuthors(speechId, stop.signal).then(
      ({ authors }) => setKnown({ asked, names: new Map(authors.map(({ id, name }) => [id, name])) }),
      // Without them they are shown as somebody who left.
      () => !stop.signal.aborted && setKnown(({ names }) => ({ asked, names })),
    );
    return () => stop.abort();
  }, [speechId, asked]);
  return { names: known.names, isAsking: asked !== "" && asked !== known.asked };
}
