/**
 * A long title's lines: broken between words and of nearly equal length, the upper not shorter, as
 * GB/T 9704-2012, 7.3.1 asks for (回行时词意完整、排列对称).
 */

const MOST_LINES = 4;

/** The title in lines of at most `perLine` characters; a word longer than a line is left whole. */
export function titleLines(title: string, perLine: number): string[] {
  const width = lengthOf(title);
  if (width <= perLine) return [title];
  const words = titleWords(title);
  // One line more when words of this title don't go into the fewest.
  const fewest = Math.ceil(width / perLine);
  // What takes five lines isn't a title that anybody shapes; the search would take long.
  if (fewest > MOST_LINES) return [title];
  for (let count = fewest; count <= fewest + 1; count += 1) {
    const lines = balanced(words, count, perLine);
    if (lines !== null) return lines;
  }
  return [title];
}

/** Single characters that end a word or go on with the one before: 数字化, 推进会上, 青禾市. */
const SUFFIXES = new Set(
  "化性率者会们上中下里内外间型式度力感类级局委办厅部处科室组班院站所馆省市县区乡镇村年月日届次",
);
/** Single characters that begin a word: 高质量, 总书记. */
const PREFIXES = new Set("高低新大小老多非超总副第各每本全");
/** Single characters that are words of their own; of others two or more beside each other are a name. */
const OWN_WORDS = new Set("在和与及暨或对为把于以从向按就是要不更");
/** Of these, those that belong to what follows: a line that ends with one wants the next word. */
const LEADING = new Set("在和与及或对为把于以从向按");

/** What may end a line, together the title; punctuation, endings and the characters of a name stay with what is before them. */
export function titleWords(title: string): string[] {
  const words: string[] = [];
  let before = "";
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "word" }).segment(title)) {
    if (words.length > 0 && staysWith(before, segment)) words[words.length - 1] += segment;
    else words.push(segment);
    before = segment;
  }
  return words;
}

function staysWith(before: string, segment: string): boolean {
  if (/[“‘《（〈「『]$/u.test(before)) return true;
  if (/^[\p{P}\s的地得]/u.test(segment)) return !/^[“‘《（〈「『—]/u.test(segment);
  if (SUFFIXES.has(segment)) return !OWN_WORDS.has(before);
  if (PREFIXES.has(before) || LEADING.has(before)) return true;
  return [before, segment].every((one) => /^\p{Script=Han}$/u.test(one) && !OWN_WORDS.has(one));
}

/** The breaking with the least difference between lines; null when nothing fits. */
function balanced(words: readonly string[], count: number, perLine: number): string[] | null {
  const ideal = lengthOf(words.join("")) / count;
  let best: { readonly cost: number; readonly lines: string[] } | null = null;
  const tryFrom = (from: number, lines: string[], cost: number): void => {
    if (best !== null && cost >= best.cost) return;
    if (lines.length === count) {
      if (from === words.length) best = { cost, lines };
      return;
    }
    let line = "";
    for (let to = from; to < words.length; to += 1) {
      line += words[to];
      const length = lengthOf(line);
      if (length > perLine) return;
      // A lower line that is longer than the one above looks like a mistake.
      const grows = lines.length > 0 && length > lengthOf(lines.at(-1) ?? "") ? 0.5 : 0;
      tryFrom(to + 1, [...lines, line], cost + (length - ideal) ** 2 + grows);
    }
  };
  tryFrom(0, [], 0);
  return (best as { readonly lines: string[] } | null)?.lines.map((line) => line.trim()) ?? null;
}

/** In widths of a Han character; Latin letters and digits take half of one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const character of text) length += /[\u0020-\u007e]/.test(character) ? 0.5 : 1;
  return length;
}
