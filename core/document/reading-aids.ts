/**
 * What helps whoever reads the speech aloud: cues between words, stressed words and pinyin above
 * characters. It is printed in the reading copy only; neither the words, their count nor what is signed
 * changes with it (without-reading-aids.ts). The schema's part is in reading-aid-nodes.ts.
 */
export const CUE = "cue";
export const STRESS = "stress";
export const PINYIN = "pinyin";

/** A pause of a breath, a long one, applause to wait for. */
export const CUE_KINDS = ["pause", "long-pause", "applause"] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** As it stands in the text and on paper. */
export const CUE_SIGNS: Readonly<Record<CueKind, string>> = {
  pause: "／",
  "long-pause": "／／",
  applause: "（掌声）",
};

export const isCueKind = (value: unknown): value is CueKind => CUE_KINDS.some((kind) => kind === value);

/**
 * One syllable with its tone, such as `zhòng`. Letters only: it is set above the character as it is.
 * Other offices' files may hold Zhuyin.
 */
const READING = /^[\p{L}\p{M}]{1,12}$/u;

export const isReading = (value: unknown): value is string =>
  typeof value === "string" && READING.test(value);
