/**
 * Where the caret goes with somebody else's change. y-tiptap's binding takes two notes of it before: a place in the
 * shared document, which hangs on the letter in front of the caret, and a position in the editor's text. By itself
 * (3.0.9) it trusts the place only where its line says the same as before: when a colleague wrote in the line of the
 * caret, another one with the old words, as an empty one, took the caret and what was typed next. And a place whose
 * letter went is nowhere at the beginning of the text, from where the caret then goes to the end.
 */
import {
  type AbstractType,
  createAbsolutePositionFromRelativePosition,
  createID,
  createRelativePositionFromJSON,
  createRelativePositionFromTypeIndex,
  getItem,
  type ID,
  Item,
  isDeleted,
  type RelativePosition,
  type Transaction,
} from "yjs";
import { writtenAnew } from "./written-anew";

// biome-ignore lint/suspicious/noExplicitAny: so Yjs calls what holds anything
type AnyType = AbstractType<any>;

export interface CaretNote {
  readonly place: RelativePosition;
  /** Null where the place alone is to be trusted; otherwise the binding looks for a line with the old words first. */
  readonly position: number | null;
}

/** What to go by after `change`. */
export function settledNote({ place, position }: CaretNote, change: Transaction): CaretNote {
  const there = createAbsolutePositionFromRelativePosition(place, change.doc);
  if (there === null) return { place, position };
  const { type, index } = there;
  // At the beginning of a line none is in front of it.
  const letter = place.item ?? firstLetter(type, change);
  const isLineGone = type._item?.deleted === true;
  if (letter === null ? !isLineGone : isThere(letter, change)) return { place, position: null };
  const written = letter && writtenFor(letter, change);
  if (written !== null) {
    const settled = place.item === null ? inFrontOf(written, change) : behind(written);
    return { place: settled, position: null };
  }
  if (isLineGone) return { place: nearest(type, index), position };
  return { place: place.item === null ? place : behindRemoved(place.item, type, change), position: null };
}

/** Of what the line held before the change; null for an empty one. */
function firstLetter(line: AnyType, change: Transaction): ID | null {
  let item = line._start;
  while (item !== null && !wasThere(item, change)) item = item.right;
  return item?.id ?? null;
}

function wasThere({ id, countable, deleted }: Item, { beforeState, deleteSet }: Transaction): boolean {
  return countable && id.clock < (beforeState.get(id.client) ?? 0) && (!deleted || isDeleted(deleteSet, id));
}

function isThere(letter: ID, { doc }: Transaction): boolean {
  const item = getItem(doc.store, letter);
  return item instanceof Item && !item.deleted;
}

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

const behind = (letter: ID) => createRelativePositionFromJSON({ item: letter, assoc: -1 });

function inFrontOf(letter: ID, { doc }: Transaction): RelativePosition {
  const place = createRelativePositionFromJSON({ item: letter, assoc: 0 });
  const there = createAbsolutePositionFromRelativePosition(place, doc);
  return there === null ? place : placeIn(there.type, there.index);
}

/** In front of what followed it: whoever put other words in its place put them before the caret. */
function behindRemoved(letter: ID, line: AnyType, change: Transaction): RelativePosition {
  const removed = getItem(change.doc.store, letter);
  let next = removed instanceof Item ? removed.right : null;
  while (next !== null && (next.deleted || !wasThere(next, change))) next = next.right;
  return next === null ? placeIn(line, line._length) : inFrontOf(next.id, change);
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
  return placeIn(at.type, at.index);
}

/** Hangs on what is in front of it there, if anything: on what follows it, the binding finds no place at the beginning of the text. */
const placeIn = (type: AnyType, index: number) => createRelativePositionFromTypeIndex(type, index, -1);
