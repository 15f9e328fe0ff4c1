import { sentenceEnds } from "@/core/text/sentences";

/** UTF-16 offsets in a block; the closing marks and blanks behind a sentence belong to it. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** Together they are the whole text. */
export function sentencesOf(text: string): readonly Sentence[] {
  const ends = sentenceEnds(text);
  return ends.map((to, at) => ({ from: ends[at - 1] ?? 0, to }));
}
