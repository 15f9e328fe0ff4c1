/** A look of text as it reads with what is proposed for it. */
import type { Mark } from "@tiptap/pm/model";
import { type LookName, lookIn, lookName } from "../document/looks";
import { formattingsOf } from "./settle-text";

/** The look of this name that the marks themselves have; null when they have none. */
export function lookOf(marks: readonly Mark[], name: LookName): string | null {
  return lookIn(
    marks.map(({ type, attrs }) => ({ type: type.name, attrs })),
    name,
  );
}

/** The look that text with these marks has once everything is accepted; the last proposal decides. */
export function shownLook(marks: readonly Mark[], name: LookName): string | null {
  const last = formattingsOf({ marks }).findLast(({ mark }) => lookName(mark) === name);
  if (last === undefined) return lookOf(marks, name);
  return last.on ? last.mark : null;
}
