/**
 * Words that nobody took out and that are gone all the same. The binding knows no moving: a line that is put
 * elsewhere, split, joined or made a heading is deleted and written anew, without what somebody typed into
 * it in the same moment, or while offline. They belong at the letter that they were typed at, wherever that
 * stands now.
 */
import * as Y from "yjs";
import { deletedItems } from "@/core/authors/deleted-items";
import { type IdRange, IdRanges, type PieceId } from "@/core/authors/id-ranges";
import type { Struct } from "./accepted-state";
import { decodeUpdate } from "./decode-update";

/** Letters that stood together, with the same marks, typed by one client. */
export interface LostWords {
  readonly ids: IdRange;
  readonly text: string;
  /** By the binding's keys; null where only those that they brought along are known. */
  readonly marks: Readonly<Record<string, unknown>>;
  readonly hasAllMarks: boolean;
  /** The letter that they stood behind, and the one before which they stood; either may be lost itself. */
  readonly behind: PieceId | null;
  readonly before: PieceId | null;
}

/** Call after the transaction that took the updates in, while Yjs still has what it deleted. */
export function lostWords(transaction: Y.Transaction, updates: readonly Uint8Array[]): LostWords[] {
  const parents = goneTexts(transaction);
  const collected = collectedRanges(transaction);
  if (parents.length === 0 && collected.length === 0) return [];
  const decoded = updates.map(decodeUpdate);
  const named = new IdRanges(decoded.flatMap(({ deletions }) => deletions));
  return [
    ...parents.flatMap((parent) => lostIn(parent, transaction.deleteSet, named)),
    ...lostOnArrival(
      decoded.flatMap(({ structs }) => structs),
      new IdRanges(collected),
      named,
    ),
  ];
}

/** Texts that went with their line in this transaction, and letters with them. */
function goneTexts(transaction: Y.Transaction): readonly Y.Text[] {
  const parents = new Set<Y.Text>();
  for (const { content, parent } of deletedItems(transaction)) {
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

function lostIn(parent: Y.Text, gone: Y.Transaction["deleteSet"], named: IdRanges<IdRange>): LostWords[] {
  const lost: LostWords[] = [];
  let marks: Record<string, unknown> = {};
  let behind: PieceId | null = null;
  for (let item = parent._start; item !== null; item = item.right) {
    const { content, id } = item;
    if (item.deleted && !Y.isDeleted(gone, id)) continue;
    if (content instanceof Y.ContentFormat) marks = withMark(marks, content);
    if (!(content instanceof Y.ContentString)) continue;
    const ids = { clientId: id.client, clock: id.clock, length: item.length };
    if (isUnnamed(ids, named)) {
      lost.push({ ids, text: content.str, marks, hasAllMarks: true, behind, before: letterBehind(item) });
    }
    behind = lastOf(ids);
  }
  return lost;
}

function lostOnArrival(
  structs: readonly Struct[],
  collected: IdRanges<IdRange>,
  named: IdRanges<IdRange>,
): LostWords[] {
  const lost: LostWords[] = [];
  let marks: Record<string, unknown> = {};
  for (const struct of structs) {
    const ids = { clientId: struct.id.client, clock: struct.id.clock, length: struct.length };
    if (!(struct instanceof Y.Item) || !collected.has(ids)) continue;
    const { content, origin, rightOrigin } = struct;
    if (content instanceof Y.ContentFormat) marks = withMark(marks, content);
    if (!(content instanceof Y.ContentString) || !isUnnamed(ids, named)) continue;
    lost.push({
      ids,
      text: content.str,
      marks,
      hasAllMarks: false,
      behind: origin && pieceOf(origin),
      before: rightOrigin && pieceOf(rightOrigin),
    });
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

const isUnnamed = (ids: IdRange, named: IdRanges<IdRange>) =>
  named.find(ids).every(({ held }) => held === null);
const pieceOf = ({ client, clock }: Y.ID): PieceId => ({ clientId: client, clock });
const lastOf = ({ clientId, clock, length }: IdRange): PieceId => ({ clientId, clock: clock + length - 1 });
