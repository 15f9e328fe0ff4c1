/**
 * The lead sentence of a run-in heading: what is styled as heading in front of the body that follows
 * in the same paragraph. It is derived from the text and never stored.
 */
import { CUE_PLACE } from "./placed-text";

const OPENING = "“‘「『《（(【〔";
const CLOSING = "”’」』》）)】〕";
/** Straight quotes close nothing for certain, but right after a full stop they belong to it. */
const AFTER_END = `${CLOSING}"'`;
const FULL_ENDS = "。！？";
/** What shows that a quoted full stop was inside a sentence: 破除“差不多就行。”的心态. */
const CONTINUES = "，、；：,;:的地得之等和与及或";

/**
 * Offset (UTF-16) just after the lead sentence, its closing quotes and brackets included; the length
 * of the text when no sentence ends in it. Cues may stand in it (placed-text.ts).
 */
export function leadEnd(text: string): number {
  const spoken = text.replaceAll(CUE_PLACE, "");
  const end = firstEnd(spoken, true) ?? firstEnd(spoken, false) ?? spoken.length;
  return end === spoken.length ? text.length : placeOf(end, text);
}

/** Where a text with cues has the offset that it would have without them. */
function placeOf(end: number, text: string): number {
  let place = 0;
  for (let left = end; left > 0; place += 1) if (text[place] !== CUE_PLACE) left -= 1;
  return place;
}

/** Whether text follows the lead sentence: what makes a numbered paragraph a run-in heading. */
export function hasBodyAfterLead(text: string): boolean {
  return text.slice(leadEnd(text)).trim() !== "";
}

/**
 * With `minding` pairs, a full stop inside quotes or brackets counts only when it closes them. An
 * unclosed quote would then hide every end, so the caller asks again without.
 */
function firstEnd(text: string, minding: boolean): number | null {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (endsSentence(text, index)) {
      let end = index + 1;
      while (end < text.length && endsSentence(text, end)) end += 1;
      const stopEnd = end;
      while (end < text.length && AFTER_END.includes(text.charAt(end))) end += 1;
      const closes = end - stopEnd;
      const inside = minding && depth > 0;
      if (!inside || (closes >= depth && !continuesAt(text, end))) return end;
      index = stopEnd - 1;
    }
  }
  return null;
}

function continuesAt(text: string, index: number): boolean {
  return index < text.length && CONTINUES.includes(text.charAt(index));
}

function endsSentence(text: string, index: number): boolean {
  const character = text.charAt(index);
  if (FULL_ENDS.includes(character)) return true;
  if (character !== "." && character !== "!" && character !== "?") return false;
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  // www.example.cn, ?id=1, 12.6, 3.加强: glued to what follows, or a typed number.
  if (/[A-Za-z0-9_/=]/.test(after)) return false;
  if (character !== ".") return true;
  // At 3 p.m. in the city.
  if (/^\s+[a-z]/.test(text.slice(index + 1, index + 4))) return false;
  if (/[0-9]/.test(before) && after !== "" && !/[\s”’）)"']/.test(after)) return false;
  return !/(?:^|[^A-Za-z])[A-Z][a-z]{0,2}$/.test(text.slice(Math.max(0, index - 4), index)) || after === "";
}
