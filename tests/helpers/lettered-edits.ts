/**
 * Random edits that name their place by its letters, so that the same edit is made of a text with suggestions, of one in
 * which these were direct edits, and of one without them. Where the three can't mean the same there is none.
 */
import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { documentSchema } from "@/core/document/schema";
import { INSERTION } from "@/core/document/suggestion-marks";
import { acceptAll } from "@/core/review/settle";
import { formattingsOf } from "@/core/review/settle-text";
import { suggestionsBetween } from "@/core/review/suggestions-in";
import { blockEdit } from "./lettered-block-edits";
import type { Random } from "./random";
import { hasLeaf } from "./random-speech";
import { behindLetter, lettersIn, placeOfLetter, type UniqueLetters } from "./unique-letters";

const schema = documentSchema();

export interface LetteredEdit {
  /** Letters that it changes or stands beside. */
  readonly touched: readonly string[];
  make(doc: Node): Transaction | null;
}

export interface EditOptions {
  readonly isDirect: boolean;
  readonly random: Random;
  readonly letters: UniqueLetters;
}

type Edit = (doc: Node) => Transaction;

/** Null where the dice named what can't be made there. */
export function letteredEdit(text: Node, options: EditOptions): LetteredEdit | null {
  const letters = lettersIn(acceptAll(text));
  if (letters.length === 0) return null;
  const at = options.random.below(letters.length);
  return options.random.chance(0.7)
    ? wordEdit(text, letters, at, options)
    : blockEdit(text, letters[at] ?? "", options);
}

const start = (doc: Node): Transaction => EditorState.create({ doc }).tr;

function wordEdit(text: Node, all: readonly string[], at: number, options: EditOptions): LetteredEdit | null {
  const { isDirect, random, letters } = options;
  const isInsertion = random.chance(0.4);
  const chosen = all.slice(at, at + 1 + (isInsertion ? 0 : random.below(5)));
  const [first, last] = [chosen[0] ?? "", chosen.at(-1) ?? ""];
  // Among a colleague's inserted words nothing can be written in the text without them.
  if (isDirect && !(isOfBase(text, first) && isOfBase(text, last))) return null;
  const word = letters.word(1 + random.below(3));
  const node = schema.text(word, random.chance(0.2) ? [schema.mark(random.pick(["bold", "italic"]))] : []);
  const touched = [...all.slice(Math.max(0, at - 1), at + chosen.length + 1), ...word];
  if (isInsertion) return { touched, make: (doc) => start(doc).insert(behindLetter(doc, first), node) };
  const isInLine = [text, acceptAll(text)].every((doc) => isOneLine(doc, first, last));
  if (!isInLine) return null;
  const range = (doc: Node) => [placeOfLetter(doc, first), behindLetter(doc, last)] as const;
  const looks = lookEdit(text, range, options);
  const edits: readonly (Edit | null)[] = [
    (doc) => start(doc).delete(...range(doc)),
    (doc) => start(doc).replaceWith(...range(doc), node),
    looks,
  ];
  const make = random.pick(edits);
  return make === null ? null : { touched, make };
}

function lookEdit(
  text: Node,
  range: (doc: Node) => readonly [number, number],
  { isDirect, random }: EditOptions,
): Edit | null {
  const mark = schema.mark(random.pick(["bold", "italic", "stress"]));
  const isOn = random.chance(0.6);
  // Of a look that is proposed and one given directly the proposed one counts when it is accepted, whichever came last;
  // taking a proposed look off, and giving back one whose end is proposed, is the page's (tests/editor/proposed-looks).
  if (isDirect && suggestionsBetween(text, ...range(text)).size > 0) return null;
  if (hasProposedLook(text, ...range(text))) return null;
  // The binding syncs no marks on hard breaks and cues.
  if (hasLeaf(text, ...range(text))) return null;
  return (doc) =>
    isOn ? start(doc).addMark(...range(doc), mark) : start(doc).removeMark(...range(doc), mark);
}

function hasProposedLook(text: Node, from: number, to: number): boolean {
  let found = false;
  text.nodesBetween(from, to, (node) => {
    found ||= formattingsOf(node).length > 0;
  });
  return found;
}

function isOneLine(doc: Node, first: string, last: string): boolean {
  return doc.resolve(placeOfLetter(doc, first)).sameParent(doc.resolve(placeOfLetter(doc, last)));
}

/** Whether the letter stands in the text without suggestions, too. */
function isOfBase(text: Node, letter: string): boolean {
  const $letter = text.resolve(placeOfLetter(text, letter));
  const around = Array.from({ length: $letter.depth }, (_, depth) => $letter.node(depth + 1));
  const marks = $letter.nodeAfter?.marks ?? [];
  return (
    around.every(({ attrs }) => attrs.inserted == null) && !marks.some(({ type }) => type.name === INSERTION)
  );
}
