/**
 * What is typed while suggesting is off is the writer's own, wherever it stands: in the midst of a colleague's
 * insertion a letter would take over the mark and go when that is taken back, and in struck words it would be struck
 * at once. Pasted, dropped and moved text keeps the suggestions that it came with, whoever made them.
 */
import type { Mark, Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { ReplaceAroundStep, ReplaceStep, type Step } from "@tiptap/pm/transform";
import { readSlot } from "@/core/document/suggestion";
import { BREAK, DELETION, INSERTION } from "@/core/document/suggestion-marks";
import { proposeForOneHalf } from "./parted-line";

const LETTERS = new RegExp(`[^${BREAK}]+`, "g");

/** On a transaction that puts text back with the suggestions that it was cut or copied with. */
export const KEEPS_SUGGESTIONS = "keepsSuggestions";

/**
 * Takes from what the transaction types the suggestions that it would be part of; only one's own insertion goes on.
 * A line that it begins is as little part of the one before.
 */
export function keepWordsOwn(edit: Transaction, person: string): void {
  const { storedMarks, storedMarksSet } = edit;
  const isTyped = edit.getMeta(KEEPS_SUGGESTIONS) !== true && edit.getMeta("uiEvent") !== "drop";
  proposeForOneHalf(edit);
  if (isTyped) freeTyped(edit, person);
  // A step takes them away.
  if (storedMarksSet)
    edit.setStoredMarks(storedMarks && isTyped ? ownMarks(storedMarks, person) : storedMarks);
}

function freeTyped(edit: Transaction, person: string): void {
  const { steps, mapping } = edit;
  for (const [index, step] of [...steps.entries()]) {
    const isTyped = typesText(step);
    step.getMap().forEach((_oldStart, _oldEnd, start, end) => {
      const later = mapping.slice(index + 1);
      const [from, to] = [later.map(start, 1), later.map(end, -1)];
      if (from >= to) return;
      if (isTyped) freeText(edit, from, to, person);
      else if (partsLine(step)) freeLines(edit, from, to, person);
    });
  }
}

/** The marks that text typed among them has. */
export function ownMarks(marks: readonly Mark[], person: string): readonly Mark[] {
  const isOwn = (mark: Mark) => !isOthers(mark, person) && !isOfBreak(mark);
  return marks.every(isOwn) ? marks : marks.filter(isOwn);
}

/** Nobody types words in order to have them struck: so struck words, one's own too, aren't gone on with. */
function isOthers({ type, attrs }: Mark, person: string): boolean {
  return type.name === DELETION || (type.name === INSERTION && attrs.person !== person);
}

/** Between two proposed breaks, one's own too, words would take over their mark. */
function isOfBreak({ type, attrs }: Mark): boolean {
  return type.name === INSERTION && attrs.begins !== null;
}

/** Whole blocks that come were there before: a part that is moved. */
function typesText(step: Step): boolean {
  if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return false;
  return step.slice.content.content.some(({ isText }) => isText);
}

/** Enter: nothing comes but the end of one block and the beginning of the next. */
function partsLine(step: Step): boolean {
  if (!(step instanceof ReplaceStep)) return false;
  const { openStart, openEnd, content } = step.slice;
  return step.from === step.to && openStart > 0 && openEnd > 0 && content.content.every(isBlank);
}

function freeText(edit: Transaction, from: number, to: number, person: string): void {
  edit.doc.nodesBetween(from, to, ({ isText, marks, nodeSize }, pos) => {
    if (!isText) return;
    const [start, end] = [Math.max(from, pos), Math.min(to, pos + nodeSize)];
    for (const mark of marks) {
      if (isOthers(mark, person)) edit.removeMark(start, end, mark);
      else if (isOfBreak(mark)) freeLetters(edit, start, end, mark);
    }
  });
}

/** All but the breaks among them. */
function freeLetters(edit: Transaction, from: number, to: number, mark: Mark): void {
  for (const { index, 0: letters } of edit.doc.textBetween(from, to).matchAll(LETTERS)) {
    edit.removeMark(from + index, from + index + letters.length, mark);
  }
}

/** Of a parted line the half without words is the new one, whether it is before or behind. */
function freeLines(edit: Transaction, from: number, to: number, person: string): void {
  edit.doc.nodesBetween(from, to, (node, pos) => {
    if (pos < from) return true;
    const before = edit.doc.resolve(pos).nodeBefore;
    if (isBlank(node)) freeBlock(edit, node, pos, person);
    else if (before !== null && isBlank(before)) freeBlock(edit, before, pos - before.nodeSize, person);
    return false;
  });
}

/** A block without words, and what it consists of. */
function freeBlock(edit: Transaction, block: Node, pos: number, person: string): void {
  const { removed, inserted } = block.attrs;
  if (removed != null) edit.setNodeAttribute(pos, "removed", null);
  const proposed = readSlot(inserted);
  if (proposed !== null && proposed.person !== person) edit.setNodeAttribute(pos, "inserted", null);
  block.forEach((child, offset) => {
    freeBlock(edit, child, pos + 1 + offset, person);
  });
}

function isBlank(node: Node): boolean {
  return !node.isLeaf && node.children.every(isBlank);
}
