/** Random speeches and random rewritings of them, as JSON in canonical form. */
import { canonicalDocument } from "@/core/compare/canonical-document";
import { inlineLength, sliceInline } from "@/core/compare/inline";
import { isInlineName, isLineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import type { Random } from "./random";

const WORDS =
  "我们 要 持续 推动 推进 高质量 发展 ， 。 工作 落实 责任 ； 会议 强调 群众 服务 和 的 2026年 12.6% budget the report".split(
    " ",
  );

export function randomDocument(random: Random, blocks = 1 + random.below(14)): DocumentNode {
  return canonicalDocument({
    type: "doc",
    content: Array.from({ length: blocks }, () => randomBlock(random)),
  });
}

/** The document after some edits, each something that an author does. */
export function randomlyRewritten(document: DocumentNode, random: Random, edits: number): DocumentNode {
  const blocks = [...(document.content ?? [])];
  for (let edit = 0; edit < edits; edit += 1) rewrite(blocks, random);
  return canonicalDocument({ ...document, content: blocks });
}

function rewrite(blocks: DocumentNode[], random: Random): void {
  const at = random.below(blocks.length + 1);
  const block = blocks[at];
  const dice = random.next();
  if (block === undefined || dice < 0.15) blocks.splice(at, 0, randomBlock(random));
  else if (dice < 0.25 && blocks.length > 1) blocks.splice(at, 1);
  else if (dice < 0.4) {
    const [moved] = blocks.splice(at, 1);
    if (moved !== undefined) blocks.splice(random.below(blocks.length + 1), 0, moved);
  } else if (dice < 0.45) blocks.splice(at, 0, block);
  else if (dice < 0.55) blocks[at] = reshaped(block, random);
  else if (dice < 0.65) breakLine(blocks, at, random);
  else if (dice < 0.72) joinLines(blocks, at);
  else blocks[at] = inside(block, random);
}

function breakLine(blocks: DocumentNode[], at: number, random: Random): void {
  const line = blocks[at];
  if (line === undefined || !isLineName(line.type)) return;
  const content = line.content ?? [];
  const cut = random.below(content.reduce((sum, node) => sum + inlineLength(node), 0) + 1);
  const [head, end] = [sliceInline(content, 0, cut), sliceInline(content, cut)];
  blocks.splice(
    at,
    1,
    { ...line, content: head },
    random.chance(0.7) ? { ...line, content: end } : paragraph(end),
  );
}

const paragraph = (content: readonly DocumentNode[]): DocumentNode => ({ type: "paragraph", content });

function joinLines(blocks: DocumentNode[], at: number): void {
  const [line, next] = [blocks[at], blocks[at + 1]];
  if (line === undefined || next === undefined || !isLineName(line.type) || !isLineName(next.type)) return;
  blocks.splice(at, 2, { ...line, content: [...(line.content ?? []), ...(next.content ?? [])] });
}

function reshaped(block: DocumentNode, random: Random): DocumentNode {
  if (block.type !== "paragraph" && block.type !== "heading") return inside(block, random);
  const { content } = block;
  return random.chance(0.3)
    ? { type: "paragraph", content }
    : { type: "heading", attrs: { level: 1 + random.below(4), runIn: random.chance(0.3) }, content };
}

function inside(block: DocumentNode, random: Random): DocumentNode {
  const content = [...(block.content ?? [])];
  const at = random.below(content.length + 1);
  const child = content[at];
  const isLine = content.every(({ type }) => isInlineName(type));
  if (!isLine && child !== undefined) {
    if (random.chance(0.2) && content.length > 1) content.splice(at, 1);
    else content[at] = inside(child, random);
  } else if (isLine) {
    if (child === undefined || random.chance(0.4)) content.splice(at, 0, ...randomLine(random));
    else if (random.chance(0.3)) content.splice(at, 1);
    else if (child.type === "text") content[at] = retyped(child, random);
  }
  return { ...block, content };
}

function retyped(node: DocumentNode, random: Random): DocumentNode {
  const text = node.text ?? "";
  if (random.chance(0.3))
    return { type: "text", text, ...(random.chance(0.5) && { marks: [{ type: "bold" }] }) };
  const from = random.below(text.length);
  const to = from + random.below(Math.min(6, text.length - from + 1));
  const fresh = text.slice(0, from) + (random.chance(0.7) ? random.pick(WORDS) : "") + text.slice(to);
  return { ...node, text: fresh === "" ? "字" : fresh };
}

function randomBlock(random: Random): DocumentNode {
  const dice = random.next();
  const paragraph = (): DocumentNode => ({ type: "paragraph", content: randomLine(random) });
  if (dice < 0.55) return paragraph();
  if (dice < 0.75) {
    const attrs = { level: 1 + random.below(4), runIn: random.chance(0.3) };
    return { type: "heading", attrs, content: randomLine(random) };
  }
  if (dice < 0.8) return { type: "quotation", content: [paragraph(), paragraph()] };
  if (dice < 0.9) {
    const item = (): DocumentNode => ({ type: "listItem", content: [paragraph()] });
    return { type: "bulletList", content: [item(), item(), item()] };
  }
  const cell = (): DocumentNode => ({ type: "tableCell", attrs: { colspan: 1 }, content: [paragraph()] });
  const row = (): DocumentNode => ({ type: "tableRow", content: [cell(), cell()] });
  return { type: "table", content: [row(), row()] };
}

function randomLine(random: Random): DocumentNode[] {
  return Array.from({ length: random.below(4) }, (): DocumentNode => {
    if (random.chance(0.08)) return { type: "hardBreak" };
    if (random.chance(0.04)) return { type: "cue", attrs: { kind: random.pick(["pause", "applause"]) } };
    const text = Array.from({ length: 1 + random.below(12) }, () => random.pick(WORDS)).join("");
    const marks = random.chance(0.25) ? [randomMark(random)] : undefined;
    return { type: "text", text, ...(marks && { marks }) };
  });
}

function randomMark(random: Random): { type: string; attrs?: Record<string, unknown> } {
  const type = random.pick(["bold", "italic", "insertion", "stress", "pinyin"]);
  return type === "pinyin" ? { type, attrs: { reading: "zhòng" } } : { type };
}
