/** Other words for a passage, as they are meant: where they differ from it, and which line breaks they bring. */

const LATIN = /[\p{Script=Latin}\d]/u;

/** How many letters are the same at the beginning and at the end; no letter of two halves is parted. */
export function differing(quote: string, wording: string): { readonly start: number; readonly end: number } {
  const old = [...quote];
  const now = [...wording];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return {
    start: old.slice(0, start).join("").length,
    end: end === 0 ? 0 : old.slice(-end).join("").length,
  };
}

/**
 * What somebody typed over the passage, without blanks around it. Line breaks of the passage stay as long as they are
 * in it; there are no others: Enter in the field makes no line, and only parts Latin letters by a blank.
 */
export function tidyWording(quote: string, typed: string): string {
  const text = typed.replace(/\r\n?/g, "\n").trim();
  const { start, end } = differing(quote, text);
  const [first, last] = [start, text.length - end];
  let left = breaksIn(quote.slice(start, quote.length - end));
  const between = text.slice(first, last).replace(/\s*\n\s*/g, (run, at: number) => {
    const count = breaksIn(run);
    const kept = Math.min(left, count);
    left -= kept;
    if (kept === count) return run;
    if (kept > 0) return "\n".repeat(kept);
    const [before = "", behind = ""] = [text[first + at - 1], text[first + at + run.length]];
    return LATIN.test(before) && LATIN.test(behind) ? " " : "";
  });
  return text.slice(0, first) + between + text.slice(last);
}

const breaksIn = (text: string) => text.split("\n").length - 1;
