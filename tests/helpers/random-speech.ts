/** Random speeches and random edits of them, as an editor's commands would make them. */
import { Fragment, type Mark, type Node, Slice } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { documentSchema } from "@/core/document/schema";
import { writeBlockForm } from "@/core/document/suggestion";
import { DELETION } from "@/core/document/suggestion-marks";
import type { Random } from "./random";
import { randomCommand } from "./random-command";

const schema = documentSchema();
const WORDS = ["同志们", "工作", "要", "𠮷利", "发展", "，", "。", "抓好落实", "aaa", "2026"];
const LINES = ["paragraph", "paragraph", "heading", "title", "salutation"] as const;

const look = (random: Random) => {
  const name = random.pick(["bold", "italic", "bold", "italic", "stress", "pinyin"]);
  return schema.mark(name, name === "pinyin" ? { reading: random.pick(["zhòng", "chóng"]) } : null);
};
const word = (random: Random) => schema.text(random.pick(WORDS), random.chance(0.2) ? [look(random)] : []);
const leaf = (random: Random) =>
  random.chance(0.5)
    ? schema.node("hardBreak")
    : schema.node("cue", { kind: random.pick(["pause", "long-pause", "applause"]) });

function line(random: Random, type: string = random.pick(LINES)): Node {
  const content = Array.from({ length: random.below(5) }, () =>
    random.chance(0.1) ? leaf(random) : word(random),
  );
  const attrs = type === "heading" ? { level: 1 + random.below(4), runIn: random.chance(0.3) } : {};
  return schema.node(type, attrs, Fragment.fromArray(content));
}

const paragraph = (random: Random) => line(random, "paragraph");
const several = (random: Random, make: (random: Random) => Node, most = 3) =>
  Array.from({ length: 1 + random.below(most) }, () => make(random));

export function randomBlock(random: Random): Node {
  const dice = random.next();
  if (dice < 0.08) return schema.node("bulletList", null, several(random, item));
  if (dice < 0.12) return schema.node("quotation", null, several(random, paragraph, 2));
  if (dice < 0.18) {
    const columns = 1 + random.below(3);
    const cell = () => schema.node("tableCell", null, [paragraph(random)]);
    return schema.node(
      "table",
      null,
      several(random, () => schema.node("tableRow", null, Array.from({ length: columns }, cell))),
    );
  }
  return line(random);
}

function item(random: Random): Node {
  const inner = random.chance(0.2)
    ? [schema.node("bulletList", null, [schema.node("listItem", null, [paragraph(random)])])]
    : [];
  return schema.node("listItem", null, [paragraph(random), ...inner]);
}

export function randomSpeech(random: Random): Node {
  return schema.node("doc", null, several(random, randomBlock, 6));
}

/** Places in text whose block isn't about to go: nobody goes on writing in what is struck out. */
function textPlaces(doc: Node): number[] {
  const places: number[] = [];
  doc.descendants((node, pos) => {
    if (node.attrs.removed != null) return false;
    if (!node.isTextblock) return true;
    for (let at = 0; at <= node.content.size; at += 1) {
      const { nodeBefore, textOffset, parent } = node.resolve(at);
      const text = textOffset > 0 ? (parent.maybeChild(node.resolve(at).index())?.text ?? "") : "";
      const isSplitPair =
        nodeBefore !== null && textOffset > 0 && /[\udc00-\udfff]/.test(text[textOffset] ?? "");
      if (!isSplitPair) places.push(pos + 1 + at);
    }
    return false;
  });
  return places;
}

/** A transaction with one edit; null when the dice named one that this document has no place for. */
export function randomEdit(doc: Node, random: Random): Transaction | null {
  const { tr } = EditorState.create({ doc });
  const places = textPlaces(doc);
  if (places.length === 0) return null;
  const at = random.pick(places);
  const $at = doc.resolve(at);
  const near = places.filter((place) => Math.abs(place - at) < (random.chance(0.3) ? 40 : 6));
  const other = random.pick(near);
  const [from, to] = at < other ? [at, other] : [other, at];
  const dice = random.next();
  if (dice < 0.03) return tr.insert(at, leaf(random));
  if (dice < 0.3) {
    const marks = random.chance(0.5) ? typingMarks(doc, at) : [];
    return tr.replaceWith(at, at, schema.text(random.pick(WORDS), marks));
  }
  if (dice < 0.48) {
    return sameParent(doc, from, to) || !touchesProposal(doc, from, to) ? tr.deleteRange(from, to) : null;
  }
  if (dice < 0.56)
    return sameParent(doc, from, to) ? tr.replaceWith(from, to, schema.text(random.pick(WORDS))) : null;
  if (dice < 0.66) return random.chance(0.3) ? twoSplits(tr, at) : split(tr, at);
  if (dice < 0.74) {
    const mark = look(random);
    // The binding syncs no marks on hard breaks and cues.
    if (hasLeaf(doc, from, to)) return null;
    if (mark.type.name === "pinyin" && hasProposedReading(doc, from, to)) return null;
    return random.chance(0.6) ? tr.addMark(from, to, mark) : tr.removeMark(from, to, mark);
  }
  if (dice < 0.82) return $at.depth === 1 ? makeAnother(tr, $at.before(1), line(random)) : null;
  if (touchesProposal(doc, from, to)) return null;
  // A line joined takes the one before it along.
  const before = Math.max(0, Math.min(from, $at.start() - 2));
  if (dice < 0.86) return touchesProposal(doc, before, to) ? null : randomCommand(doc, from, to, random);
  if (dice < 0.9)
    return tr.replaceRange(from, to, new Slice(Fragment.fromArray(several(random, randomBlock)), 0, 0));
  return editBlocks(tr, random);
}

/** Those that a typed letter takes over; nobody types words in order to have them struck. */
function typingMarks(doc: Node, at: number): readonly Mark[] {
  return doc
    .resolve(at)
    .marks()
    .filter(({ type }) => type.name !== DELETION);
}

function sameParent(doc: Node, from: number, to: number): boolean {
  return doc.resolve(from).sameParent(doc.resolve(to));
}

export function hasLeaf(doc: Node, from: number, to: number): boolean {
  let found = false;
  doc.nodesBetween(from, to, ({ type }) => {
    found ||= type.isInline && type.isLeaf && !type.isText;
  });
  return found;
}

/** One accepted comes after another that was given directly in the meantime; suggested, the newer one stands. */
function hasProposedReading(doc: Node, from: number, to: number): boolean {
  let found = false;
  doc.nodesBetween(from, to, ({ marks }) => {
    found ||= marks.some(({ attrs }) => String(attrs.mark).startsWith("pinyin"));
  });
  return found;
}

/** Direct editing would leave what is proposed for a whole block on whichever half it cuts off. */
function touchesProposal(doc: Node, from: number, to: number): boolean {
  let found = false;
  doc.nodesBetween(from, to, ({ attrs }) => {
    found ||= attrs.joined != null || attrs.retyped != null;
  });
  return found;
}

function slotsOf({ attrs }: Node) {
  const { inserted, removed, joined, retyped } = attrs;
  return { inserted, removed, joined, retyped };
}

/** As Enter does it, but the new block isn't joined or changed because the one before it is. */
function split(tr: Transaction, at: number): Transaction | null {
  const { parent, depth } = tr.doc.resolve(at);
  const attrs = { ...parent.attrs, joined: null, retyped: null };
  return depth === 1 ? tr.split(at, 1, [{ type: parent.type, attrs }]) : null;
}

/** Two proposed breaks beside each other are one text node. */
function twoSplits(tr: Transaction, at: number): Transaction | null {
  const parted = split(tr, at);
  return parted && split(parted, at);
}

/** As the block menu does it. Nobody chooses the kind that a block has, to undo another's proposal. */
function makeAnother(tr: Transaction, pos: number, { type, attrs }: Node): Transaction | null {
  const block = tr.doc.nodeAt(pos);
  if (block === null || block.attrs.joined !== null) return null;
  if (writeBlockForm(type.name, attrs) === writeBlockForm(block.type.name, block.attrs)) return null;
  return tr.setNodeMarkup(pos, type, { ...attrs, ...slotsOf(block), retyped: null });
}

/** Whole blocks: taken out, moved, put in, list items and rows too. */
function editBlocks(tr: Transaction, random: Random): Transaction | null {
  const { doc } = tr;
  const parents: { node: Node; start: number }[] = [{ node: doc, start: 0 }];
  doc.descendants((node, pos) => {
    if (["bulletList", "table"].includes(node.type.name) && node.attrs.removed == null) {
      parents.push({ node, start: pos + 1 });
    }
  });
  const { node, start } = random.pick(parents);
  const index = random.below(node.childCount);
  const child = node.child(index);
  const pos = start + node.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  if (child.attrs.removed != null || child.attrs.joined != null) return null;
  const dice = random.next();
  if (dice < 0.4) return node.childCount > 1 ? tr.delete(pos, pos + child.nodeSize) : null;
  if (dice < 0.7) return tr.insert(pos, withoutSlots(child));
  const next = node.maybeChild(index + 1);
  if (next == null || next.attrs.joined != null) return null;
  return tr.delete(pos, pos + child.nodeSize).insert(pos + next.nodeSize, child);
}

function withoutSlots(node: Node): Node {
  const attrs = Object.fromEntries(Object.entries(node.attrs).filter(([name]) => !(name in slotsOf(node))));
  return node.type.create(attrs, node.content);
}
