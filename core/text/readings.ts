/**
 * Readings that may have to be told: of characters that few people know, or of chosen ones. pinyin-pro
 * proposes by the words around a character; a person decides.
 */
import { pinyin, polyphonic } from "pinyin-pro";

export interface ProposedReading {
  /** UTF-16 offset in the text. */
  readonly offset: number;
  readonly letter: string;
  readonly reading: string;
  /** All that the character has, the proposed one first. */
  readonly choices: readonly string[];
}

const HAN = /\p{Script=Han}/u;

/** GB 2312's first level: the 3,755 characters in common use, in rows B0 to D7. */
let common: ReadonlySet<string> | undefined;

function isCommon(letter: string): boolean {
  common ??= new Set(commonLetters());
  return common.has(letter);
}

function commonLetters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    // The last row has five places less.
    for (let place = 0xa1; place <= (row === 0xd7 ? 0xf9 : 0xfe); place += 1) bytes.push(row, place);
  }
  return new TextDecoder("gbk").decode(new Uint8Array(bytes));
}

/** `rare`: only characters outside of common use; `all`: every Han character. */
export function proposeReadings(text: string, which: "rare" | "all"): ProposedReading[] {
  const letters = [...text];
  // One entry per character, as `letters`; contexts decide among several readings.
  const readings = pinyin(text, { type: "array", toneType: "symbol" });
  let offset = 0;
  return letters.flatMap((letter, index) => {
    const at = offset;
    offset += letter.length;
    const reading = readings[index] ?? "";
    if (!HAN.test(letter) || reading === letter || (which === "rare" && isCommon(letter))) return [];
    const known = polyphonic(letter, { type: "array", toneType: "symbol" })[0] ?? [];
    const choices = [...new Set([reading, ...known])].filter((choice) => choice !== "" && choice !== letter);
    return choices.length === 0 ? [] : [{ offset: at, letter, reading, choices }];
  });
}
