/** Soft returns in paragraphs of Word and OpenDocument files. */
import { expect, it } from "vitest";
import { readOdt } from "@/server/import/odt/read-odt";
import { outlineOf } from "../helpers/document-outline";
import { decided, importWord, linesOf } from "../helpers/imported-lines";
import { odtFile, paragraph } from "../helpers/odt-file";
import { p, r } from "../helpers/word-file";

const BREAK = "<w:r><w:br/></w:r>";
const broken = (...lines: string[]) => `<w:p>${lines.map((line) => r(line)).join(BREAK)}</w:p>`;
const LINES = ["一、提高认识", "要抓学习。", "二、抓好落实", "要抓实。"];
const PARTS = ["heading 1: 提高认识", "paragraph: 要抓学习。", "heading 1: 抓好落实", "paragraph: 要抓实。"];

it("IM-152 a line of a Word paragraph that begins with a typed number is a paragraph of its own", () => {
  expect(linesOf({ body: broken(...LINES) })).toEqual(PARTS);
  expect(linesOf({ body: broken("要做到：", "", "（一）抓早。要快。", "（二）抓小。") })).toEqual([
    "paragraph: 要做到：",
    "heading 2 run-in: 抓早。要快。",
    "heading 2: 抓小。",
  ]);
  const body = LINES.join("<text:line-break/>");
  expect(outlineOf(readOdt(odtFile({ body: paragraph(body) })).document)).toEqual(
    PARTS.map((line) => line.replace("heading ", "h").replace(":", "")),
  );
});

it("IM-16 breaks without numbers, and those within a sentence, a heading, a cell and a file of ours stay", () => {
  expect(linesOf({ body: broken("一、提高认识", "加强学习") })).toEqual(["heading 1: 提高认识⏎加强学习"]);
  expect(linesOf({ body: broken("白日依山尽，", "黄河入海流。") })).toEqual([
    "paragraph: 白日依山尽，⏎黄河入海流。",
  ]);
  expect(linesOf({ body: broken("按照方案第", "（三）项规定办。") })).toEqual([
    "paragraph: 按照方案第⏎（三）项规定办。",
  ]);
  const styled = (name: string, id = name) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const named = broken("一、甲", "二、乙").replace(
    "<w:p>",
    '<w:p><w:pPr><w:pStyle w:val="heading 1"/></w:pPr>',
  );
  expect(linesOf({ styles: styled("heading 1"), body: named })).toEqual(["heading 1: 甲⏎二、乙"]);
  const cell = `<w:tbl><w:tr><w:tc>${broken("一、甲", "二、乙")}</w:tc></w:tr></w:tbl>`;
  expect(outlineOf(importWord({ body: cell }).document)).toEqual(["table [[[一、甲⏎二、乙]]]"]);
  const own = styled("讲话人", "SpeechByline") + styled("称谓", "SpeechSalutation");
  expect(linesOf({ styles: own, body: broken("一、甲", "二、乙") })).toEqual(["paragraph: 一、甲⏎二、乙"]);
});

it("IM-152 proposals and comments stay where they are, a break that is proposed or commented too", () => {
  const by = (name: string, run: string) =>
    `<w:${name} w:id="1" w:author="甲" w:date="2026-03-01T09:00:00Z">${run}</w:${name}>`;
  const [from, to] = ['<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'];
  const comments = `<w:comment w:id="7" w:author="甲">${p("请核")}</w:comment>`;
  const words = broken(...LINES).replace(
    r("要抓学习。"),
    `${r("要")}${by("ins", r("认真"))}${r("抓学习。")}`,
  );
  expect(decided({ body: words })).toEqual([
    ["一、提高认识", "要认真抓学习。", "二、抓好落实", "要抓实。"],
    ["一、提高认识", "要抓学习。", "二、抓好落实", "要抓实。"],
  ]);
  const proposed = `<w:p>${r("要做到。")}${by("ins", BREAK)}${r("一、抓早")}</w:p>`;
  expect(decided({ body: proposed })).toEqual([["要做到。", "一、抓早"], ["要做到。一、抓早"]]);
  const across = broken(...LINES).replace(BREAK + r("二、抓好落实"), from + BREAK + r("二、抓好落实") + to);
  const read = importWord({ body: across, comments });
  expect(read.document.content).toHaveLength(4);
  expect(JSON.stringify(read.document.content?.[2])).toContain(read.threads[0]?.id);
  const onBreak = `<w:p>${r("要做到。")}${from}${BREAK}${to}${r("一、抓早")}</w:p>`;
  const kept = importWord({ body: onBreak, comments });
  expect(outlineOf(kept.document)).toEqual(["paragraph 要做到。⏎一、抓早"]);
  expect(kept.threads).toHaveLength(1);
});
