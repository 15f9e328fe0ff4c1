/** How lines that stand in another block are drawn: nothing of them as deleted and added. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import Chinese from "@/components/messages/chinese";
import type { ComparedSide } from "@/components/versions/compared-line";
import { ComparedRow } from "@/components/versions/compared-rows";
import { RelocatedLinesContext } from "@/components/versions/shown-relocations";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import { relocatedLines } from "@/core/compare/relocated-lines";
import type { DocumentNode } from "@/core/document/schema";
import { DEFAULT_STAGES } from "@/core/office-stages";
import { nodeText } from "@/core/text/count";
import { distinctLine, groupedLines, shuffledLines } from "../helpers/grouped-lines";
import { runSeed, seededRandom } from "../helpers/random";

const p = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const list = (...texts: string[]): DocumentNode => ({
  type: "bulletList",
  content: texts.map((text) => ({ type: "listItem", content: [p(text)] })),
});
const quotation = (...texts: string[]): DocumentNode => ({ type: "quotation", content: texts.map(p) });
const doc = (...content: DocumentNode[]) => canonicalDocument({ type: "doc", content });

const [WATER, SCHOOLS, ROADS] = [
  "节水优先是治水的第一条原则。",
  "乡村学校要配齐音乐教师。",
  "农村公路养护实行路长制。",
] as const;

/** Each row by itself. */
function drawnRows(before: DocumentNode, after: DocumentNode, side: ComparedSide): string[] {
  const { rows } = compareDocuments(before, after);
  const blocks = before.content ?? [];
  const relocated = relocatedLines(rows, blocks);
  return rows.map((row) => {
    const drawn = createElement(ComparedRow, { row, before: blocks, side });
    const children = createElement(RelocatedLinesContext, { value: relocated }, drawn);
    return renderToStaticMarkup(createElement(Chinese, { stages: DEFAULT_STAGES, children }));
  });
}
const drawn = (before: DocumentNode, after: DocumentNode, side: ComparedSide) =>
  drawnRows(before, after, side).join("");

const NOTES = /<span class="[^"]*note[^"]*"[^>]*>[^<]*<\/span>/g;
const wordsIn = (html: string) => html.replaceAll(NOTES, "").replaceAll(/<[^>]*>/g, "");
const REPLACED = /<(ins|del)|data-change="(added|deleted)"/;

describe("lines in another block", () => {
  const paragraphs = doc(p(WATER), p(SCHOOLS), p(ROADS));

  it("VE-90 paragraphs that became a list stand in it, once, and say so", () => {
    const html = drawn(paragraphs, doc(list(WATER, SCHOOLS), p(ROADS)), "merged");
    expect(html).not.toMatch(REPLACED);
    expect(wordsIn(html)).toBe(WATER + SCHOOLS + ROADS);
    expect(
      html.match(/<li><p data-change="edited">[^<]*<span[^>]*>正文改为项目符号<\/span><\/p><\/li>/g),
    ).toHaveLength(2);
  });

  it("VE-90 so do a list that became paragraphs, and a paragraph that became a quotation", () => {
    const unlisted = drawn(doc(list(WATER, SCHOOLS), p(ROADS)), paragraphs, "merged");
    expect(unlisted).not.toMatch(REPLACED);
    expect(unlisted.match(/项目符号改为正文/g)).toHaveLength(2);
    const quoted = drawn(paragraphs, doc(p(WATER), quotation(SCHOOLS), p(ROADS)), "merged");
    expect(quoted).not.toMatch(REPLACED);
    expect(quoted).toMatch(/<blockquote><p data-change="edited">.*正文改为引文.*<\/p><\/blockquote>/);
  });

  it("VE-90 a paragraph that moved into a list, and an item that went to another, say where they went and where they are", () => {
    const into = drawn(doc(p(WATER), p(ROADS), list(SCHOOLS)), doc(p(ROADS), list(SCHOOLS, WATER)), "merged");
    expect(into).not.toMatch(REPLACED);
    expect(into).toMatch(/移走：“.*<li><p data-change="moved">.*移到这里<\/span><span[^>]*>正文改为项目符号/);
    const before = doc(list(WATER, SCHOOLS), p("间隔。"), list(ROADS));
    const html = drawn(before, doc(list(WATER), p("间隔。"), list(SCHOOLS, ROADS)), "merged");
    expect(html).not.toMatch(REPLACED);
    expect(html).toMatch(/<li><p data-change="moved">乡村[^<]*<span[^>]*>移到这里/);
    expect(html).not.toContain("改为");
  });

  it("VE-90 of two sides each has it in its own block, the way stopping on the second", () => {
    const listed = doc(list(WATER, SCHOOLS), p(ROADS));
    const left = drawn(paragraphs, listed, "before");
    expect(left).toMatch(/^<p data-change="edited">[^<]*<\/p><p data-change="edited">[^<]*<\/p><p>/);
    expect(drawn(paragraphs, listed, "after")).toMatch(/^<ul><li><p data-change="edited">/);
  });

  it("VE-90 words changed in it besides are marked alone, and what else went or came with its block", () => {
    const after = doc(list(WATER.replace("第一条", "首条"), "新增一项工作。"), p(ROADS));
    const html = drawn(paragraphs, after, "merged");
    expect(html).toMatch(
      /<li><p>节水优先是治水的<del[^>]*>第一<\/del><ins[^>]*>首<\/ins>条原则。<span[^>]* data-change="text"/,
    );
    expect(html).toContain('<li data-change="added"><p>新增一项工作。</p></li>');
    expect(html).toContain(`<p data-change="deleted">${SCHOOLS}</p>`);
    const back = drawn(after, paragraphs, "merged");
    expect(back).toContain('<div><ul data-change="deleted"><li><p>新增一项工作。</p></li></ul></div>');
  });
});

const seed = runSeed();

it(`VE-90 either side has all its own words, and one page each once (SEED=${seed})`, {
  timeout: 30_000,
}, () => {
  const random = seededRandom(seed);
  for (let round = 0; round < 30; round += 1) {
    const lines = Array.from({ length: 1 + random.below(8) }, () => distinctLine(random));
    const before = groupedLines(lines, random);
    const after = groupedLines(shuffledLines(lines, random), random);
    const text = (node: DocumentNode) => nodeText(node).replaceAll("\n", "");
    expect(wordsIn(drawn(before, after, "before"))).toBe(text(before));
    expect(wordsIn(drawn(before, after, "after"))).toBe(text(after));
    const rows = drawnRows(before, after, "merged");
    const page = rows.join("");
    expect(page).not.toMatch(/<(ins|del)/);
    for (const line of lines) expect(page.split(`>${text(line)}<`)).toHaveLength(2);
    // 分部分看 finds its rows by their order.
    for (const row of rows) expect(rootsOf(row)).toBe(1);
  }
});

/** How many elements stand beside each other. */
function rootsOf(html: string): number {
  let [depth, roots] = [0, 0];
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/g)) {
    if (tag.startsWith("</")) depth -= 1;
    else {
      if (depth === 0) roots += 1;
      if (!/^<(br|hr)|\/>$/.test(tag)) depth += 1;
    }
  }
  return roots;
}
