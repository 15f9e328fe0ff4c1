import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { differingSegments } from "@/core/review/align";
import { withMovedThreads } from "@/core/review/moved-threads";
import { type Decide, settle } from "@/core/review/settle";
import { asOneUndoStep } from "../one-undo-step";

/**
 * Marks a transaction that decides suggestions: it isn't tracked itself. Holds whose suggestions it takes back, when it
 * does nothing else; true otherwise.
 */
export const SETTLES = "settlesSuggestions";

/** Accepts and rejects as `decide` says; one undo takes it back. False when there was nothing to decide. */
export function settleSuggestions(editor: Editor, decide: Decide): boolean {
  const { state, view } = editor;
  const withdrawn = new Set<string>();
  let isMore = false;
  const noted: Decide = (suggestion) => {
    const decision = decide(suggestion);
    if (decision === "reject") withdrawn.add(suggestion.person);
    isMore ||= decision === "accept" || withdrawn.size > 1;
    return decision;
  };
  const after = settle(withMovedThreads(state.doc, decide), noted);
  if (after.eq(state.doc)) return false;
  const { tr } = state;
  replaceDiffering(tr, state.doc, after);
  const [person] = withdrawn;
  asOneUndoStep(editor, () => view.dispatch(tr.setMeta(SETTLES, isMore || (person ?? true))));
  return true;
}

/** Only blocks that differ are replaced: the rest keeps its carets and its place in the shared text. */
export function replaceDiffering(tr: Transaction, before: Node, after: Node): void {
  const offsets = [0];
  before.forEach((child) => {
    offsets.push((offsets.at(-1) ?? 0) + child.nodeSize);
  });
  for (const { oldFrom, oldTo, newFrom, newTo } of differingSegments(before, after).reverse()) {
    tr.replaceWith(offsets[oldFrom] ?? 0, offsets[oldTo] ?? 0, after.children.slice(newFrom, newTo));
  }
}
