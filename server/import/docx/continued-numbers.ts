/**
 * Headings that somebody typed into a file of our own without a heading's style or face, in an office whose program
 * saved it anew: each goes on counting where the heading before it stopped.
 */
import { type Draft, ENDS_LIKE_PROSE } from "./drafts";

/** 三、五年内要见成效。 only looks like a number; so does a long line. */
const LONGEST_HEADING = 60;

/** Those of the lines in the speech, in their order, that go on from 二、 as 三、 or from （一） as （二）. */
export function continuedNumbers(drafts: readonly (Draft | null)[]): ReadonlySet<Draft> {
  const continued = new Set<Draft>();
  let [chinese, bracket] = [0, 0];
  for (const draft of drafts) {
    if (draft?.typed == null || draft.place.in !== "speech") continue;
    const { typed, text, source } = draft;
    const { form, ordinal } = typed;
    const isHeading = source.style.outline !== null;
    const isText = source.style.role === null && source.was === null && !isHeading;
    const isNext = form === "chinese" ? ordinal === chinese + 1 : ordinal === bracket + 1;
    const isShort = text.length <= LONGEST_HEADING && !ENDS_LIKE_PROSE.test(text);
    if (form === "chinese" && (isHeading || (isText && isNext && isShort))) [chinese, bracket] = [ordinal, 0];
    else if (form === "chinese-bracket" && (isHeading || (isText && isNext))) bracket = ordinal;
    else continue;
    if (!isHeading) continued.add(draft);
  }
  return continued;
}
