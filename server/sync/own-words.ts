/**
 * Words that somebody wrote under another person's insertion become an insertion of their own: of a suggestion nobody
 * but its proposer says what it is. It isn't refused, since two honest edits that cross may come to the same.
 */
import { diffArrays } from "diff";
import * as Y from "yjs";
import { IdRanges } from "@/core/authors/id-ranges";
import { FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import type { Suggestion } from "@/core/document/suggestion";
import { INSERTION } from "@/core/document/suggestion-marks";
import type { Struct } from "./accepted-state";
import { keyOf } from "./accepted-text";
import { lettersIn } from "./letters";
import { insertionIn } from "./person-marks";
import type { ProposedWords } from "./proposed-words";

/** New letters side by side under one insertion. */
interface Run {
  readonly index: number;
  readonly text: string;
  readonly insertion: NonNullable<ReturnType<typeof insertionIn>>;
}

/**
 * The update that has to follow, under a client id of its own; null for none. `updates`: the whole text with the
 * message in it, whose structs those are; `suggestion` names its sender.
 */
export function givenToTheirWriter(
  updates: readonly Uint8Array[],
  structs: readonly Struct[],
  words: ProposedWords,
  suggestion: Suggestion,
): Uint8Array | null {
  const doc = createSharedDocument();
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    const ranges = structs.map(({ id, length }) => ({ clientId: id.client, clock: id.clock, length }));
    const isNew = new IdRanges(ranges);
    let put: Uint8Array | null = null;
    doc.on("update", (bytes: Uint8Array) => {
      put = bytes;
    });
    doc.transact(() => {
      for (const text of doc.getXmlFragment(FRAGMENT).createTreeWalker((node) => node instanceof Y.XmlText)) {
        // The walker yields what the filter lets through.
        give(text as Y.XmlText, isNew, words, suggestion);
      }
    });
    return put;
  } finally {
    doc.destroy();
  }
}

type Ranges = IdRanges<{ readonly clientId: number; readonly clock: number; readonly length: number }>;

function give(text: Y.XmlText, isNew: Ranges, words: ProposedWords, suggestion: Suggestion): void {
  for (const { index, text: letters, insertion } of newRuns(text, isNew)) {
    if (insertion.person === suggestion.person) continue;
    const stood = words.latestWithout(keyOf(insertion), letters);
    if (stood === null) continue;
    const own = { ...suggestion, begins: insertion.begins };
    let at = index;
    for (const { value, added, removed } of diffArrays([...stood], [...letters])) {
      const { length } = value.join("");
      if (added) text.format(at, length, { [INSERTION]: own });
      if (!removed) at += length;
    }
  }
}

function newRuns(text: Y.XmlText, isNew: Ranges): Run[] {
  const runs: Run[] = [];
  let index = 0;
  for (const { client, clock, text: letters, marks } of lettersIn(text)) {
    const insertion = insertionIn(marks);
    const found = isNew.find({ clientId: client, clock, length: letters.length });
    for (const { clock: from, length, held } of found) {
      const piece = letters.slice(from - clock, from - clock + length);
      const last = runs.at(-1);
      if (insertion !== null && held !== null) {
        const goesOn =
          last !== undefined &&
          last.index + last.text.length === index &&
          keyOf(last.insertion) === keyOf(insertion);
        if (goesOn) runs[runs.length - 1] = { ...last, text: last.text + piece };
        else runs.push({ index, text: piece, insertion });
      }
      index += length;
    }
  }
  return runs;
}
