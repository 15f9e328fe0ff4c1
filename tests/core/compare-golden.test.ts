/**
 * A whole speech and what a round of comments made of it, as lines under tests/golden: a change of what is
 * shown as changed is seen in a review. `npm run unit -- compare-golden -u` writes them anew.
 */
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { heading, paragraph } from "@/core/samples/blocks";
import { nodeText } from "@/core/text/count";
import { comparisonLines } from "../helpers/comparison-lines";

const { document } = archivesSpeech;
const speech = (content: readonly DocumentNode[]): DocumentNode => ({ type: "doc", content: [...content] });

/** Every occurrence, wherever it stands. */
const replaced = (blocks: readonly DocumentNode[], was: string, is: string): DocumentNode[] =>
  JSON.parse(JSON.stringify(blocks).replaceAll(was, is));

const indexOf = (blocks: readonly DocumentNode[], words: string): number => {
  const index = blocks.findIndex((block) => nodeText(block).includes(words));
  if (index === -1) throw new RangeError(`nothing says ${words}`);
  return index;
};
const isPart = ({ type, attrs }: DocumentNode) => type === "heading" && attrs?.level === 1;

/** The block where each part begins, and the end. */
function partEdges(blocks: readonly DocumentNode[]): number[] {
  return [...blocks.flatMap((block, index) => (isPart(block) ? [index] : [])), blocks.length];
}

function swappedParts(blocks: readonly DocumentNode[], first: number): DocumentNode[] {
  const edges = partEdges(blocks);
  const [from = 0, middle = 0, to = 0] = edges.slice(first, first + 3);
  return [
    ...blocks.slice(0, from),
    ...blocks.slice(middle, to),
    ...blocks.slice(from, middle),
    ...blocks.slice(to),
  ];
}

const shown = (after: readonly DocumentNode[], before = document): string =>
  `${comparisonLines(before, speech(after)).join("\n")}\n`;
const file = (name: string) => `../golden/comparison/${name}.txt`;
const blocks = document.content ?? [];

describe("a whole speech", () => {
  it("VE-03 with words, figures and a table's cells put differently", async () => {
    let after = replaced(blocks, "四个指标，看起来是四个数", "这四项指标，看似四个数字");
    after = replaced(after, "80%", "82%");
    after = replaced(after, "我们的习惯是先办事、后归档", "不少单位习惯先办事、再归档");
    after = replaced(after, "用不了两分钟", "只要两分钟");
    await expect(shown(after)).toMatchFileSnapshot(file("words"));
  });

  it("VE-04 with a part moved before another, words changed in it, and paragraphs come and gone", async () => {
    let after = swappedParts(blocks, 1);
    after = replaced(after, "把住源头，从形成那一刻就管起来。", "把好源头，从形成的那一刻管起来。");
    after.splice(indexOf(after, "市自然资源局是这样做的"), 1);
    after.splice(
      indexOf(after, "谁形成、谁整理"),
      0,
      heading(3, "先易后难，一步一步来。", "先抓新形成的，再补过去的。"),
    );
    await expect(shown(after)).toMatchFileSnapshot(file("moved-part"));
  });

  it("VE-04 with a heading of another level, a line of another kind, and words in bold", async () => {
    const after = [...blocks];
    const at = indexOf(after, "该收的一件都不能少");
    const before = after[at];
    if (before === undefined) throw new RangeError("the sample has no such heading");
    after[at] = { ...before, attrs: { ...before.attrs, level: 2 } };
    const line = indexOf(after, "四个指标，看起来是四个数");
    const [first = "", ...rest] = nodeText(after[line] as DocumentNode).split("。");
    after[line] = {
      type: "paragraph",
      content: [
        { type: "text", text: `${first}。`, marks: [{ type: "bold" }] },
        { type: "text", text: rest.join("。") },
      ],
    };
    await expect(shown(after)).toMatchFileSnapshot(file("shapes"));
  });

  it("VE-04 with the same sentence in several places, one of them taken out and one added", async () => {
    const said = paragraph("说一千道一万，关键在落实。");
    const [, second = 0, third = 0] = partEdges(blocks);
    const at = (places: readonly number[]) =>
      blocks.flatMap((block, index) => (places.includes(index) ? [said, block] : [block]));
    const before = speech(at([second, third, blocks.length - 1]));
    await expect(shown(at([second, third + 2, blocks.length - 1]), before)).toMatchFileSnapshot(
      file("repeated"),
    );
  });

  it("VE-89 with paragraphs made a list and a quotation, words changed in one of them, and one put on the list", async () => {
    const lines = blocks.flatMap((block, index) => (block.type === "paragraph" ? [index] : []));
    const [first = 0, moved = 0, quoted = 0] = [lines[1], lines[4], lines[6]];
    const item = (index: number): DocumentNode => ({
      type: "listItem",
      content: blocks.slice(index, index + 1),
    });
    const list = { type: "bulletList", content: [item(first), item(moved)] };
    const after = blocks.flatMap((block, index): DocumentNode[] => {
      if (index === first) return [list];
      if (index === moved) return [];
      return index === quoted ? replaced([{ type: "quotation", content: [block] }], "。", "！") : [block];
    });
    await expect(shown(after)).toMatchFileSnapshot(file("relocated"));
  });
});
