/** Gives the suggestions of a document that came from elsewhere to people of this office. */
import type { DocumentNode } from "../document/schema";
import { readSlot, SLOTS, writeSlot } from "../document/suggestion";
import { DELETION, FORMATTING, INSERTION } from "../document/suggestion-marks";

const CARRIERS: ReadonlySet<string> = new Set([INSERTION, DELETION, FORMATTING]);

/**
 * `people` holds every proposer's key; who isn't in it keeps the key. A suggestion without a time, or
 * from the future, gets `now`.
 */
export function assignPeople(
  node: DocumentNode,
  people: ReadonlyMap<string, string>,
  now: number,
): DocumentNode {
  const personOf = (key: string) => people.get(key) ?? key;
  const timeOf = (at: number) => (at > 0 && at <= now ? at : now);
  const visit = ({ attrs, content, marks, ...rest }: DocumentNode): DocumentNode => ({
    ...rest,
    ...(attrs !== undefined && { attrs: { ...attrs, ...slotsOf(attrs) } }),
    ...(content !== undefined && { content: content.map(visit) }),
    ...(marks !== undefined && {
      marks: marks.map((mark) =>
        CARRIERS.has(mark.type)
          ? {
              ...mark,
              attrs: {
                ...mark.attrs,
                person: personOf(String(mark.attrs?.person)),
                at: timeOf(Number(mark.attrs?.at)),
              },
            }
          : mark,
      ),
    }),
  });
  const slotsOf = (attrs: NonNullable<DocumentNode["attrs"]>) =>
    Object.fromEntries(
      SLOTS.flatMap((slot) => {
        const pending = readSlot(attrs[slot]);
        if (pending === null) return [];
        const { id, person, at, form } = pending;
        const suggestion = { id, person: personOf(person), at: timeOf(at) };
        return [[slot, writeSlot(suggestion, form ?? undefined)]];
      }),
    );
  return visit(node);
}
