// @vitest-environment happy-dom
import { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { documentFromClipboard, inlineFromClipboard } from "@/components/editor/paste/clipboard-document";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { NUMBERING_STYLES } from "@/core/speech";
import { nodeText } from "@/core/text/count";
import { documentText } from "@/core/text/document-text";
import { importPlainText } from "@/core/text/import/plain-text";
import { type Random, runSeed, seededRandom } from "../helpers/random";

const NUMBERS = [
  "",
  "",
  "",
  "一、",
  "十二、",
  "（一）",
  "(三)",
  "1.",
  "2、",
  "3．",
  "（1）",
  "4)",
  "①",
  "2026.",
  "1.5亿",
  "- ",
  "> ",
];
const PIECES = [
  "同志们：",
  "在会上的讲话",
  "林岳",
  "（2026年3月5日）",
  "先做好。再说",
  "OK. yes",
  "“甲。”乙",
  "  ",
  "",
  "\u3000",
  "😀𠮷",
  "<b>",
  "&amp;",
  "\u0000\u202e",
];
const INLINE = ["b", "i", "span", "a", "font", "o:p", "u", "ruby", "sup", "del"];
const BLOCK = [
  "p",
  "div",
  "h1",
  "h2",
  "h5",
  "section",
  "blockquote",
  "ul",
  "ol",
  "li",
  "table",
  "tr",
  "td",
  "th",
  "pre",
  "caption",
  "center",
];
const ATTRIBUTES = [
  "",
  " class=MsoTitle",
  " class=MsoNormal",
  " style='mso-list:l0 level2 lfo1'",
  " style='mso-outline-level:3'",
  " style='font-weight:bold'",
  " colspan=3 rowspan=2",
  " start=7",
  " hidden",
];

function randomLine({ pick, below }: Random): string {
  return pick(NUMBERS) + Array.from({ length: below(4) }, () => pick(PIECES)).join("");
}

function randomHtml(random: Random, depth: number): string {
  const { pick, below } = random;
  return Array.from({ length: 1 + below(4) }, () => {
    const kind = depth === 0 ? 0 : below(5);
    if (kind === 0) return `${randomLine(random)}${below(6) === 0 ? "<br>" : ""}`;
    const tag = pick(kind === 1 ? INLINE : BLOCK);
    // Rows and cells hardly ever meet a table by chance.
    const inside = tag === "table" ? randomRows(random, depth - 1) : randomHtml(random, depth - 1);
    const close = below(8) === 0 ? "" : `</${tag}>`;
    return `<${tag}${pick(ATTRIBUTES)}>${inside}${close}`;
  }).join("");
}

function randomRows(random: Random, depth: number): string {
  const { pick, below } = random;
  return Array.from({ length: below(4) }, () => {
    const cells = Array.from(
      { length: below(4) },
      () => `<td${pick(ATTRIBUTES)}>${randomHtml(random, Math.max(0, depth - 1))}`,
    );
    return `${below(4) === 0 ? randomLine(random) : ""}<tr>${cells.join("")}`;
  }).join("");
}

function expectValid(document: DocumentNode): void {
  const node = Node.fromJSON(documentSchema(), document);
  node.check();
  // Every table is a full rectangle, or the editor would change the document on opening it.
  node.descendants((table) => {
    if (table.type.name !== "table") return;
    const widths = Array.from({ length: table.childCount }, () => 0);
    table.forEach((row, _offset, rowIndex) => {
      row.forEach((cell) => {
        const rows = Number(cell.attrs.rowspan);
        for (let at = rowIndex; at < rowIndex + rows; at += 1) {
          expect(at).toBeLessThan(table.childCount);
          widths[at] = (widths[at] ?? 0) + Number(cell.attrs.colspan);
        }
      });
    });
    expect(new Set(widths).size).toBe(1);
  });
}

describe("random clipboards", () => {
  const firstSeed = runSeed();

  it(`TX-26 any HTML gives a valid document (SEED=${firstSeed})`, { timeout: 180_000 }, () => {
    const types = new Set<string>();
    for (let seed = firstSeed; seed < firstSeed + 200; seed += 1) {
      const random = seededRandom(seed);
      const html = randomHtml(random, 5);
      const { document, notices } = documentFromClipboard({
        html,
        text: randomLine(random),
        numberingStyle: random.pick(NUMBERING_STYLES),
      });
      const blocks = document.content ?? [];
      try {
        expectValid(document);
        for (const { block, from, to } of notices) {
          expect(blocks[block]?.type).toBe("heading");
          expect(from).not.toBe(to);
        }
        const inline = inlineFromClipboard({ html, text: "x" });
        expectValid({ type: "doc", content: [{ type: "paragraph", content: inline }] });
      } catch (error) {
        throw new Error(`SEED=${seed}: ${html}`, { cause: error });
      }
      for (const { type } of blocks) types.add(type);
    }
    expect([...types]).toEqual(expect.arrayContaining(["paragraph", "heading", "quotation", "table"]));
  });

  it(`TX-26 any plain text gives a valid document and loses no character but marks (SEED=${firstSeed})`, () => {
    for (let seed = firstSeed; seed < firstSeed + 400; seed += 1) {
      const random = seededRandom(seed);
      const text = Array.from({ length: 1 + random.below(20) }, () => randomLine(random)).join("\n");
      const { document } = importPlainText(text, { numberingStyle: random.pick(NUMBERING_STYLES) });
      expectValid(document);
      const letters = (value: string) =>
        value.replaceAll(/[^\p{Script=Han}\p{Script=Latin}\p{Emoji_Presentation}]/gu, "");
      // Typed numbers leave the text; everything else is still there, in the same order.
      let rest = letters(text);
      for (const character of letters(nodeText(document))) {
        const at = rest.indexOf(character);
        expect(at, `SEED=${seed}: ${character}`).toBeGreaterThanOrEqual(0);
        expect(rest.slice(0, at), `SEED=${seed}`).toMatch(/^[一二三十]*$/);
        rest = rest.slice(at + character.length);
      }
      expect(rest, `SEED=${seed}`).toMatch(/^[一二三十]*$/);
      expectValid(importPlainText(documentText(document, "nested")).document);
    }
  });
});
