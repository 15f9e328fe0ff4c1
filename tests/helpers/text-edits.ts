/** Edits of a speech's text as somebody makes them by hand, found by the words that they are about. */
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { documentSchema } from "@/core/document/schema";

/** Where these words stand, as a position before their first letter. */
export function placeOf(doc: Node, words: string): number {
  let place = -1;
  doc.descendants((node, pos) => {
    const at = node.isText && place === -1 ? (node.text ?? "").indexOf(words) : -1;
    if (at !== -1) place = pos + at;
    return place === -1;
  });
  if (place === -1) throw new Error(`no "${words}"`);
  return place;
}

export const remove = (words: string) => (tr: Transaction) => {
  const from = placeOf(tr.doc, words);
  return tr.delete(from, from + words.length);
};
export const addBefore = (words: string, added: string) => (tr: Transaction) =>
  tr.insertText(added, placeOf(tr.doc, words));
export const bold = (words: string) => (tr: Transaction) => {
  const from = placeOf(tr.doc, words);
  return tr.addMark(from, from + words.length, documentSchema().mark("bold"));
};
/** The line with these words goes before all others. */
export const moveToFront = (words: string) => (tr: Transaction) => {
  const at = tr.doc.resolve(placeOf(tr.doc, words));
  const line = at.parent;
  return tr.delete(at.before(), at.after()).insert(0, line);
};
