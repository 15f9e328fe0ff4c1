/** A part or a paragraph of a version brought back whose lines stand in other blocks of the text since. */
import { describe, expect, it } from "vitest";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import { withPartRestored } from "@/core/compare/restore-part";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { doc, h, item, list, p, quotation } from "../helpers/held-lines";

const cell = (text: string): DocumentNode => ({ type: "tableCell", content: [p(text)] });
const table = (...texts: string[]): DocumentNode => ({
  type: "table",
  content: texts.map((text) => ({ type: "tableRow", content: [cell(text)] })),
});

const [WATER, SCHOOLS, ROADS, HEALTH, CLOSING] = [
  "节水优先是治水的第一条原则。",
  "乡村学校要配齐音乐教师。",
  "农村公路养护实行路长制。",
  "卫生院的药品要能用医保卡买。",
  "同志们，事情已经定了，接下来就看落实。",
] as const;

/** The text with the version's blocks from `start` on, all of it as the schema wants it. */
function restored(now: DocumentNode, version: DocumentNode, start: number, end = start + 1): DocumentNode {
  const text = withPartRestored(now, version, compareDocuments(now, version), { start, end });
  documentSchema().nodeFromJSON(text).check();
  return canonicalDocument(text);
}

describe("a paragraph that stands in another block since", () => {
  const version = doc(p(WATER), p(SCHOOLS), p(ROADS), p(CLOSING));

  it.each([
    ["a list", list],
    ["a quotation", quotation],
  ])("VE-22 leaves %s in its place, which stands around it", (_what, block) => {
    const now = doc(block(WATER, SCHOOLS, ROADS), p(CLOSING));
    expect(restored(now, version, 0)).toEqual(doc(p(WATER), block(SCHOOLS, ROADS), p(CLOSING)));
    expect(restored(now, version, 1)).toEqual(doc(block(WATER), p(SCHOOLS), block(ROADS), p(CLOSING)));
    expect(restored(now, version, 2)).toEqual(doc(block(WATER, SCHOOLS), p(ROADS), p(CLOSING)));
    expect(restored(now, version, 0, 3)).toEqual(version);
  });

  it.each([
    ["a list", list],
    ["a quotation", quotation],
  ])("VE-22 leaves %s elsewhere, which stays, and goes where the version has it", (_what, block) => {
    const now = doc(p(SCHOOLS), p(ROADS), p(CLOSING), block(HEALTH, WATER));
    expect(restored(now, version, 0)).toEqual(doc(p(WATER), p(SCHOOLS), p(ROADS), p(CLOSING), block(HEALTH)));
    const alone = doc(p(SCHOOLS), p(ROADS), p(CLOSING), block(WATER));
    expect(restored(alone, version, 0)).toEqual(version);
  });

  it("VE-22 leaves a list that is the version's too", () => {
    const from = doc(list(WATER), p(SCHOOLS), p(ROADS));
    const now = doc(list(WATER, SCHOOLS, ROADS));
    expect(restored(now, from, 1)).toEqual(doc(list(WATER), p(SCHOOLS), list(ROADS)));
    expect(restored(now, from, 2)).toEqual(doc(list(WATER, SCHOOLS), p(ROADS)));
    const over = doc(p(WATER), p(SCHOOLS), list(ROADS));
    expect(restored(now, over, 0)).toEqual(doc(p(WATER), list(SCHOOLS, ROADS)));
    expect(restored(now, over, 1)).toEqual(doc(list(WATER), p(SCHOOLS), list(ROADS)));
  });

  it("VE-22 has its old words again, whatever was changed in it besides", () => {
    const now = doc(list(WATER, SCHOOLS.replace("音乐", "体育"), HEALTH), p(ROADS), p(CLOSING));
    expect(restored(now, version, 1)).toEqual(
      doc(list(WATER), p(SCHOOLS), list(HEALTH), p(ROADS), p(CLOSING)),
    );
  });

  it("VE-22 leaves the items below its own in the list", () => {
    const nested: DocumentNode = {
      type: "bulletList",
      content: [item(p(WATER), list(SCHOOLS, HEALTH)), item(p(ROADS))],
    };
    const now = doc(nested, p(CLOSING));
    expect(restored(now, version, 0)).toEqual(doc(p(WATER), list(SCHOOLS, HEALTH, ROADS), p(CLOSING)));
    const rest: DocumentNode = { type: "bulletList", content: [item(p(HEALTH)), item(p(ROADS))] };
    const first: DocumentNode = { type: "bulletList", content: [item(p(WATER))] };
    expect(restored(now, version, 1)).toEqual(doc(first, p(SCHOOLS), rest, p(CLOSING)));
  });

  it("VE-22 that went stands between the lines of a list that the version has around it", () => {
    const now = doc(list(WATER, ROADS), p(CLOSING));
    expect(restored(now, version, 1)).toEqual(doc(list(WATER), p(SCHOOLS), list(ROADS), p(CLOSING)));
    expect(restored(doc(list(HEALTH, SCHOOLS), p(CLOSING)), version, 0)).toEqual(
      doc(p(WATER), list(HEALTH, SCHOOLS), p(CLOSING)),
    );
  });
});

describe("a list or a quotation whose lines are paragraphs since", () => {
  it.each([
    ["list", list],
    ["quotation", quotation],
  ])("VE-22 comes back with them, and they stand nowhere else: a %s", (_what, block) => {
    const version = doc(p(CLOSING), block(WATER, SCHOOLS));
    expect(restored(doc(p(CLOSING), p(WATER), p(SCHOOLS)), version, 1)).toEqual(version);
    expect(restored(doc(p(WATER), p(CLOSING), p(HEALTH), p(SCHOOLS)), version, 1)).toEqual(
      doc(p(CLOSING), p(HEALTH), block(WATER, SCHOOLS)),
    );
    // Some of it is there still.
    expect(restored(doc(p(WATER), p(CLOSING), block(SCHOOLS)), version, 1)).toEqual(version);
  });

  it("VE-22 of a list that was made a quotation, and the other way round, nothing stands twice", () => {
    const [listed, quoted] = [
      doc(p(CLOSING), list(WATER, SCHOOLS)),
      doc(p(CLOSING), quotation(WATER, SCHOOLS)),
    ];
    expect(restored(quoted, listed, 1)).toEqual(listed);
    expect(restored(listed, quoted, 1)).toEqual(quoted);
  });

  it("VE-22 an item that went to another list comes back with its own", () => {
    const version = doc(list(WATER, SCHOOLS), p(CLOSING), list(ROADS));
    const now = doc(list(WATER), p(CLOSING), list(SCHOOLS, ROADS));
    expect(restored(now, version, 0)).toEqual(version);
  });
});

describe("lines that the version has outside the part", () => {
  it("VE-22 stay as a list that they came into comes back, as the version has them", () => {
    const version = doc(list(WATER, SCHOOLS), p(ROADS), p(CLOSING));
    expect(restored(doc(list(WATER, SCHOOLS, `${ROADS}又加一句。`), p(CLOSING)), version, 0)).toEqual(
      doc(list(WATER, SCHOOLS), p(`${ROADS}又加一句。`), p(CLOSING)),
    );
    const before = doc(p(ROADS), list(WATER, SCHOOLS), p(CLOSING));
    expect(restored(doc(list(ROADS, WATER, HEALTH), p(CLOSING)), before, 1)).toEqual(before);
    const other = doc(list(WATER, SCHOOLS), p(CLOSING), list(ROADS));
    expect(restored(doc(list(WATER, SCHOOLS, ROADS), p(CLOSING)), other, 0)).toEqual(
      doc(list(WATER, SCHOOLS), list(ROADS), p(CLOSING)),
    );
  });

  it("VE-22 stay where they came between the part's paragraphs; what was written there since goes", () => {
    const version = doc(h("供水"), p(WATER), p(SCHOOLS), h("公路"), p(ROADS), p(CLOSING));
    const now = doc(h("供水"), p(WATER), list(HEALTH, ROADS), p(SCHOOLS), h("公路"), p(CLOSING));
    expect(restored(now, version, 0, 3)).toEqual(
      doc(h("供水"), p(WATER), list(ROADS), p(SCHOOLS), h("公路"), p(CLOSING)),
    );
  });
});

describe("lines written since in a list that was made of paragraphs", () => {
  it("VE-22 go where they stand between two that come back, and stay before and behind them", () => {
    const version = doc(p(WATER), p(SCHOOLS), p(CLOSING));
    expect(restored(doc(list(WATER, HEALTH, SCHOOLS), p(CLOSING)), version, 0, 2)).toEqual(version);
    expect(restored(doc(list(HEALTH, WATER, SCHOOLS, ROADS), p(CLOSING)), version, 0, 2)).toEqual(
      doc(list(HEALTH), p(WATER), p(SCHOOLS), list(ROADS), p(CLOSING)),
    );
    const part = doc(h("民生"), p(WATER), p(SCHOOLS), p(CLOSING));
    expect(restored(doc(h("民生"), list(HEALTH, WATER, SCHOOLS, ROADS), p(CLOSING)), part, 0, 3)).toEqual(
      doc(h("民生"), p(WATER), p(SCHOOLS), list(ROADS), p(CLOSING)),
    );
  });

  it("VE-22 stay where one paragraph comes back", () => {
    const version = doc(p(WATER), p(SCHOOLS), p(CLOSING));
    const now = doc(list(WATER, HEALTH, SCHOOLS), p(CLOSING));
    expect(restored(now, version, 1)).toEqual(doc(list(WATER, HEALTH), p(SCHOOLS), p(CLOSING)));
  });
});

describe("the same sentence elsewhere", () => {
  it("VE-22 is taken away nowhere but from one other block", () => {
    const version = doc(p(WATER), p(CLOSING));
    const now = doc(list(WATER, SCHOOLS), p(CLOSING), quotation(WATER, HEALTH), p(ROADS));
    expect(restored(now, version, 0)).toEqual(
      doc(p(WATER), list(SCHOOLS), p(CLOSING), quotation(WATER, HEALTH), p(ROADS)),
    );
  });

  it("VE-22 stays in a list that the version has it in, and in a table", () => {
    const version = doc(p(WATER), p(CLOSING), list(WATER, SCHOOLS), table(WATER));
    const now = doc(p(CLOSING), list(WATER, `${SCHOOLS}要快。`), table(WATER, ROADS));
    expect(restored(now, version, 0)).toEqual(
      doc(p(WATER), p(CLOSING), list(WATER, `${SCHOOLS}要快。`), table(WATER, ROADS)),
    );
  });

  it("VE-22 written beside a paragraph of which the version makes a list stays", () => {
    const version = doc(list(WATER, SCHOOLS), p(CLOSING));
    const now = doc(p(WATER), p(SCHOOLS), p(CLOSING), p(SCHOOLS));
    expect(restored(now, version, 0)).toEqual(doc(list(WATER, SCHOOLS), p(CLOSING), p(SCHOOLS)));
  });
});

describe("a paragraph that stands in another block, a similar one written where it stood", () => {
  const version = doc(p(WATER), p(SCHOOLS), p(ROADS));
  const NEW = ROADS.replace("养护", "管护");

  it.each([
    ["a list", list],
    ["a quotation", quotation],
  ])("VE-22 comes back out of %s; the similar one is another one and stays", (_what, block) => {
    const now = doc(p(WATER), p(NEW), block(SCHOOLS, ROADS));
    expect(restored(now, version, 2)).toEqual(doc(p(WATER), p(NEW), block(SCHOOLS), p(ROADS)));
    expect(restored(now, version, 1)).toEqual(doc(p(WATER), p(NEW), p(SCHOOLS), block(ROADS)));
    expect(restored(doc(p(WATER), p(NEW), p(SCHOOLS), block(ROADS)), version, 2)).toEqual(
      doc(p(WATER), p(NEW), p(SCHOOLS), p(ROADS)),
    );
  });

  it("VE-22 so does each of several equal ones", () => {
    const twice = doc(p(WATER), p(ROADS), p(ROADS), p(SCHOOLS));
    const now = doc(p(WATER), p(NEW), p(NEW), p(SCHOOLS), list(ROADS, ROADS));
    expect(restored(now, twice, 1)).toEqual(doc(p(WATER), p(NEW), p(NEW), p(ROADS), p(SCHOOLS), list(ROADS)));
    expect(restored(now, twice, 1, 3)).toEqual(doc(p(WATER), p(NEW), p(NEW), p(ROADS), p(ROADS), p(SCHOOLS)));
  });

  it("VE-22 so does one that stands in a table's cell, where it stays", () => {
    const now = doc(p(WATER), p(SCHOOLS), p(NEW), table(ROADS, HEALTH));
    expect(restored(now, version, 2)).toEqual(
      doc(p(WATER), p(SCHOOLS), p(NEW), table(ROADS, HEALTH), p(ROADS)),
    );
  });

  it("VE-22 an item comes back out of another list, a similar one in its place", () => {
    const had = doc(list(WATER, ROADS), p(CLOSING), list(HEALTH));
    const now = doc(list(WATER, NEW), p(CLOSING), list(HEALTH, ROADS));
    expect(restored(now, had, 0)).toEqual(had);
    expect(restored(now, had, 2)).toEqual(doc(list(WATER, NEW), p(CLOSING), list(ROADS), list(HEALTH)));
  });

  it("VE-22 the similar one's own counterpart is another", () => {
    const had = doc(p(WATER), p(ROADS), p(SCHOOLS), list(HEALTH, NEW));
    const now = doc(p(WATER), p(NEW), p(SCHOOLS), list(HEALTH, ROADS));
    expect(restored(now, had, 1)).toEqual(doc(p(WATER), p(NEW), p(ROADS), p(SCHOOLS), list(HEALTH)));
    expect(restored(now, had, 3)).toEqual(doc(p(WATER), p(SCHOOLS), p(ROADS), list(HEALTH, NEW)));
  });
});
