/**
 * A line that is parted directly while it is proposed to be joined, or to become another kind: both halves would carry
 * that, and accepting it would take the break away again, or bring two headings.
 */
import type { Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import type { Slot } from "@/core/document/suggestion";

/** What is proposed for a line as a whole, not for its words. */
const OF_ONE_LINE: readonly Slot[] = ["joined", "retyped"];

/** Leaves that to one half of each line that the transaction parts: to the one with words, of two to the first. */
export function proposeForOneHalf(edit: Transaction): void {
  const { steps, docs, mapping } = edit;
  for (const [index, step] of [...steps.entries()]) {
    const before = docs[index];
    if (!(step instanceof ReplaceStep) || !before?.resolve(step.from).sameParent(before.resolve(step.to)))
      continue;
    const later = mapping.slice(index + 1);
    // What came between them, as pasted blocks, is neither's.
    const first = edit.doc.resolve(later.map(step.from, -1));
    const second = edit.doc.resolve(later.map(step.from + step.slice.size));
    if (first.sameParent(second) || !first.parent.isTextblock || !second.parent.isTextblock) continue;
    const spare = first.parent.content.size === 0 ? first : second;
    for (const slot of OF_ONE_LINE) {
      const value: unknown = first.parent.attrs[slot];
      if (value !== null && value === second.parent.attrs[slot]) {
        edit.setNodeAttribute(spare.before(), slot, null);
      }
    }
  }
}
