import { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { BLOCKS_AROUND_CELL, deepestNesting, withShallowLists } from "@/core/document/nesting";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { LIMITS } from "@/core/limits";
import { nodeText } from "@/core/text/count";

const line = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });

/** Lists in one another: each but the innermost has a line before its list and one behind it. */
function nested(lists: number, at = 1): DocumentNode {
  const inner = at < lists ? [nested(lists, at + 1), line(`后${at}`)] : [];
  return { type: "orderedList", content: [{ type: "listItem", content: [line(`前${at}`), ...inner] }] };
}

const doc = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });
const inCell = (block: DocumentNode): DocumentNode => ({
  type: "table",
  content: [{ type: "tableRow", content: [{ type: "tableCell", content: [block] }] }],
});

it.each([
  ["in a speech", doc(nested(24)), true],
  ["in a speech, one more", doc(nested(25)), false],
  ["in a cell", doc(inCell(nested(23))), true],
  ["in a cell, one more", doc(inCell(nested(24))), false],
])("IM-153 lists %s stay as they are only as deep as a text may be", (_where, document, isFit) => {
  const shallow = withShallowLists(document);
  expect(deepestNesting(document) <= LIMITS.nestedBlocks).toBe(isFit);
  if (isFit) expect(shallow).toEqual(document);
  expect(deepestNesting(shallow)).toBeLessThanOrEqual(LIMITS.nestedBlocks);
});

it("IM-153 items that stand too deep come in one after the other, with every word in its place", () => {
  const document = doc(line("首"), nested(300), line("尾"));
  const shallow = withShallowLists(document);
  Node.fromJSON(documentSchema(), shallow).check();
  expect(nodeText(shallow)).toBe(nodeText(document));
  expect(deepestNesting(shallow)).toBe(LIMITS.nestedBlocks - 1);
});

it("IM-153 what goes into a cell counts the table around it", () => {
  const shallow = withShallowLists(doc(nested(24)), BLOCKS_AROUND_CELL);
  expect(BLOCKS_AROUND_CELL + deepestNesting(shallow)).toBeLessThanOrEqual(LIMITS.nestedBlocks);
});
