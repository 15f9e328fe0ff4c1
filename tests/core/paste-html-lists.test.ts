// @vitest-environment happy-dom
import { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { documentFromClipboard } from "@/components/editor/paste/clipboard-document";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { documentText } from "@/core/text/document-text";
import { outlineOf } from "../helpers/document-outline";

function pasted(html: string): DocumentNode {
  const { document } = documentFromClipboard({ html, text: "", numberingStyle: "nested" });
  Node.fromJSON(documentSchema(), document).check();
  return document;
}

const outline = (html: string) => outlineOf(pasted(html));

/** A list item as Word writes it to the clipboard. */
const item = (number: string, words: string, { list = "l0", level = 1, font = "" } = {}) =>
  `<p class=MsoListParagraph style="mso-list:${list} level${level} lfo1"><![if !supportLists]><span lang=EN-US style='${font}'><span style="mso-list:Ignore">${number}<span>&nbsp; </span></span></span><![endif]>${words}</p>`;
const other = "<p class=MsoNormal>说明。</p>";

it.each([
  [
    item("1.", "甲") + other + item("2.", "乙") + other + item("3.", "丙"),
    ["1. 甲", "说明。", "2. 乙", "说明。", "3. 丙"],
  ],
  [
    item("1.", "甲") + item("2.", "乙") + item("a)", "丙", { list: "l1" }) + item("b)", "丁", { list: "l1" }),
    ["1. 甲", "2. 乙", "a. 丙", "b. 丁"],
  ],
  [item("1)", "甲") + item("2)", "乙") + item("1)", "丙"), ["1. 甲", "2. 乙", "1. 丙"]],
  [item("1.", "甲") + item("2.", "乙", { list: "l1" }), ["1. 甲", "2. 乙"]],
  [
    item("1.", "甲") + item("(a)", "乙", { level: 2 }) + item("(b)", "丙", { level: 2 }) + item("2.", "丁"),
    ["1. 甲", "   a. 乙", "   b. 丙", "2. 丁"],
  ],
  [
    item("iv.", "甲") + item("v.", "乙") + item("h.", "丙") + item("i.", "丁") + item("I.", "戊"),
    ["iv. 甲", "v. 乙", "h. 丙", "i. 丁", "I. 戊"],
  ],
  [item("１.", "甲") + item("２.", "乙") + item("㈠", "丙"), ["1. 甲", "2. 乙", "（一）丙"]],
  [item("1.", "甲") + item("1.1", "乙", { level: 2 }) + item("2.", "丙"), ["1. 甲", "1.1 乙", "2. 丙"]],
  [item("w", "甲", { font: "font-family:Wingdings" }) + item("Ÿ", "乙", { list: "l1" }), ["- 甲", "- 乙"]],
])(
  "TX-32 items of Word's lists keep their numbers, through paragraphs and from list to list: %#",
  (html, expected) => {
    expect(documentText(pasted(html), "nested").split("\n")).toEqual(expected);
  },
);

it("TX-32 a heading of Word's that is numbered 1.1 gets its own number", () => {
  const html = item("1.1", "甲").replace("<p ", "<h2 ").replace("</p>", "</h2>");
  expect(documentText(pasted(html), "nested")).toBe("（一）甲");
});

it.each([
  ["<ol type=a start=2><li>甲<li>乙</ol>", ["b. 甲", "c. 乙"]],
  ["<ol style='list-style-type:upper-roman'><li>甲</ol>", ["I. 甲"]],
  ["<ol><li value=5>甲<li>乙<li value=9>丙</ol>", ["5. 甲", "6. 乙", "9. 丙"]],
  ["<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]],
  ["<ol start=0><li>甲<li>乙</ol>", ["0. 甲", "1. 乙"]],
  ["<ol><li>甲</li><ol type=a><li>子</li></ol><li>乙</li></ol>", ["1. 甲", "   a. 子", "2. 乙"]],
  [
    "<ol start=-2 reversed><li value=x>甲<li value=-9>乙<li value=0>丙<li>丁</ol>",
    ["1. 甲", "2. 乙", "3. 丙", "4. 丁"],
  ],
])("TX-32 items keep the numbers that they show: %s", (html, expected) => {
  expect(documentText(pasted(html), "nested").split("\n")).toEqual(expected);
});

it("TX-21 headings that a page numbers by a list are headings, one that is an item's words or over them isn't", () => {
  const html =
    "<ol><li><h2>甲</h2><ol><li><h3>子</h3></li></ol></li></ol><p>文</p><ol start=2><li><h2>乙</h2></ol>";
  expect(outline(html)).toEqual(["h1 甲", "h2 子", "paragraph 文", "h1 乙"]);
  for (const list of [
    "<ol><li><h2>甲</h2>文</li></ol>",
    "<ol><li><h2>甲</h2></li><li>乙</li></ol>",
    "<ol><li><h2>甲</h2><h2>乙</h2></li></ol>",
    "<ol><li>甲<ol><li><h2>乙</h2></li></ol></li></ol>",
    "<ul><li><h2>甲</h2></li></ul>",
    "<ul><li>甲<ol><li><h2>乙</h2></li></ol></li></ul>",
  ])
    expect(outline(list)[0], list).toMatch(/^(?:ordered|bullet)List/);
  expect(outline("<blockquote><ol><li><h2>甲</h2></li></ol></blockquote>")).toEqual(["quotation [甲]"]);
});
