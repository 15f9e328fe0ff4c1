/** What stands at a page's foot for who turns it: the first words of the next page. */

/** In widths of a Chinese character. */
const SHOWN = 10;
/** Of a word or a number, which aren't cut: half of 12.6% is another number. */
const WITHIN = /^(?:(?!\p{Script=Han})[\p{L}\p{N}]|[.,%‰'’-])$/u;

/**
 * 接：刚才工作人员把结果给……; in a Latin text by whole words and in its language. `isChinese`: whether the speech is, in
 * which figures are read.
 */
export function nextWords(words: string, isChinese: boolean): string {
  const letters = [...words];
  if (/\p{Script=Han}/u.test(words) || (isChinese && !/\p{L}/u.test(words))) {
    return letters.length > SHOWN
      ? `接：${letters.slice(0, cutOf(letters)).join("").trimEnd()}……`
      : `接：${words}`;
  }
  const most = SHOWN * 2.4;
  if (letters.length <= most) return `Next: ${words}`;
  const shown = letters.slice(0, most + 1).join("");
  const end = shown.lastIndexOf(" ");
  return `Next: ${shown.slice(0, end > 0 ? end : most)}…`;
}

/** In front of the word that would be cut; behind it where nothing stands in front, unless it never ends. */
function cutOf(letters: readonly string[]): number {
  const isWithin = (at: number) => WITHIN.test(letters[at - 1] ?? "") && WITHIN.test(letters[at] ?? "");
  let begin = SHOWN;
  while (begin > 0 && isWithin(begin)) begin -= 1;
  if (begin > 1) return begin;
  let end = SHOWN;
  while (end < 2 * SHOWN && isWithin(end)) end += 1;
  return isWithin(end) ? SHOWN : end;
}
