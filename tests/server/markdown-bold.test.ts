/** Bold words beside full-width marks, as Chinese authors write them in Markdown. */
import { expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { readMarkdown } from "@/server/import/read-markdown";

const TAGS: Readonly<Record<string, string>> = { bold: "b", italic: "i" };

/** With <b> and <i>, so that signs that stayed words look like no bold ones. */
function shown({ text, marks = [], content = [] }: DocumentNode): string {
  if (text === undefined) return content.map(shown).join("");
  return marks.reduce((words, { type }) => `<${TAGS[type]}>${words}</${TAGS[type]}>`, text);
}

const lines = (text: string) =>
  (readMarkdown(new TextEncoder().encode(text), "utf-8").document.content ?? []).map((block) => {
    const level =
      block.type === "heading" ? ` ${block.attrs?.level}${block.attrs?.runIn ? " run-in" : ""}` : "";
    return `${block.type}${level} ${shown(block)}`;
  });

it.each([
  [
    "**一是统一思想。**行动要快。**二是措施有力。**落实要实。",
    "<b>一是统一思想。</b>行动要快。<b>二是措施有力。</b>落实要实。",
  ],
  ["水库**“带病”**运行", "水库<b>“带病”</b>运行"],
  ["要**（一）抓早**和**《条例》**抓实", "要<b>（一）抓早</b>和<b>《条例》</b>抓实"],
  ["**注：**以**3*4米**为准，**<u>甲</u>。**乙", "<b>注：</b>以<b>3*4米</b>为准，<b>甲。</b>乙"],
  ["**一**，**二：**三", "<b>一</b>，<b>二：</b>三"],
  ["**“*甲*乙”**丙", "<b>“</b><i><b>甲</b></i><b>乙”</b>丙"],
])("IM-151 words between ** are bold beside a full-width mark without a blank: %s", (text, words) => {
  expect(lines(text)).toEqual([`paragraph ${words}`]);
});

it("IM-151 such words make headings and run-in headings, in lists and cells they are bold", () => {
  expect(lines("**一、形势**\n\n**（一）夯实基础。**要抓早。\n**（二）“放管服”**\n\n正文。")).toEqual([
    "heading 1 形势",
    "heading 2 run-in 夯实基础。要抓早。",
    "heading 2 “放管服”",
    "paragraph 正文。",
  ]);
  expect(lines("- **一是。**甲\n\n|甲|\n|-|\n|**乙：**丙|**丁：**戊|")).toEqual([
    "bulletList <b>一是。</b>甲",
    "table 甲<b>乙：</b>丙<b>丁：</b>戊",
  ]);
});

it.each([
  ["2**3**4=4096。", "2**3**4=4096。"],
  ["甲** “乙”**丙", "甲** “乙”**丙"],
  ["甲**“乙” **丙", "甲**“乙” **丙"],
  ["甲**“乙`x`”**丙", "甲**“乙x”**丙"],
  ["甲\\*\\*“乙”\\*\\*丙", "甲**“乙”**丙"],
  ["甲**“乙\\**丙", "甲**“乙**丙"],
  ["甲**“乙\n丙”**丁", "甲**“乙丙”**丁"],
])("IM-151 signs that stand for something else stay: %s", (text, words) => {
  expect(lines(text)).toEqual([`paragraph ${words}`]);
});
