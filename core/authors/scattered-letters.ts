/** Words that others were typed into before, or when, they were put elsewhere. */

/** Words with as many others among them may as well be others. */
const LEAST_SHARE = 0.5;
/** So few letters stand among any others. */
const FEWEST_LETTERS = 4;

export interface Stretch {
  /** Where it begins in the words, and in the others. */
  readonly at: number;
  readonly other: number;
  readonly length: number;
}

/** The stretches of `words` in `others`, in order and together all of it; null when that isn't them. */
export function scattered(words: string, others: string): readonly Stretch[] | null {
  if (words.length < FEWEST_LETTERS || words.length >= others.length) return null;
  if (words.length <= others.length * LEAST_SHARE) return null;
  const stretches: Stretch[] = [];
  let other = 0;
  for (let at = 0; at < words.length; at += 1, other += 1) {
    other = others.indexOf(words.charAt(at), other);
    if (other === -1) return null;
    const last = stretches.at(-1);
    if (last !== undefined && last.other + last.length === other) {
      stretches[stretches.length - 1] = { ...last, length: last.length + 1 };
    } else stretches.push({ at, other, length: 1 });
  }
  return stretches;
}
