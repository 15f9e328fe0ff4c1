/** What was understood of a file, in numbers. */
import type { DocumentNode } from "./document/schema";
import { readSlot, SLOTS } from "./document/suggestion";
import { DELETION, FORMATTING, INSERTION } from "./document/suggestion-marks";
import { countDocument } from "./text/count";

export interface ImportFigures {
  readonly characters: number;
  readonly headings: number;
  readonly lists: number;
  readonly tables: number;
  readonly suggestions: number;
}

const CARRIERS: ReadonlySet<string> = new Set([INSERTION, DELETION, FORMATTING]);

export function importFigures(document: DocumentNode): ImportFigures {
  const nodes = new Map<string, number>();
  const suggestions = new Set<string>();
  const visit = ({ type, attrs, marks, content }: DocumentNode) => {
    nodes.set(type, (nodes.get(type) ?? 0) + 1);
    for (const slot of SLOTS) {
      const pending = readSlot(attrs?.[slot]);
      if (pending !== null) suggestions.add(pending.id);
    }
    for (const mark of marks ?? []) if (CARRIERS.has(mark.type)) suggestions.add(String(mark.attrs?.id));
    for (const child of content ?? []) visit(child);
  };
  visit(document);
  const count = (...types: string[]) => types.reduce((sum, type) => sum + (nodes.get(type) ?? 0), 0);
  return {
    characters: countDocument(document).characters,
    headings: count("heading"),
    lists: count("bulletList", "orderedList"),
    tables: count("table"),
    suggestions: suggestions.size,
  };
}
