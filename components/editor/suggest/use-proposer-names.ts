"use client";

import { useEffect, useState } from "react";
import { listAuthors } from "@/components/api/authors";
import type { SpeechId } from "@/core/ids";

/** Names of those who propose something and aren't on the speech: who left it, and outside authors. */
export function useProposerNames(
  speechId: SpeechId,
  strangers: readonly string[],
): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = [...strangers].sort().join();
  useEffect(() => {
    if (asked === "") return;
    const stop = new AbortController();
    listAuthors(speechId, stop.signal).then(
      ({ authors }) => setNames(new Map(authors.map(({ id, name }) => [id, name]))),
      // Without them they are shown as somebody who left.
      () => undefined,
    );
    return () => stop.abort();
  }, [speechId, asked]);
  return names;
}
