/** What stands in a shared document under a range of ids. */
import * as Y from "yjs";
import type { IdRange, PieceId } from "@/core/authors/id-ranges";
import type { Struct } from "./accepted-state";

/** The texts in which letters of these ranges stand, each once. */
export function textsAt(doc: Y.Doc, ranges: readonly IdRange[]): readonly Y.XmlText[] {
  const texts = new Set<Y.XmlText>();
  for (const { clientId, clock, length } of ranges) {
    for (const struct of structsIn(doc, clientId, clock, length)) {
      if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString))
        continue;
      if (struct.parent instanceof Y.XmlText) texts.add(struct.parent);
    }
  }
  return [...texts];
}

/** The text that a letter stands in, or stood in when it was taken out; null when that is gone with it. */
export function textAround(doc: Y.Doc, { clientId, clock }: PieceId): Y.XmlText | null {
  const [struct] = structsIn(doc, clientId, clock, 1);
  return struct instanceof Y.Item && struct.parent instanceof Y.XmlText ? struct.parent : null;
}

/** The parts of a range that aren't deleted; what the document doesn't hold yet can't be. */
export function standing(doc: Y.Doc, { clientId, clock, length }: IdRange): IdRange[] {
  const known = Math.min(clock + length, Math.max(clock, Y.getState(doc.store, clientId)));
  const parts: IdRange[] = [];
  for (const struct of structsIn(doc, clientId, clock, known - clock)) {
    const from = Math.max(clock, struct.id.clock);
    const to = Math.min(known, struct.id.clock + struct.length);
    if (!struct.deleted) parts.push({ clientId, clock: from, length: to - from });
  }
  if (known < clock + length) parts.push({ clientId, clock: known, length: clock + length - known });
  return parts;
}

/** Whether nothing of a range stands in the document any more. */
export const isDeleted = (doc: Y.Doc, range: IdRange): boolean => standing(doc, range).length === 0;

/** Whether a document has taken all of these ranges in, whatever became of them. */
export const isIn = (doc: Y.Doc, ranges: readonly IdRange[]): boolean =>
  ranges.every(({ clientId, clock, length }) => Y.getState(doc.store, clientId) >= clock + length);

/** The structs that are in a range, the first and the last perhaps only in part. */
export function* structsIn(doc: Y.Doc, clientId: number, clock: number, length: number): Generator<Struct> {
  const structs = doc.store.clients.get(clientId);
  if (structs === undefined || length <= 0 || Y.getState(doc.store, clientId) <= clock) return;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= clock + length) return;
    if (!(struct instanceof Y.Skip)) yield struct;
  }
}
