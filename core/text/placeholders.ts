/**
 * What stands in a text for words or figures that somebody still has to put in: 20xx年, ××亿元, 【待补】, （待核）, ____.
 * Only what means nothing else is taken for one: whoever is warned in vain stops reading warnings.
 */
import type { DocumentNode } from "@/core/document/schema";

/** Letters and signs that stand for a figure or a name, not those of a word (XXL) or a product (3××2). */
const CROSSES = /(?<![A-Za-z0-9×])(?:(?:19|20)(?:[xX×*＊]{2})|×{2,}|[Xx]{2,}|[＊*]{2,})(?![A-Za-z0-9×])/gu;
const NOTED =
  /[【〔[（(][^【】〔〕[\]（）()]{0,12}?待(?:补|核|定|填|查|写|续)[^【】〔〕[\]（）()]{0,12}[】〕\]）)]/gu;
const BLANKS = /_{3,}|＿{2,}/gu;

/** Each as it stands, in order. */
export function placeholdersIn(document: DocumentNode): readonly string[] {
  return linesOf(document).flatMap((line) =>
    [CROSSES, NOTED, BLANKS]
      .flatMap((pattern) => [...line.matchAll(pattern)])
      .sort((one, other) => one.index - other.index)
      .map(([found]) => found),
  );
}

/** The text of each line of text, whatever it stands in. */
function linesOf({ content = [] }: DocumentNode): string[] {
  if (!content.some(({ type }) => type === "text")) return content.flatMap(linesOf);
  return [content.map(({ text }) => text ?? "\n").join("")];
}
