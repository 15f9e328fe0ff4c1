/**
 * Where the caret goes with somebody else's change. y-tiptap's binding takes two notes of it before: a place in the
 * shared document, which hangs on the letter in front of the caret, and a position in the editor's text. By itself
 * (3.0.9) it trusts the place only where its line says the same as before: when a colleague wrote in the line of the
 * caret, another one with the old words, as an empty one, took the caret and what was typed next. And a place whose
 * letter went is nowhere at the beginning of the text, from where the caret then goes to the end.
 */
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import {
  type AbstractType,
  createAbsolutePositionFromRelativePosition,
  createID,
  createRelativePositionFromJSON,
  createRelativePositionFromTypeIndex,
  type Doc,
  getItem,
  type ID,
  Item,
  type RelativePosition,
  type Transaction,
  XmlElement,
  XmlText,
} from "yjs";
import { writtenAnew } from "./written-anew";

// biome-ignore lint/suspicious/noExplicitAny: so Yjs calls what holds anything
type AnyType = AbstractType<any>;

export interface CaretNote {
  readonly place: RelativePosition;
  /** Null where the place alone is to be trusted; otherwise the binding looks for a line with the old words first. */
  readonly position: number | null;
}

/** What to go by after `change`. The position counts in `old`, the editor's text of before. */
export function settledNote(note: CaretNote, change: Transaction, old: Node): CaretNote {
  const { place, position } = note;
  const { doc } = change;
  if (place.item !== null) {
    const letter = isThere(doc, place.item) ? place.item : writtenFor(place.item, change);
    if (letter !== null) return { place: behind(letter), position: null };
  }
  const there = createAbsolutePositionFromRelativePosition(place, doc);
  if (there === null) return note;
  const { type, index } = there;
  const block = type instanceof XmlText ? type.parent : type;
  const inOld = position === null ? null : old.resolve(position);
  if (inOld?.parent.isTextblock && block instanceof XmlElement && block._item?.deleted === false)
    return inBlock(block, inOld, place);
  return { place: nearest(type, index), position };
}

/** Its letter went, though its block didn't: as far from the block's nearer end as before. */
function inBlock(block: XmlElement, old: ResolvedPos, place: RelativePosition): CaretNote {
  const { parent, parentOffset, pos } = old;
  const [before, now] = [unitsOf(parent), unitsIn(block)];
  if (before.length === 0) return { place, position: null };
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const behind = before.length - parentOffset;
  const offset = parentOffset <= head ? parentOffset : now.length - Math.min(behind, tail);
  // Of a line that has mostly other words now, its own may have been moved elsewhere.
  const isSame = (head + tail) * 2 >= before.length;
  return { place: placeInBlock(block, offset), position: isSame ? null : pos };
}

function placeInBlock(block: XmlElement, offset: number): RelativePosition {
  let left = offset;
  for (const [index, child] of block.toArray().entries()) {
    if (child instanceof XmlText && left <= child.length) return placeAt(child, left);
    if (left === 0) return placeAt(block, index);
    left -= child instanceof XmlText ? child.length : 1;
  }
  return placeAt(block, block.length);
}

/** Letters, and what stands among them and counts as one, each by its name. */
function unitsOf(node: Node): readonly string[] {
  const units: string[] = [];
  node.forEach((child) => {
    if (child.isText) units.push(...(child.text ?? "").split(""));
    else units.push(child.type.name);
  });
  return units;
}

function unitsIn(block: XmlElement): readonly string[] {
  return block.toArray().flatMap((child): readonly string[] => {
    if (!(child instanceof XmlText)) return [child instanceof XmlElement ? child.nodeName : ""];
    const delta: readonly { insert: unknown }[] = child.toDelta();
    return delta.flatMap(({ insert }) => (typeof insert === "string" ? insert.split("") : [""]));
  });
}

/** Where it was in what is left of what held it: in something that is gone the binding counts from the wrong end. */
function nearest(type: AnyType, index: number): RelativePosition {
  let at = { type, index };
  for (let item = at.type._item; item?.deleted; item = at.type._item) {
    const parent = item.parent as AnyType;
    let before = 0;
    for (let other = parent._start; other !== null && other !== item; other = other.right)
      if (!other.deleted && other.countable) before += other.length;
    at = { type: parent, index: before };
  }
  return placeAt(at.type, at.index);
}

/** Hangs on what is in front of it there, if anything. */
const placeAt = (type: AnyType, index: number) => createRelativePositionFromTypeIndex(type, index, -1);

const behind = (letter: ID) => createRelativePositionFromJSON({ item: letter, assoc: -1 });

/** The letter that stands for a removed one since whoever parted, joined, retyped or moved its line. */
function writtenFor(removed: ID, change: Transaction): ID | null {
  for (const [client, clock] of change.afterState) {
    if (clock === (change.beforeState.get(client) ?? 0)) continue;
    for (const run of writtenAnew(change, client)) {
      const offset = removed.clock - run.removed.clock;
      if (removed.client === run.removed.client && offset >= 0 && offset < run.length)
        return createID(run.written.client, run.written.clock + offset);
    }
  }
  return null;
}

function isThere(doc: Doc, id: ID): boolean {
  const item = getItem(doc.store, id);
  return item instanceof Item && !item.deleted;
}
