/** Deletions without some letters, and without the lines of which nothing would be left. */
import * as Y from "yjs";

type Deletions = ReturnType<typeof Y.createDeleteSet>;

/** `deletions` less `letters`; brought back, a line that consists of these alone would be empty, so it goes too. */
export function lessLetters(doc: Y.Doc, deletions: Deletions, letters: readonly Y.ID[]): Deletions {
  const left = Y.createDeleteSet();
  doc.transact((transaction) => {
    // The letters first: what holds others beside them is parted by it.
    const dropped = itemsIn(transaction, deletionsOf(letters.map((id) => ({ id, length: 1 }))));
    const items = itemsIn(transaction, deletions);
    const hasOthers = (type: Y.Item["parent"]) =>
      [...items].some((item) => item.parent === type && !dropped.has(item) && isContent(item));
    for (const line of new Set([...dropped].map(({ parent }) => parent))) {
      let type = line;
      // A line's text, the line, and what encloses it.
      while (type instanceof Y.AbstractType && type._item !== null && !hasOthers(type)) {
        for (const item of items) if (item.parent === type) dropped.add(item);
        if (!items.has(type._item)) break;
        dropped.add(type._item);
        type = type._item.parent;
      }
    }
    const kept = [...items].filter((item) => !dropped.has(item));
    for (const [client, ranges] of deletionsOf(kept).clients) left.clients.set(client, ranges);
  });
  return left;
}

function itemsIn(transaction: Y.Transaction, ids: Deletions): Set<Y.Item> {
  const items = new Set<Y.Item>();
  Y.iterateDeletedStructs(transaction, ids, (struct) => {
    if (struct instanceof Y.Item) items.add(struct);
  });
  return items;
}

/** No attribute, and no beginning or end of a mark. */
const isContent = ({ parentSub, content }: Y.Item): boolean =>
  parentSub === null && !(content instanceof Y.ContentFormat);

function deletionsOf(structs: Iterable<{ readonly id: Y.ID; readonly length: number }>): Deletions {
  const deletions = Y.createDeleteSet();
  for (const { id, length } of structs) {
    const ranges = deletions.clients.get(id.client) ?? [];
    ranges.push({ clock: id.clock, len: length });
    deletions.clients.set(id.client, ranges);
  }
  return Y.mergeDeleteSets([deletions]);
}
