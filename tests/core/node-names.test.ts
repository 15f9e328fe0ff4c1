/** The names that formats are mapped by are the schema's. */
import { expect, it } from "vitest";
import { BLOCK_NAMES, INLINE_NAMES, LINE_NAMES } from "@/core/document/node-names";
import { childNames, documentSchema } from "@/core/document/schema";

/** What stands only inside a block; formats write it with that. */
const INNER_NAMES = ["listItem", "tableRow", "tableHeader", "tableCell"];

it("EX-10 every node of the schema has its place in the formats' mapping tables", () => {
  const { nodes } = documentSchema();
  expect([...BLOCK_NAMES, ...INNER_NAMES, ...INLINE_NAMES, "doc"].sort()).toEqual(Object.keys(nodes).sort());
  const top = nodes.doc === undefined ? [] : [...childNames(nodes.doc)];
  expect([...BLOCK_NAMES].sort()).toEqual(top.sort());
  const lines = top.filter((name) => nodes[name]?.isTextblock === true);
  expect([...LINE_NAMES].sort()).toEqual(lines.sort());
});
