/**
 * Words that nobody took out and that are gone all the same. The binding knows no moving: a line that is put
 * elsewhere, split, joined or made a heading is deleted and written anew, without what somebody typed into
 * it in the same moment, or while offline. They belong at the letter that they were typed at, wherever that
 * stands now; where somebody took the line out, in a line of their own at its place (gone-lines.ts).
 */
import * as Y from "yjs";
import { deletedItems } from "@/core/authors/deleted-items";
import { type IdRange, IdRanges, type PieceId } from "@/core/authors/id-ranges";
import type { Struct } from "./accepted-state";
import { decodeUpdate } from "./decode-update";
import type { GoneLines } from "./gone-lines";
import type { TakenIn } from "./live-document";

/** Letters that stood together, with the same marks, typed by one client. */
export interface LostWords {
  readonly ids: IdRange;
  readonly text: string;
  /** By the binding's keys; null where only those that they brought along are known. */
  readonly marks: Readonly<Record<string, unknown>>;
  readonly hasAllMarks: boolean;
  /** Whether this node stored what they were lost with. */
  readonly isOwn: boolean;
  /** The letter that they stood behind, and the one before which they stood; either may be lost itself. */
  readonly behind: PieceId | null;
  readonly before: PieceId | null;
}

type FoundWords = Omit<LostWords, "isOwn">;

/** Call after the transaction that took the updates in, while Yjs still has what it deleted. */
export function lostWords({ transaction, updates, isOwn }: TakenIn, lines: GoneLines): LostWords[] {
  const gone = [...deletedItems(transaction)];
  // On the other nodes somebody knows where the line stood that went there.
  if (isOwn) lines.note(gone);
  const parents = goneTexts(gone);
  const collected = collectedRanges(transaction);
  if (parents.length === 0 && collected.length === 0) return [];
  const decoded = updates.map(decodeUpdate);
  const named = new IdRanges(decoded.flatMap(({ deletions }) => deletions));
  const came = new IdRanges(collected);
  const arrived = decoded.flatMap(({ structs }) => structs).filter(({ id }) => came.has(pieceOf(id)));
  lines.follow(arrived);
  return [
    ...parents.flatMap((parent) => lostIn(parent, transaction.deleteSet, named)),
    ...lostOnArrival(arrived, named),
  ].map((words) => ({ ...words, isOwn }));
}

/** Texts that went with their line, and letters with them. */
function goneTexts(gone: readonly Y.Item[]): readonly Y.Text[] {
  const parents = new Set<Y.Text>();
  for (const { content, parent } of gone) {
    // In a text that stands letters go one by one, by name.
    if (content instanceof Y.ContentString && parent instanceof Y.Text && parent._item?.deleted === true) {
      parents.add(parent);
    }
  }
  return [...parents];
}

/** What came into a line that was gone already: Yjs collects it as it comes. */
function collectedRanges({ doc, beforeState, afterState }: Y.Transaction): IdRange[] {
  return [...afterState].flatMap(([clientId, clock]) => {
    const known = beforeState.get(clientId) ?? 0;
    if (clock <= known) return [];
    const structs = doc.store.clients.get(clientId) ?? [];
    return structs
      .slice(Y.findIndexSS(structs, known))
      .filter((struct) => struct instanceof Y.GC)
      .map(({ id, length }) => ({ clientId, clock: id.clock, length }));
  });
}

function lostIn(parent: Y.Text, gone: Y.Transaction["deleteSet"], named: IdRanges<IdRange>): FoundWords[] {
  const lost: FoundWords[] = [];
  let marks: Record<string, unknown> = {};
  let behind: PieceId | null = null;
  for (let item = parent._start; item !== null; item = item.right) {
    const { content, id } = item;
    if (item.deleted && !Y.isDeleted(gone, id)) continue;
    if (content instanceof Y.ContentFormat) marks = withMark(marks, content);
    if (!(content instanceof Y.ContentString)) continue;
    const ids = { clientId: id.client, clock: id.clock, length: item.length };
    const words = { ids, text: content.str, marks, hasAllMarks: true, behind, before: letterBehind(item) };
    lost.push(...partsOutside(words, named));
    behind = lastOf(ids);
  }
  return lost;
}

function lostOnArrival(structs: readonly Struct[], named: IdRanges<IdRange>): FoundWords[] {
  const lost: FoundWords[] = [];
  let marks: Record<string, unknown> = {};
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const ids = { ...pieceOf(struct.id), length: struct.length };
    const { content, origin, rightOrigin } = struct;
    if (content instanceof Y.ContentFormat) marks = withMark(marks, content);
    if (!(content instanceof Y.ContentString)) continue;
    const words = {
      ids,
      text: content.str,
      marks,
      hasAllMarks: false,
      behind: origin && pieceOf(origin),
      before: rightOrigin && pieceOf(rightOrigin),
    };
    lost.push(...partsOutside(words, named));
  }
  return lost;
}

function letterBehind(item: Y.Item): PieceId | null {
  for (let next = item.right; next !== null; next = next.right) {
    if (next.content instanceof Y.ContentString) return pieceOf(next.id);
  }
  return null;
}

function withMark(marks: Record<string, unknown>, { key, value }: Y.ContentFormat): Record<string, unknown> {
  const { [key]: _ended, ...others } = marks;
  return value === null ? others : { ...others, [key]: value };
}

/** Yjs makes one piece of what was typed letter by letter: some of it may be among the `ranges`, and some not. */
export function partsOutside<Words extends FoundWords>(words: Words, ranges: IdRanges<IdRange>): Words[] {
  const { clientId, clock } = words.ids;
  return ranges.find(words.ids).flatMap(({ held, ...ids }) => {
    if (held !== null) return [];
    const from = ids.clock - clock;
    const behind = from === 0 ? words.behind : { clientId, clock: ids.clock - 1 };
    return [{ ...words, ids, text: words.text.slice(from, from + ids.length), behind }];
  });
}

const pieceOf = ({ client, clock }: Y.ID): PieceId => ({ clientId: client, clock });
const lastOf = ({ clientId, clock, length }: IdRange): PieceId => ({ clientId, clock: clock + length - 1 });
