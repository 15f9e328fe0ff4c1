/** What a transaction of Yjs deletes, piece by piece. */
import * as Y from "yjs";

/** Call while Yjs still has what it deleted: in `afterTransaction`, not later. */
export function* deletedItems({ doc, deleteSet }: Y.Transaction): Generator<Y.Item> {
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
        const struct = structs[index];
        if (struct === undefined || struct.id.clock >= clock + len) break;
        if (struct instanceof Y.Item) yield struct;
      }
    }
  }
}
