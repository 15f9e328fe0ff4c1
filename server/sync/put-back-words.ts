/** Writes lost words where they belong; see lost-words.ts. */
import * as Y from "yjs";
import type { IdRanges, PieceId } from "@/core/authors/id-ranges";
import type { Removal } from "@/core/authors/removals";
import type { Suggestion } from "@/core/document/suggestion";
import type { PersonId } from "@/core/ids";
import type { LostWords } from "./lost-words";
import { insertedMarks, withoutOthersMarks } from "./person-marks";
import { placeSince } from "./place-since";

export interface WordsAuthor {
  readonly personId: PersonId;
  /** What the words become part of; null for who may write without one. */
  readonly suggestion: Suggestion | null;
}

/**
 * In order, each behind the letter that it stood behind, else before the other. What was put back is counted
 * as carried there in `carried`, so that more that is typed behind it finds its place too. Words whose
 * letters stand nowhere any more stay lost: a text was taken out, and they were in it.
 *
 * They were judged where they came to nothing, so that nothing they bring along is taken on trust: they have
 * no marks but the person's own, and are a suggestion unless the person may do more.
 */
export function putBackWords(
  doc: Y.Doc,
  { personId, suggestion }: WordsAuthor,
  lost: readonly LostWords[],
  carried: IdRanges<Removal>,
): void {
  for (const words of lost) {
    const place =
      (words.behind && placeOf(doc, words.behind, carried, 1)) ??
      (words.before && placeOf(doc, words.before, carried, 0));
    if (!place) continue;
    const { text, index } = place;
    const brought = words.hasAllMarks ? words.marks : { ...marksAt(text, index), ...words.marks };
    const own = withoutOthersMarks(brought, personId);
    text.insert(index, words.text, { ...(suggestion === null ? own : insertedMarks(own, suggestion)) });
    const to = letterAt(text, index);
    if (to !== null) carried.add({ ...words.ids, personId, carriedTo: to });
  }
}

function placeOf(doc: Y.Doc, letter: PieceId, carried: IdRanges<Removal>, offset: 0 | 1) {
  const now = placeSince(letter, doc, carried);
  const place = now && standing(doc, now);
  return place && { text: place.text, index: place.index + offset };
}

/** The text that a letter stands in, and how many letters stand before it there. */
function standing(doc: Y.Doc, { clientId, clock }: PieceId): { text: Y.Text; index: number } | null {
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
