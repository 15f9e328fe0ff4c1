import { expect, it } from "vitest";
import { type BlockWriters, changersOf } from "@/core/compare/changers";
import { compareDocuments } from "@/core/compare/compare-documents";
import type { Row, Span } from "@/core/compare/comparison";
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";

const text = (words: string): DocumentNode => ({ type: "text", text: words });
const p = (words: string): DocumentNode => ({ type: "paragraph", content: [text(words)] });
const item = (words: string): DocumentNode => ({ type: "listItem", content: [p(words)] });
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });

/** Each change that has somebody, as its words and people. */
function changes(before: DocumentNode, after: DocumentNode, writers: readonly BlockWriters[]): string[] {
  const { rows } = compareDocuments(before, after);
  const worded = (change: Span | Row) => {
    if ("content" in change) return `${change.kind} ${change.content.map(nodeText).join("")}`;
    return "block" in change ? `${change.kind} ${nodeText(change.block)}` : change.kind;
  };
  return [...changersOf(rows, after, writers)].map(
    ([change, people]) => `${worded(change)}: ${people.join()}`,
  );
}

it("VE-44 what replaced other words is its writer's, deletion and all; a mere deletion is nobody's", () => {
  const before = doc(p("我们要推动高质量发展，这一句不要。"), p("不变的一段。"));
  const after = doc(p("我们要推进高质量发展。"), p("不变的一段。"));
  expect(
    changes(before, after, [
      [
        [0, 3],
        [1, 2],
        [0, 6],
      ],
      [[0, 6]],
    ]),
  ).toEqual(["added 推进: 1", "deleted 推动: 1"]);
});

it("VE-44 a new block is everybody's who typed in it, and text that nobody is known for has nobody", () => {
  const before = doc(p("原来的一段。"));
  const after = doc(p("原来的一段。"), p("两人合写的一段话。"), p("来路不明的另一段。"));
  expect(
    changes(before, after, [
      [[0, 6]],
      [
        [2, 4],
        [1, 5],
      ],
      [[-1, 9]],
    ]),
  ).toEqual(["added 两人合写的一段话。: 2,1"]);
});

it("VE-44 so it is in lists, past line breaks", () => {
  const list = (...items: DocumentNode[]): DocumentNode => ({ type: "bulletList", content: items });
  const broken = (last: string): DocumentNode => ({
    type: "paragraph",
    content: [text("上行文字"), { type: "hardBreak" }, text(`下行文字${last}`)],
  });
  const before = doc(list(item("第一条照旧不动"), item("第二条要改")), broken(""));
  const after = doc(list(item("第一条照旧不动"), item("第二条要改动")), broken("加字"));
  const writers: BlockWriters[] = [
    [
      [0, 12],
      [3, 1],
    ],
    [
      [0, 8],
      [4, 2],
    ],
  ];
  const found = changes(before, after, writers);
  expect(found).toContain("added 加字: 4");
  expect(found.some((change) => change.startsWith("added") && change.endsWith(": 3"))).toBe(true);
});
