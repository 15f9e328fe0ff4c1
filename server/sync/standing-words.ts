/** Letters of a shared text that are known by their ids, as the words that they make where they stand. */
import type * as Y from "yjs";
import type { Words } from "@/core/authors/carried-letters";
import { type IdRange, IdRanges } from "@/core/authors/id-ranges";
import { type Letters, lettersIn } from "./letters";
import { textsAt } from "./structs-in-range";

/**
 * Those of `ranges` that stand in the text, each row of letters that nothing stands in between of.
 * @param found is told of each of them
 */
export function standingWords(
  doc: Y.Doc,
  ranges: readonly IdRange[],
  found: (range: IdRange, marks: Letters["marks"]) => void = () => {},
): Words[] {
  const within = new IdRanges(ranges);
  const rows = new Rows();
  for (const parent of textsAt(doc, ranges)) {
    rows.end();
    for (const { client, clock, text, marks } of lettersIn(parent)) {
      for (const { held, ...range } of within.find({ clientId: client, clock, length: text.length })) {
        if (held === null) {
          rows.end();
          continue;
        }
        rows.add(range, text.slice(range.clock - clock, range.clock - clock + range.length));
        found(range, marks);
      }
    }
  }
  return rows.words;
}

/** The rows of letters in `words` that are in these ranges. */
export function wordsWithin({ text, ids }: Words, ranges: readonly IdRange[]): Words[] {
  const within = new IdRanges(ranges);
  const rows = new Rows();
  let at = 0;
  for (const { held, ...range } of ids.flatMap((one) => within.find(one))) {
    if (held === null) rows.end();
    else rows.add(range, text.slice(at, at + range.length));
    at += range.length;
  }
  return rows.words;
}

class Rows {
  readonly words: { text: string; readonly ids: IdRange[] }[] = [];
  private open: { text: string; readonly ids: IdRange[] } | null = null;

  add(range: IdRange, text: string): void {
    if (this.open === null) {
      this.open = { text: "", ids: [] };
      this.words.push(this.open);
    }
    this.open.text += text;
    this.open.ids.push(range);
  }

  end(): void {
    this.open = null;
  }
}
