/** Who proposes something in a document. */
import type { DocumentNode } from "./schema";
import { readSlot, SLOTS } from "./suggestion";
import { DELETION, FORMATTING, INSERTION } from "./suggestion-marks";

const CARRIERS: ReadonlySet<string> = new Set([INSERTION, DELETION, FORMATTING]);

/** The ids of all people whose suggestions stand in it. */
export function proposersIn(document: DocumentNode): ReadonlySet<string> {
  const people = new Set<string>();
  const visit = ({ attrs, marks, content }: DocumentNode) => {
    for (const slot of SLOTS) {
      const pending = readSlot(attrs?.[slot]);
      if (pending !== null) people.add(pending.person);
    }
    for (const mark of marks ?? []) if (CARRIERS.has(mark.type)) people.add(String(mark.attrs?.person));
    for (const child of content ?? []) visit(child);
  };
  visit(document);
  return people;
}

/** Whether anything is proposed in it that nobody has decided. */
export const hasSuggestions = (document: DocumentNode): boolean => proposersIn(document).size > 0;
