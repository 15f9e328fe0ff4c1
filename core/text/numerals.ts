/** Chinese and circled numerals, written and read, and others that are only read. Used by heading numbers and by speaking time. */

const DIGITS = "零一二三四五六七八九";
const SMALL_UNITS = ["", "十", "百", "千"] as const;
const GROUP_UNITS = ["", "万", "亿", "万亿"] as const;

/** Largest number that `chineseNumeral` writes. */
export const LARGEST_NUMERAL = Number.MAX_SAFE_INTEGER;

/** 12 → 十二, 105 → 一百零五, 20000 → 二万. Whole numbers from 0; RangeError for anything else. */
export function chineseNumeral(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`no Chinese numeral for ${value}`);
  if (value === 0) return "零";
  let rest = value;
  let text = "";
  let zeroPending = false;
  for (let group = 0; rest > 0; group += 1) {
    const part = rest % 10_000;
    rest = Math.floor(rest / 10_000);
    if (part > 0) {
      text = groupNumeral(part) + GROUP_UNITS[group] + (zeroPending ? "零" : "") + text;
      // 1 0500 is 一万零五百: a group that doesn't fill its four places is joined by 零.
      zeroPending = part < 1000;
    } else if (text !== "") {
      zeroPending = true;
    }
  }
  // Only a leading 一十 is shortened: 12 is 十二, but 112 is 一百一十二.
  return text.startsWith("一十") ? text.slice(1) : text;
}

/** 1 to 9999, with the inner 一十 in full. */
function groupNumeral(value: number): string {
  let text = "";
  let zeroPending = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zeroPending = text !== "";
      continue;
    }
    text += (zeroPending ? "零" : "") + DIGITS.charAt(digit) + SMALL_UNITS[place];
    zeroPending = false;
  }
  return text;
}

/** 十二 → 12, up to 999; null for text that is not such a numeral. */
export function readChineseNumeral(text: string): number | null {
  const match =
    /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (match === null || text === "" || text === "零") return null;
  const [, hundreds, tens, ten, ones] = match;
  return digitOf(hundreds) * 100 + (ten === undefined ? 0 : (digitOf(tens) || 1) * 10) + digitOf(ones);
}

function digitOf(character: string | undefined): number {
  return character === undefined ? 0 : DIGITS.indexOf(character);
}

/** The three runs of circled numbers in Unicode: first number and code point of each. */
const CIRCLED_RUNS = [
  { from: 1, to: 20, codePoint: 0x2460 },
  { from: 21, to: 35, codePoint: 0x3251 },
  { from: 36, to: 50, codePoint: 0x32b1 },
] as const;

/** 1 → ①, up to ㊿; null above, where Unicode has none. */
export function circledNumeral(value: number): string | null {
  const run = CIRCLED_RUNS.find(({ from, to }) => value >= from && value <= to);
  return run === undefined ? null : String.fromCodePoint(run.codePoint + value - run.from);
}

/** ① → 1; null for any other character. */
export function readCircledNumeral(character: string): number | null {
  const codePoint = character.codePointAt(0) ?? 0;
  const run = CIRCLED_RUNS.find(
    ({ from, to, codePoint: first }) => codePoint >= first && codePoint <= first + to - from,
  );
  return run === undefined ? null : codePoint - run.codePoint + run.from;
}

/** The runs of numbers that Unicode has together with their marks: （一） (1) 1. in one character. */
const MARKED_RUNS = [
  { form: "chinese-bracket", codePoint: 0x3220, count: 10 },
  { form: "digit-bracket", codePoint: 0x2474, count: 20 },
  { form: "digit", codePoint: 0x2488, count: 20 },
] as const;

/** ㈠ ⑴ ⒈ as the number and what stands around it; null for any other character. */
export function readMarkedNumeral(
  character: string,
): { readonly form: (typeof MARKED_RUNS)[number]["form"]; readonly value: number } | null {
  const at = character.codePointAt(0) ?? 0;
  const run = MARKED_RUNS.find(({ codePoint, count }) => at >= codePoint && at < codePoint + count);
  return run === undefined ? null : { form: run.form, value: at - run.codePoint + 1 };
}

/** １２ as 12, in a text of the same length. */
export function withHalfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
}
