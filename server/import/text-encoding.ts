/**
 * Which encoding a text file is in. A mark at its beginning says it; else what is nearly all valid UTF-8 is
 * UTF-8, since no other Chinese text is that by chance; else what the file declares, when all of it can be
 * that; UTF-16 is known by its characters, GB18030 and Big5 by which
 * of their characters are frequent.
 */
import { analyse } from "chardet";
import type { TextEncoding } from "@/core/import-format";

/** Enough to tell encodings apart, and quick. */
const SAMPLE_BYTES = 64 * 1024;
/** Share of characters that Chinese and English texts consist of; other encodings read as UTF-16 stay under a half. */
const PLAUSIBLE_SHARE = 0.9;

/** Of the characters outside ASCII, those that a damaged file may have lost. */
const DAMAGED_SHARE = 0.05;
const NOT_ASCII = /[^\0-\x7f]/gu;
const UNREADABLE = "\ufffd";

const UNEXPECTED = /[^\t\n\r -~\u00b7\u2010-\u203b\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/gu;

/**
 * Never fails: a file that is no text in any encoding is taken for GB18030 and shows as such. Too few
 * characters to tell by are read as `declared`.
 */
export function findEncoding(bytes: Uint8Array, declared: TextEncoding | null = null): TextEncoding {
  const marked = markOf(bytes);
  if (marked !== null) return marked;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  // First: every ASCII character in UTF-16 is a character and a zero, which is valid UTF-8 as well.
  const wide = (["utf-16le", "utf-16be"] as const).find((encoding) => isPlausible(sample, encoding));
  if (wide !== undefined && !isPlausible(sample, "utf-8")) return wide;
  if (isUtf8(bytes)) return "utf-8";
  if (declared !== null && isValid(bytes, declared)) return declared;
  const guesses = analyse(sample);
  const confidence = (name: string) => guesses.find((guess) => guess.name === name)?.confidence ?? 0;
  return confidence("Big5") > confidence("GB18030") ? "big5" : "gb18030";
}

/** The text without its mark; what is no character in the encoding becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

function markOf([first, second, third]: Uint8Array): TextEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/**
 * A file that was cut off, or that a byte got into, is still in its encoding. Other Chinese encodings read as UTF-8
 * are mostly characters that it doesn't have.
 */
function isUtf8(bytes: Uint8Array): boolean {
  const foreign = decodeText(bytes, "utf-8").match(NOT_ASCII) ?? [];
  const unreadable = foreign.filter((character) => character === UNREADABLE).length;
  return unreadable <= foreign.length * DAMAGED_SHARE;
}

function isValid(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isPlausible(bytes: Uint8Array, encoding: TextEncoding): boolean {
  const text = decodeText(bytes, encoding);
  if (text === "") return false;
  return text.replace(UNEXPECTED, "").length >= text.length * PLAUSIBLE_SHARE;
}
