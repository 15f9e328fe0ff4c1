/** What imported threads do to a speech's text. */
import * as Y from "yjs";
import { comparedRanges } from "@/core/compare/carried-ranges";
import type { Comparison } from "@/core/compare/comparison";
import type { DocumentNode } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import type { PersonId, SpeechId } from "@/core/ids";
import { markPlaces, placesIn } from "./carry-marks";
import type { Rooms } from "./rooms";
import { documentIn } from "./snapshot";

/** Off this thread: everybody who types would wait for it. */
interface Comparing {
  compare(before: DocumentNode, after: DocumentNode): Promise<{ readonly comparison: Comparison }>;
}

/** Of words that somebody takes away, or puts into another line, each time while the texts are compared. */
const MOST_TRIES = 3;

export function liveImports(rooms: Rooms, comparing: Comparing) {
  /** Where the words of `text` with comments are in the speech, and the speech is written on. */
  async function places(speechId: SpeechId, text: DocumentNode) {
    const copy = createSharedDocument();
    try {
      Y.applyUpdate(copy, await rooms.textOf(speechId));
      const document = documentIn(copy);
      const { comparison } = await comparing.compare(text, document);
      return placesIn(copy, comparedRanges(comparison, text, document));
    } finally {
      copy.destroy();
    }
  }

  return {
    changed: (speechId: SpeechId) => rooms.threadsChanged(speechId),
    /** Marks the words of a text from elsewhere that are commented there and stand in the speech too. */
    async carry(speechId: SpeechId, personId: PersonId, text: DocumentNode): Promise<void> {
      let left: ReadonlySet<string> | null = null;
      for (let tries = 0; tries < MOST_TRIES && left?.size !== 0; tries += 1) {
        const found = (await places(speechId, text)).filter(({ thread }) => left?.has(thread) !== false);
        left = await rooms.mark(speechId, personId, (doc) => markPlaces(doc, found));
      }
    },
  };
}
