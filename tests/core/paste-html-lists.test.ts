// @vitest-environment happy-dom
import { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { documentFromClipboard } from "@/components/editor/paste/clipboard-document";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { documentText } from "@/core/text/document-text";

function pasted(html: string): DocumentNode {
  const { document } = documentFromClipboard({ html, text: "", numberingStyle: "nested" });
  Node.fromJSON(documentSchema(), document).check();
  return document;
}

it.each([
  ["<ol type=a start=2><li>甲<li>乙</ol>", ["b. 甲", "c. 乙"]],
  ["<ol style='list-style-type:upper-roman'><li>甲</ol>", ["I. 甲"]],
  ["<ol><li value=5>甲<li>乙<li value=9>丙</ol>", ["5. 甲", "6. 乙", "9. 丙"]],
  ["<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]],
  ["<ol start=0><li>甲<li>乙</ol>", ["0. 甲", "1. 乙"]],
  [
    "<ol start=-2 reversed><li value=x>甲<li value=-9>乙<li value=0>丙<li>丁</ol>",
    ["1. 甲", "2. 乙", "3. 丙", "4. 丁"],
  ],
])("TX-32 items keep the numbers that they show: %s", (html, expected) => {
  expect(documentText(pasted(html), "nested").split("\n")).toEqual(expected);
});
