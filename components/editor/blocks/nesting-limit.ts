/**
 * Keeps an edit made here from putting blocks deeper in one another than the server takes (LIMITS.nestedBlocks):
 * it would close the page's connection for good. The key or the drop does nothing then. What others write passes.
 */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { LIMITS } from "@/core/limits";

export const NestingLimit = Extension.create({
  name: "nestingLimit",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("nestingLimit"),
      filterTransaction: (transaction) =>
        transaction.getMeta(ySyncPluginKey) !== undefined || !nestsTooDeep(transaction),
    }),
  ],
});

/** Looks at what was changed only: each letter comes by here. */
function nestsTooDeep({ mapping, docs, doc }: Transaction): boolean {
  return mapping.maps.some((map, index) => {
    let [from, to, oldFrom, oldTo] = [Number.POSITIVE_INFINITY, -1, 0, 0];
    // Of a step that wraps, both sides: what is between goes deeper too.
    map.forEach((start, end, newStart, newEnd) => {
      if (newStart < from) [from, oldFrom] = [newStart, start];
      [to, oldTo] = [newEnd, end];
    });
    if (to < 0) return false;
    const after = deepest(docs[index + 1] ?? doc, from, to);
    if (after <= LIMITS.nestedBlocks) return false;
    // In a text from before the limit words may be changed where they stand.
    return after > deepest(docs[index] ?? doc, oldFrom, oldTo);
  });
}

/** How many blocks stand in one another, at most, between two places. */
function deepest(doc: Node, from: number, to: number): number {
  let most = 0;
  doc.nodesBetween(from, to, ({ isTextblock }, place) => {
    if (isTextblock) most = Math.max(most, doc.resolve(place).depth + 1);
    return !isTextblock;
  });
  return most;
}
