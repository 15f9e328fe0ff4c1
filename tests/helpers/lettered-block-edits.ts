/** Random edits of whole blocks that name their place by a letter in it; see lettered-edits.ts. */
import type { Node, NodeType, ResolvedPos } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { documentSchema } from "@/core/document/schema";
import { SLOTS, writeBlockForm } from "@/core/document/suggestion";
import { BREAK } from "@/core/document/suggestion-marks";
import { suggestionsIn } from "@/core/review/suggestions-in";
import { type EditOptions, type LetteredEdit, withGaps } from "./lettered-edits";
import { type Random, seededRandom } from "./random";
import { randomCommand } from "./random-command";
import { randomBlock } from "./random-speech";
import { lettersIn, placeOfLetter, type UniqueLetters } from "./unique-letters";

const schema = documentSchema();
const PARENTS = ["doc", "bulletList", "table"];
const KINDS = ["paragraph", "heading", "title", "salutation"];

/** `pos` is before the block that holds the letter, `at` before the letter. */
type Edit = (doc: Node, pos: number, at: number) => Transaction | null;

export function blockEdit(text: Node, letter: string, options: EditOptions): LetteredEdit | null {
  const { isDirect, random, letters } = options;
  const $letter = text.resolve(placeOfLetter(text, letter));
  const depth = random.pick(depthsOf($letter));
  const [parent, index] = [$letter.node(depth - 1), $letter.index(depth - 1)];
  const near = [index - 1, index, index + 1, index + 2].map((at) => parent.maybeChild(at));
  const all = near.filter((node) => node !== null);
  // What is proposed for a whole line, or as a break in it, direct editing has done already: there it would be another
  // block that is parted, moved or made another kind.
  if (!all.every(isPlain)) return null;
  // Moved or parted directly a block is written anew, with what others propose in it: SU-53 has that.
  if (isDirect && (all.some((node) => suggestionsIn(node).length > 0) || isWithinProposal($letter)))
    return null;
  const block = parent.child(index);
  const come = newBlock(block, depth, random, letters);
  const make = random.pick(editsOf(near, depth, come, random));
  const touched = withGaps([...all.flatMap(lettersIn), ...lettersIn(come)]);
  return {
    touched,
    make: (doc) => {
      const at = placeOfLetter(doc, letter);
      return make(doc, doc.resolve(at).before(depth), at);
    },
  };
}

const startOf = (doc: Node): Transaction => EditorState.create({ doc }).tr;
const sizeAt = (doc: Node, pos: number) => doc.nodeAt(pos)?.nodeSize ?? 0;

function editsOf(
  [before, block, after]: readonly (Node | null)[],
  depth: number,
  come: Node,
  random: Random,
): Edit[] {
  const edits: Edit[] = [(doc, pos) => startOf(doc).insert(pos + sizeAt(doc, pos), come)];
  const seed = random.below(2 ** 31);
  if (before != null || after != null)
    edits.push((doc, pos) => startOf(doc).delete(pos, pos + sizeAt(doc, pos)));
  if (after != null) edits.push(moveDown);
  if (depth > 1) return edits;
  edits.push((doc, _pos, at) => randomCommand(doc, at, at, seededRandom(seed)));
  if (block?.isTextblock !== true) return edits;
  const { type, attrs } = kind(random);
  edits.push((doc, _pos, at) => startOf(doc).split(at, 1, [{ type, attrs }]));
  if (before?.isTextblock === true) edits.push((doc, pos) => startOf(doc).delete(pos - 1, pos + 1));
  if (writeBlockForm(type.name, attrs) !== writeBlockForm(block.type.name, block.attrs)) {
    edits.push((doc, pos) => startOf(doc).setNodeMarkup(pos, type, { ...attrs, ...slotsAt(doc, pos) }));
  }
  return edits;
}

const moveDown: Edit = (doc, pos) => {
  const block = doc.nodeAt(pos);
  if (block === null) return null;
  const next = sizeAt(doc, pos + block.nodeSize);
  return startOf(doc)
    .delete(pos, pos + block.nodeSize)
    .insert(pos + next, block);
};

function kind(random: Random): { readonly type: NodeType; readonly attrs: Record<string, unknown> } {
  const name = random.pick(KINDS);
  const type = schema.nodes[name];
  if (type === undefined) throw new Error(`no ${name} in the schema`);
  return { type, attrs: name === "heading" ? { level: 1 + random.below(4), runIn: false } : {} };
}

const slotsAt = (doc: Node, pos: number) =>
  Object.fromEntries(SLOTS.map((slot) => [slot, doc.nodeAt(pos)?.attrs[slot] ?? null]));

/** To be put in behind this one. */
function newBlock(block: Node, depth: number, random: Random, letters: UniqueLetters): Node {
  if (depth === 1) return letters.relabelled(randomBlock(random));
  const paragraph = () => schema.node("paragraph", null, schema.text(letters.word(2)));
  if (block.type.name !== "tableRow") return schema.node("listItem", null, [paragraph()]);
  return schema.node(
    "tableRow",
    null,
    block.children.map((cell) => cell.type.create(cell.attrs, paragraph())),
  );
}

/** The depths at which the letter stands in a block, an item or a row. */
function depthsOf($letter: ResolvedPos): number[] {
  const depths = Array.from({ length: $letter.depth }, (_, index) => index + 1);
  return depths.filter((depth) => PARENTS.includes($letter.node(depth - 1).type.name));
}

function isPlain(block: Node): boolean {
  let found = hasProposal(block);
  block.descendants((node) => {
    found ||= (node.isBlock && hasProposal(node)) || node.text?.includes(BREAK) === true;
  });
  return !found;
}

const hasProposal = ({ attrs }: Node) => SLOTS.some((slot) => attrs[slot] != null);

function isWithinProposal($letter: ResolvedPos): boolean {
  return Array.from({ length: $letter.depth }, (_, depth) => $letter.node(depth + 1)).some(hasProposal);
}
