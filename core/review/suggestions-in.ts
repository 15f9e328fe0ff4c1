/** Which suggestions stand in a node, or touch a part of a document. */
import type { Node } from "@tiptap/pm/model";
import { readSlot, SLOTS, type Suggestion } from "../document/suggestion";
import { DELETION, FORMATTING, INSERTION } from "../document/suggestion-marks";

const CARRIERS: ReadonlySet<string> = new Set([INSERTION, DELETION, FORMATTING]);

/** In the node itself and all in it, in order; one that stands in several places several times. */
export function suggestionsIn(node: Node): readonly Suggestion[] {
  const found = suggestionsOn(node);
  node.descendants((child) => {
    found.push(...suggestionsOn(child));
  });
  return found;
}

/** The ids of those that touch what lies between two positions, `from` < `to`. */
export function suggestionsBetween(doc: Node, from: number, to: number): ReadonlySet<string> {
  const ids = new Set<string>();
  doc.nodesBetween(from, to, (node) => {
    for (const { id } of suggestionsOn(node)) ids.add(id);
  });
  return ids;
}

/** Those that the node itself carries. */
function suggestionsOn({ attrs, marks }: Node): Suggestion[] {
  const found: Suggestion[] = [];
  for (const slot of SLOTS) {
    const pending = readSlot(attrs[slot]);
    if (pending !== null) found.push({ id: pending.id, person: pending.person, at: pending.at });
  }
  for (const mark of marks) {
    // The schema has checked the mark's attributes.
    if (CARRIERS.has(mark.type.name)) found.push(mark.attrs as unknown as Suggestion);
  }
  return found;
}
