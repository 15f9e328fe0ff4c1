/** Speeches of any length for the bench, and copies with a given number of changes in them. */
import { canonicalDocument } from "@/core/compare/canonical-document";
import type { DocumentNode } from "@/core/document/schema";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { countDocument } from "@/core/text/count";
import type { Random } from "../../helpers/random";

const WORDS = ["切实", "进一步", "全面", "稳妥", "有序", "依法", "常态化", "分类", "按期", "逐项"];

/** The sample speech over and over, every paragraph made its own by other words. */
export function speechOf(characters: number, random: Random): DocumentNode {
  const sample = canonicalDocument(archivesSpeech.document).content ?? [];
  const content: DocumentNode[] = [];
  for (let at = 0; countDocument({ type: "doc", content }).characters < characters; at += 1) {
    const block = sample[at % sample.length];
    if (block !== undefined) content.push(at < sample.length ? block : reworded(block, random));
  }
  return canonicalDocument({ type: "doc", content });
}

/**
 * As many single changes: words put in, taken out and replaced, and with every twenty-fifth a paragraph moved.
 * `first` is the number of the first of them, where they are asked for one by one.
 */
export function withChanges(
  document: DocumentNode,
  changes: number,
  random: Random,
  first = 0,
): DocumentNode {
  const blocks = [...(document.content ?? [])];
  for (let change = first; change < first + changes; change += 1) {
    const at = random.below(blocks.length);
    const block = blocks[at];
    if (block === undefined) continue;
    if (change % 25 === 0) {
      blocks.splice(at, 1);
      blocks.splice(random.below(blocks.length + 1), 0, block);
    } else blocks[at] = changedOnce(block, random);
  }
  return canonicalDocument({ ...document, content: blocks });
}

function reworded(block: DocumentNode, random: Random): DocumentNode {
  return changedOnce(changedOnce(changedOnce(block, random), random), random);
}

function changedOnce(node: DocumentNode, random: Random): DocumentNode {
  if (node.type === "text") {
    const text = node.text ?? "";
    const at = random.below(text.length + 1);
    const gone = random.chance(0.6) ? random.below(4) : 0;
    const word = random.chance(0.7) || text.length <= gone ? random.pick(WORDS) : "";
    return { ...node, text: text.slice(0, at) + word + text.slice(at + gone) };
  }
  const content = [...(node.content ?? [])];
  if (content.length === 0) return node;
  const at = random.below(content.length);
  const child = content[at];
  if (child !== undefined) content[at] = changedOnce(child, random);
  return { ...node, content };
}
