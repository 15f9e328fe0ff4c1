/** Writes lost words where they belong; see lost-words.ts. */
import * as Y from "yjs";
import type { Carried } from "@/core/authors/carried-letters";
import type { IdRanges, PieceId } from "@/core/authors/id-ranges";
import type { Removal } from "@/core/authors/removals";
import { FRAGMENT } from "@/core/document/schema";
import { type Suggestion, writeSlot } from "@/core/document/suggestion";
import type { PersonId } from "@/core/ids";
import { blocksUpTo, type GoneLines } from "./gone-lines";
import type { LostWords } from "./lost-words";
import { insertedMarks, withoutOthersMarks } from "./person-marks";
import { placeSince } from "./place-since";
import { toYjsBlock } from "./yjs-content";

interface Place {
  readonly text: Y.Text;
  /** Letters before it. */
  readonly index: number;
}

export interface WordsAuthor {
  readonly personId: PersonId;
  /** What the words become part of; null for who may write without one. */
  readonly suggestion: Suggestion | null;
}

/** What a room knows of letters that aren't where they were typed. */
export interface KnownPlaces {
  readonly carried: IdRanges<Removal>;
  readonly lines: GoneLines;
}

/**
 * In order, each behind the letter that it stood behind, else before the other. What was put back is counted
 * as carried there in `carried`, so that more that is typed behind it finds its place too. Where these letters
 * stand nowhere any more the line was taken out, and its place gets a line with the words: who took it out
 * didn't see them. Where nobody knows that place they make a line at the end of the text. Returns where all went.
 *
 * They were judged where they came to nothing, so that nothing they bring along is taken on trust: they have
 * no marks but the person's own, and are a suggestion unless the person may do more.
 */
export function putBackWords(
  doc: Y.Doc,
  { personId, suggestion }: WordsAuthor,
  lost: readonly LostWords[],
  places: KnownPlaces,
): Carried[] {
  const { carried, lines } = places;
  return lost.flatMap((words) => {
    const place =
      placeNear(doc, words, carried) ??
      placeOfLine(doc, words.ids, places, suggestion) ??
      (words.isOwn ? newLine(doc, doc.getXmlFragment(FRAGMENT).length, suggestion) : null);
    if (place === null) return [];
    const { text, index } = place;
    const brought = words.hasAllMarks ? words.marks : { ...marksAt(text, index), ...words.marks };
    const own = withoutOthersMarks(brought, personId);
    text.insert(index, words.text, { ...(suggestion === null ? own : insertedMarks(own, suggestion)) });
    const to = letterAt(text, index);
    if (to === null) return [];
    carried.add({ ...words.ids, personId, carriedTo: to });
    lines.found(words.ids, to);
    return [{ ...words.ids, to }];
  });
}

/** Whether it is known where these words belong. */
export function hasPlace(doc: Y.Doc, words: LostWords, { carried, lines }: KnownPlaces): boolean {
  return lines.blockOf(words.ids) !== null || placeNear(doc, words, carried) !== null;
}

/** Behind the letter that they stood behind, else before the other. */
function placeNear(doc: Y.Doc, { behind, before }: LostWords, carried: IdRanges<Removal>): Place | null {
  return (behind && placeOf(doc, behind, carried, 1)) ?? (before && placeOf(doc, before, carried, 0));
}

/** Behind what was put back from the same line, else in a new one at its place; null where that isn't known. */
function placeOfLine(
  doc: Y.Doc,
  ids: PieceId,
  { carried, lines }: KnownPlaces,
  suggestion: Suggestion | null,
): Place | null {
  const block = lines.blockOf(ids);
  if (block === null) return null;
  const letter = lines.firstFrom(block);
  const begun = letter && placeOf(doc, letter, carried, 1);
  if (begun) return { text: begun.text, index: begun.text.length };
  const index = blocksUpTo(doc, block);
  return index === null ? null : newLine(doc, index, suggestion);
}

function newLine(doc: Y.Doc, index: number, suggestion: Suggestion | null): Place {
  const inserted = suggestion && writeSlot(suggestion);
  const line = toYjsBlock({ type: "paragraph", ...(inserted !== null && { attrs: { inserted } }) });
  const text = new Y.XmlText();
  doc.getXmlFragment(FRAGMENT).insert(index, [line]);
  line.insert(0, [text]);
  return { text, index: 0 };
}

function placeOf(doc: Y.Doc, letter: PieceId, carried: IdRanges<Removal>, offset: 0 | 1): Place | null {
  const now = placeSince(letter, doc, carried);
  const place = now && standing(doc, now);
  return place && { text: place.text, index: place.index + offset };
}

/** The text that a letter stands in, and how many letters stand before it there. */
function standing(doc: Y.Doc, { clientId, clock }: PieceId): Place | null {
  const structs = doc.store.clients.get(clientId);
  if (structs === undefined || Y.getState(doc.store, clientId) <= clock) return null;
  const struct = structs[Y.findIndexSS(structs, clock)];
  if (!(struct instanceof Y.Item) || struct.deleted || !(struct.parent instanceof Y.Text)) return null;
  let index = clock - struct.id.clock;
  for (let item = struct.left; item !== null; item = item.left) {
    if (!item.deleted && item.countable) index += item.length;
  }
  return { text: struct.parent, index };
}

function letterAt(text: Y.Text, index: number): PieceId | null {
  let left = index;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (left < item.length) return { clientId: item.id.client, clock: item.id.clock + left };
    left -= item.length;
  }
  return null;
}

/** What a letter typed there would be marked with. */
function marksAt(text: Y.Text, index: number): Record<string, unknown> {
  const marks: Record<string, unknown> = {};
  let left = index;
  for (let item = text._start; item !== null && left > 0; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      if (item.content.value === null) delete marks[item.content.key];
      else marks[item.content.key] = item.content.value;
    } else if (item.countable) left -= item.length;
  }
  return marks;
}
