/** What stands at a page's foot for who turns it: the first words of the next page. */

/** In widths of a Chinese character. */
const SHOWN = 10;

/** 接：刚才工作人员把结果给……; in a Latin text by whole words and in its language. */
export function nextWords(words: string): string {
  const letters = [...words];
  if (/\p{Script=Han}/u.test(words)) {
    return `接：${letters.slice(0, SHOWN).join("")}${letters.length > SHOWN ? "……" : ""}`;
  }
  const most = SHOWN * 2.4;
  if (letters.length <= most) return `Next: ${words}`;
  const shown = letters.slice(0, most + 1).join("");
  const end = shown.lastIndexOf(" ");
  return `Next: ${shown.slice(0, end > 0 ? end : most)}…`;
}
