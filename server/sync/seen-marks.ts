/**
 * Something that a page has once it has seen an update which only deleted: state vectors, which tell what
 * somebody had seen who comes back, don't count deletions. It is no text, and stands nowhere.
 */
import * as Y from "yjs";
import type { PersonId } from "@/core/ids";

export class SeenMarks {
  /** Per person, since a client id is one person's. */
  private readonly latest = new Map<PersonId, Y.ID>();

  /** The next one as an update. */
  next(personId: PersonId): Uint8Array {
    const doc = new Y.Doc();
    const last = this.latest.get(personId);
    const id = last === undefined ? Y.createID(doc.clientID, 0) : Y.createID(last.client, last.clock + 1);
    this.latest.set(personId, id);
    doc.store.clients.set(id.client, [new Y.GC(id, 1)]);
    return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map([[id.client, id.clock]])));
  }
}
