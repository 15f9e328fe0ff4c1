/** The names that formats are mapped by are the schema's. */
import { expect, it } from "vitest";
import { LOOK_NAMES } from "@/core/document/looks";
import { BLOCK_NAMES, INLINE_NAMES, INNER_NAMES, LINE_NAMES } from "@/core/document/node-names";
import { childNames, documentSchema } from "@/core/document/schema";

/** Marks that say something of words and don't change how they look. */
const BESIDE_LOOKS = ["comment", "insertion", "deletion", "formatting"];

it("EX-10 every node of the schema has its place in the formats' mapping tables", () => {
  const { nodes, marks } = documentSchema();
  expect([...LOOK_NAMES, ...BESIDE_LOOKS].sort()).toEqual(Object.keys(marks).sort());
  expect([...BLOCK_NAMES, ...INNER_NAMES, ...INLINE_NAMES, "doc"].sort()).toEqual(Object.keys(nodes).sort());
  const top = nodes.doc === undefined ? [] : [...childNames(nodes.doc)];
  expect([...BLOCK_NAMES].sort()).toEqual(top.sort());
  const lines = top.filter((name) => nodes[name]?.isTextblock === true);
  expect([...LINE_NAMES].sort()).toEqual(lines.sort());
});
