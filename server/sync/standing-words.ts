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
  const words: { text: string; ids: IdRange[] }[] = [];
  for (const parent of textsAt(doc, ranges)) {
    let open: { text: string; ids: IdRange[] } | null = null;
    for (const { client, clock, text, marks } of lettersIn(parent)) {
      for (const { held, ...range } of within.find({ clientId: client, clock, length: text.length })) {
        if (held === null) {
          open = null;
          continue;
        }
        if (open === null) {
          open = { text: "", ids: [] };
          words.push(open);
        }
        open.text += text.slice(range.clock - clock, range.clock - clock + range.length);
        open.ids.push(range);
        found(range, marks);
      }
    }
  }
  return words;
}
