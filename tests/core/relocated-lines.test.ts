/** Lines that stand in another block than before: what a comparison says of them, and what it counts. */
import { describe, expect, it } from "vitest";
import { changedCharacters } from "@/core/compare/changed-characters";
import { compareDocuments } from "@/core/compare/compare-documents";
import { compareParts } from "@/core/compare/compare-parts";
import { markedDocument } from "@/core/compare/marked-document";
import { measureRows } from "@/core/compare/measure-comparison";
import { relocatedLines } from "@/core/compare/relocated-lines";
import type { DocumentNode } from "@/core/document/schema";
import { newId } from "@/core/new-id";
import { nodeText } from "@/core/text/count";
import { doc, h, item, list, p, quotation } from "../helpers/held-lines";

const numbered = (...texts: string[]): DocumentNode => ({
  ...list(...texts),
  type: "orderedList",
  attrs: { start: 1 },
});
const row = (...texts: string[]): DocumentNode => ({
  type: "tableRow",
  content: texts.map((text) => ({ type: "tableCell", content: [p(text)] })),
});
const table = (...rows: DocumentNode[]): DocumentNode => ({ type: "table", content: rows });

const WATER = "节水优先是治水的第一条原则，管网的漏损要在三年内降到百分之九以下。";
const SCHOOLS = "乡村学校要配齐音乐、体育和美术教师，让孩子们在家门口上好学。";
const ROADS = "农村公路养护实行路长制，雨季前完成全部桥涵的排查和加固。";
const CLOSING = "同志们，事情已经定了，接下来就看落实。";

function changes(before: DocumentNode, after: DocumentNode) {
  const { rows } = compareDocuments(before, after);
  const blocks = before.content ?? [];
  const { added, deleted, moved, reformatted } = measureRows(rows, blocks);
  return {
    changed: changedCharacters(rows, blocks),
    added: added.characters,
    deleted: deleted.characters,
    moved: moved.characters,
    reformatted,
  };
}
/** As it became, and as it was, of each line; with what it is said to have become. */
function relocated(before: DocumentNode, after: DocumentNode) {
  const { rows } = compareDocuments(before, after);
  const lines = new Set(relocatedLines(rows, before.content ?? []).values());
  return [...lines].map(({ after: line, shape, isMoved }) => [
    nodeText(line),
    isMoved ? "moved" : "stayed",
    shape === null ? null : `${shape.before.type}→${shape.after.type}`,
  ]);
}

const NOTHING = { changed: 0, added: 0, deleted: 0, moved: 0, reformatted: 0 };

describe("no word changed", () => {
  const paragraphs = doc(p(WATER), p(SCHOOLS), p(CLOSING));
  const listed = doc(list(WATER, SCHOOLS), p(CLOSING));

  it("VE-89 two paragraphs that became a list, and a list that became paragraphs, are another kind of block", () => {
    expect(changes(paragraphs, listed)).toEqual({ ...NOTHING, reformatted: 2 });
    expect(changes(listed, paragraphs)).toEqual({ ...NOTHING, reformatted: 2 });
    expect(relocated(paragraphs, listed)).toEqual([
      [WATER, "stayed", "paragraph→bulletList"],
      [SCHOOLS, "stayed", "paragraph→bulletList"],
    ]);
    expect(relocated(listed, paragraphs)).toEqual([
      [WATER, "stayed", "bulletList→paragraph"],
      [SCHOOLS, "stayed", "bulletList→paragraph"],
    ]);
  });

  it("VE-89 so is a paragraph that became a quotation, or goes on a list that is there", () => {
    const quoted = doc(p(WATER), quotation(SCHOOLS), p(CLOSING));
    expect(changes(paragraphs, quoted)).toEqual({ ...NOTHING, reformatted: 1 });
    expect(relocated(paragraphs, quoted)).toEqual([[SCHOOLS, "stayed", "paragraph→quotation"]]);
    const [before, after] = [doc(list(WATER, SCHOOLS), p(ROADS)), doc(list(WATER, SCHOOLS, ROADS))];
    expect(relocated(before, after)).toEqual([[ROADS, "stayed", "paragraph→bulletList"]]);
    expect(changes(before, after)).toEqual({ ...NOTHING, reformatted: 1 });
  });

  it("VE-89 a paragraph that moved into a list moved, and became an item of it", () => {
    const [before, after] = [doc(p(WATER), p(CLOSING), list(SCHOOLS)), doc(p(CLOSING), list(SCHOOLS, WATER))];
    expect(relocated(before, after)).toEqual([[WATER, "moved", "paragraph→bulletList"]]);
    expect(changes(before, after)).toEqual({ ...NOTHING, moved: 33, reformatted: 1 });
  });

  it("VE-89 an item that went to another list moved; the list's kind counts besides", () => {
    const before = doc(list(WATER, SCHOOLS), p(CLOSING), list(ROADS));
    const after = doc(list(WATER), p(CLOSING), list(SCHOOLS, ROADS));
    expect(relocated(before, after)).toEqual([[SCHOOLS, "moved", null]]);
    expect(changes(before, after)).toEqual({ ...NOTHING, moved: 30 });
    const other = doc(list(WATER), p(CLOSING), numbered(SCHOOLS, ROADS));
    const from = doc(list(WATER, SCHOOLS), p(CLOSING), numbered(ROADS));
    expect(relocated(from, other)).toEqual([[SCHOOLS, "moved", "bulletList→orderedList"]]);
  });

  it("VE-89 a line moved also where a similar one was written in its place, which is new", () => {
    const NEW = ROADS.replace("养护", "管护");
    const before = doc(p(WATER), p(ROADS), p(CLOSING), list(SCHOOLS));
    const after = doc(p(WATER), p(NEW), p(CLOSING), list(SCHOOLS, ROADS));
    expect(relocated(before, after)).toEqual([[ROADS, "moved", "paragraph→bulletList"]]);
    expect(changes(before, after)).toEqual({ ...NOTHING, changed: 28, added: 28, moved: 28, reformatted: 1 });
  });

  it("VE-89 an item that was indented stays in its place", () => {
    const before = doc(list(WATER, SCHOOLS));
    const after = doc({ type: "bulletList", content: [item(p(WATER), list(SCHOOLS))] });
    expect(relocated(before, after)).toEqual([[SCHOOLS, "stayed", "bulletList→bulletList"]]);
    expect(changes(before, after)).toEqual({ ...NOTHING, reformatted: 1 });
  });

  it("VE-89 of paragraphs that changed their order in a list one moved", () => {
    expect(relocated(doc(p(WATER), p(SCHOOLS)), doc(list(SCHOOLS, WATER)))).toEqual([
      [SCHOOLS, "moved", "paragraph→bulletList"],
      [WATER, "stayed", "paragraph→bulletList"],
    ]);
  });

  it("VE-89 equal lines are one each; the one that is over came", () => {
    const [before, after] = [doc(p(WATER), p(WATER)), doc(list(WATER, WATER, WATER))];
    expect(changes(before, after)).toEqual({ ...NOTHING, changed: 33, added: 33, reformatted: 2 });
  });

  it("VE-89 a part that it left has nothing that went, one that it came to has it as moved", () => {
    const before = doc(h("供水"), p(WATER), p(ROADS), h("学校"), list(SCHOOLS));
    const after = doc(h("供水"), p(ROADS), h("学校"), list(SCHOOLS, WATER));
    const parts = compareParts(before, after, compareDocuments(before, after));
    expect(parts.map(({ counts: { deleted, added, moved } }) => [deleted, added, moved])).toEqual(
      [
        [0, 0, 0],
        [0, 0, 33],
      ].map((part) => part.map((characters) => expect.objectContaining({ characters }))),
    );
  });
});

describe("words changed besides", () => {
  it("VE-89 are counted alone, and other lines as ever", () => {
    const after = doc(list(WATER.replace("三年内", "五年内"), SCHOOLS, ROADS), p(CLOSING));
    expect(changes(doc(p(WATER), p(SCHOOLS), p(CLOSING)), after)).toEqual({
      ...NOTHING,
      changed: 1 + 28,
      // By word: 三年 became 五年.
      added: 2 + 28,
      deleted: 2,
      reformatted: 2,
    });
  });

  it("VE-89 what went from a list whose other lines became paragraphs went alone", () => {
    const before = doc(list(WATER, SCHOOLS, ROADS), p(CLOSING));
    const after = doc(p(WATER), p(ROADS), p(CLOSING));
    expect(changes(before, after)).toEqual({ ...NOTHING, changed: 30, deleted: 30, reformatted: 2 });
  });
});

it("VE-89 in cells no line moves: another one in its place, or out of the table, went and came", () => {
  const before = doc(table(row(WATER, SCHOOLS)), p(CLOSING));
  const swapped = doc(table(row(SCHOOLS, WATER)), p(CLOSING));
  expect(relocated(before, swapped)).toEqual([]);
  expect(changes(before, swapped).changed).toBeGreaterThan(30);
  expect(relocated(before, doc(p(WATER), p(SCHOOLS), p(CLOSING)))).toEqual([]);
});

it("VE-90 in Word and PDF lines in another block are proposed to go and to come", () => {
  const [before, after] = [doc(p(WATER), p(CLOSING)), doc(list(WATER), p(CLOSING))];
  const change = { id: newId(), person: newId(), at: Date.UTC(2026, 10, 24) };
  const [old, fresh, closing] = markedDocument(before, compareDocuments(before, after), change).content ?? [];
  expect([old?.type, old?.attrs?.removed != null]).toEqual(["paragraph", true]);
  expect([fresh?.type, fresh?.attrs?.inserted != null]).toEqual(["bulletList", true]);
  expect(closing).toEqual(before.content?.[1]);
});
