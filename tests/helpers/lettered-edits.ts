/**
 * Random edits that name their place by its letters, so that the same edit is made of a text with suggestions, of one in
 * which these were direct edits, and of one without them. Where the three can't mean the same there is none.
 */
import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { documentSchema } from "@/core/document/schema";
import { DELETION, INSERTION } from "@/core/document/suggestion-marks";
import { acceptAll } from "@/core/review/settle";
import { formattingsOf } from "@/core/review/settle-text";
import { suggestionsBetween } from "@/core/review/suggestions-in";
import { blockEdit } from "./lettered-block-edits";
import type { Random } from "./random";
import { hasLeaf } from "./random-speech";
import { behindLetter, lettersIn, placeOfLetter, type UniqueLetters } from "./unique-letters";

const schema = documentSchema();

export interface LetteredEdit {
  /** Letters that it changes, and gaps behind letters (see gapBehind) that it writes in. */
  readonly touched: readonly string[];
  /** Gaps in which nobody can write from then on. */
  readonly closed?: readonly string[];
  make(doc: Node): Transaction | null;
}

export interface EditOptions {
  readonly isDirect: boolean;
  readonly random: Random;
  readonly letters: UniqueLetters;
}

/** What is put in behind a letter, named as `touched` does. */
export const gapBehind = (letter: string): string => `${letter}|`;

/** Letters and all gaps behind them. */
export const withGaps = (letters: readonly string[]): readonly string[] => [
  ...letters,
  ...letters.map(gapBehind),
];

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
  const uneven = withGaps(wholeIfUneven(text, first));
  const near = all.slice(Math.max(0, at - 1), at + chosen.length + 1);
  if (isInsertion) {
    // Written directly among words that a colleague strikes at that moment, a word counts as one of them.
    const beside = isDirect ? near : [];
    const touched = [gapBehind(first), ...beside, ...uneven, ...withGaps([...word])];
    return { touched, make: (doc) => start(doc).insert(behindLetter(doc, first), node) };
  }
  const touched = withGaps([...near, ...uneven, ...word]);
  const isInLine = [text, acceptAll(text)].every((doc) => isOneLine(doc, first, last));
  if (!isInLine) return null;
  const range = (doc: Node) => [placeOfLetter(doc, first), behindLetter(doc, last)] as const;
  // Others may write among what goes: that stays. But not in front of it any more, where theirs would be on either side.
  if (random.chance(0.4)) {
    const [before = ""] = near;
    return {
      touched: [...chosen, ...uneven],
      closed: [gapBehind(before)],
      make: (doc) => start(doc).delete(...range(doc)),
    };
  }
  const replace: Edit = (doc) => start(doc).replaceWith(...range(doc), node);
  const make = random.chance(0.5) ? replace : lookEdit(text, range, options);
  return make === null ? null : { touched, make };
}

/**
 * All letters of the line with this one where looks differ in it, or it has line breaks or cues. Yjs keeps looks as signs
 * between the letters, which any edit of the line may put anew, and what goes with a break is written anew: of two edits
 * at once one may gain or lose a look there, or come to nothing, directly as well as in 修订.
 */
function wholeIfUneven(text: Node, letter: string): readonly string[] {
  const { parent } = text.resolve(placeOfLetter(text, letter));
  const looks = parent.children.map((node) => [
    node.isText,
    node.marks.filter(({ type }) => type.name !== INSERTION && type.name !== DELETION),
  ]);
  return new Set(looks.map((look) => JSON.stringify(look))).size > 1 ? lettersIn(parent) : [];
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
