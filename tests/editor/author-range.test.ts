/** What is counted and shaded by author where a part of the speech is chosen. */
import type { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { rangeOfPart } from "@/components/editor/authors/author-range";
import { partAt, readOutline } from "@/components/editor/outline/read-outline";
import { placeBefore, speech } from "./speech-state";

const linesIn = (doc: Node) => doc.children.map(({ textContent }) => textContent);

/** Of the part with the caret in front of these words: the text in its range, block by block. */
function wordsAround(doc: Node, caret: string): string[] {
  const outline = readOutline(doc, []);
  const current = partAt(outline.parts, placeBefore(doc, linesIn(doc).indexOf(caret)) + 1);
  const { from, to } = rangeOfPart({ outline, current });
  const words: string[] = [];
  doc.forEach((block, pos) => {
    if (pos >= from && pos < to) words.push(block.textContent);
  });
  return words;
}

it("WW-11 the part at the caret is its heading's with all below it", () => {
  const doc = speech([1, "甲"], ["p", "甲文"], [2, "甲一"], ["p", "甲一文"], [1, "乙"]);
  expect(wordsAround(doc, "甲文")).toEqual(["甲", "甲文", "甲一", "甲一文"]);
  expect(wordsAround(doc, "甲一文")).toEqual(["甲一", "甲一文"]);
  expect(wordsAround(doc, "乙")).toEqual(["乙"]);
});

it("WW-11 before the first heading it is all up to that, under a title too", () => {
  const opening = ["讲话", "副题", "同志们：", "开头"];
  const doc = speech(
    ["title", "讲话"],
    ["title", "副题"],
    ["p", "同志们："],
    ["p", "开头"],
    [1, "甲"],
    [1, "乙"],
  );
  for (const caret of opening) expect(wordsAround(doc, caret), caret).toEqual(opening);
  expect(wordsAround(doc, "甲")).toEqual(["甲"]);
  expect(wordsAround(speech(["p", "开头"], [1, "甲"]), "开头")).toEqual(["开头"]);
  expect(wordsAround(speech(["title", "讲话"], ["p", "开头"]), "开头")).toEqual(["讲话", "开头"]);
});
