import type { SpeechPage } from "@/core/speech";

/** The next page after those shown; a speech that moved between the two requests is kept once. */
export function withMore(shown: SpeechPage, next: SpeechPage): SpeechPage {
  const known = new Set(shown.speeches.map((speech) => speech.id));
  return {
    speeches: [...shown.speeches, ...next.speeches.filter((speech) => !known.has(speech.id))],
    nextCursor: next.nextCursor,
  };
}

/**
 * Fresh figures and presence in the rows where they stand, new speeches on top. Rows don't change
 * places by themselves: the one under somebody's finger would be another by the time it is pressed.
 */
export function withFresh(shown: SpeechPage, firstPage: SpeechPage): SpeechPage {
  const fresh = new Map(firstPage.speeches.map((speech) => [speech.id, speech]));
  const known = new Set(shown.speeches.map((speech) => speech.id));
  const complete = shown.nextCursor === null && firstPage.nextCursor === null;
  const kept = shown.speeches
    // Only where the answer holds the whole list is a missing speech one that isn't open to us now.
    .filter((speech) => !complete || fresh.has(speech.id))
    .map((speech) => fresh.get(speech.id) ?? speech);
  const added = firstPage.speeches.filter((speech) => !known.has(speech.id));
  return { speeches: [...added, ...kept], nextCursor: shown.nextCursor };
}
