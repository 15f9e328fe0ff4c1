/**
 * Numbers that somebody typed in front of a line: 一、（一） 1. 1、（1） ①, with half- or full-width
 * digits and marks, or in one character (㈠ ⒈ ⑴). What only looks like one is left alone: 2026., 1.5亿,
 * 3、4月份, 一、二产业, 一是.
 */
import type { HeadingLevel } from "@/core/document/heading";
import type { NumberingStyle } from "@/core/speech";
import { readChineseNumeral, readCircledNumeral, readMarkedNumeral, withHalfWidthDigits } from "../numerals";
import { goesOnCounting } from "./enumeration";

/** 一、 · （一） · 1. and 1、 · （1） and 1） · ① */
export type NumberForm = "chinese" | "chinese-bracket" | "digit" | "digit-bracket" | "circled";

export interface TypedNumber {
  readonly form: NumberForm;
  readonly ordinal: number;
  /** As typed, without the spaces after it: "2、". */
  readonly typed: string;
  /** UTF-16 units to cut from the line, spaces after the number included. */
  readonly length: number;
}

const NUMERAL = "[一二三四五六七八九十百]{1,5}";
const CHINESE = new RegExp(`^(${NUMERAL})\\s*([、．.])[\\s　]*`);
const CHINESE_BRACKET = new RegExp(`^[（(]\\s*(${NUMERAL})\\s*[）)][、．.]?[\\s　]*`);
const DIGIT = /^(\d{1,2})\s*[、．.][\s　]*/;
const DIGIT_BRACKET = /^(?:[（(]\s*)?(\d{1,2})\s*[）)][、．.]?[\s　]*/;
/** Of ①②③三项 none numbers the line. */
const CIRCLED = /^([①-⑳㉑-㉟㊱-㊿])(?![①-⑳㉑-㉟㊱-㊿])[、．.]?[\s　]*/u;
/** Of ⑴⑵两项 neither does. */
const MARKED = /^([⑴-⒛㈠-㈩])(?![⑴-⒛㈠-㈩])[、．.]?[\s　]*/;

/** （三）班 and （3）班 are classes of a school; 3）班 isn't. */
const SCHOOL_CLASS = /^班(?!子)/;
/** Of （一）（二）两项, （1）至（3）项 and ①、②项 none numbers the line. */
const ANOTHER: Readonly<Partial<Record<NumberForm, RegExp>>> = {
  "chinese-bracket": new RegExp(`^[和及与或至到]?[（(]\\s*${NUMERAL}\\s*[）)]`),
  "digit-bracket": /^[和及与或至到]?(?:[（(]\s*)?\d{1,2}\s*[）)]/,
  circled: /^[和及与或至到]?[①-⑳㉑-㉟㊱-㊿]/u,
};
/** 3、4月份 and 1.5亿; a year after the number is a heading's own text. */
const DIGIT_CONTINUES = /^\d/;
const YEAR = /^(?:19|20)\d\d年/;
/** 1. 5亿 with a blank too many, where 1. 5G网络 is a number and words. */
const AMOUNT = /^\d+(?:\.\d+)?\s*(?:[万亿多余倍%％‰月日号]|个百分点)/;

export interface TypedNumberOptions {
  /** The source itself says that the line is a heading: there 二、二季度 doesn't go on counting. */
  readonly isHeading?: boolean;
}

/** The typed number at the start of a line without leading spaces, or null. */
export function readTypedNumber(
  line: string,
  { isHeading = false }: TypedNumberOptions = {},
): TypedNumber | null {
  const plain = withHalfWidthDigits(line);
  const number = readNumber(plain, isHeading);
  if (number === null || (number.form === "digit" && digitsGoOn(plain, number.length, isHeading)))
    return null;
  return { ...number, typed: line.slice(0, number.length).trim() };
}

/** Of a line with half-width digits. */
function readNumber(line: string, isHeading: boolean): Omit<TypedNumber, "typed"> | null {
  const chinese = CHINESE.exec(line);
  if (chinese !== null) {
    const [all, numeral = "", mark = ""] = chinese;
    const ordinal = readChineseNumeral(numeral);
    const isSetOff = mark === "、" && (isHeading || isApart(all));
    if (ordinal === null || (!isSetOff && goesOnCounting(ordinal, mark, line.slice(all.length)))) return null;
    return typedNumber("chinese", chinese, ordinal, line);
  }
  const chineseBracket = CHINESE_BRACKET.exec(line);
  if (chineseBracket !== null) {
    return typedNumber("chinese-bracket", chineseBracket, readChineseNumeral(chineseBracket[1] ?? ""), line);
  }
  const digit = DIGIT.exec(line);
  if (digit !== null) return typedNumber("digit", digit, Number(digit[1]), line);
  const digitBracket = DIGIT_BRACKET.exec(line);
  if (digitBracket !== null) return typedNumber("digit-bracket", digitBracket, Number(digitBracket[1]), line);
  const marked = MARKED.exec(line);
  const numeral = readMarkedNumeral(marked?.[1] ?? "");
  if (marked !== null && numeral !== null) return typedNumber(numeral.form, marked, numeral.value, line);
  const circled = CIRCLED.exec(line);
  return circled && typedNumber("circled", circled, readCircledNumeral(circled[1] ?? ""), line);
}

/** Whoever only counts leaves no blank behind the mark. */
const isApart = (typed: string): boolean => /\s$/.test(typed);

function digitsGoOn(line: string, length: number, isHeading: boolean): boolean {
  const rest = line.slice(length);
  if (!DIGIT_CONTINUES.test(rest) || YEAR.test(rest)) return false;
  return !isApart(line.slice(0, length)) || (!isHeading && AMOUNT.test(rest));
}

/** A number with nothing behind it numbers nothing: it may be a page number or a table's cell. */
function typedNumber(
  form: NumberForm,
  [{ length }]: RegExpExecArray,
  ordinal: number | null,
  line: string,
): Omit<TypedNumber, "typed"> | null {
  const rest = line.slice(length);
  if (ordinal === null || ordinal === 0 || rest === "") return null;
  if (/^[（(㈠-㈩⑴-⒇]/.test(line) && SCHOOL_CLASS.test(rest)) return null;
  if (ANOTHER[form]?.test(rest)) return null;
  return { form, ordinal, length };
}

/** The style a text was written in: flat when it goes from 一、 straight to 1、, else nested. */
export function styleOfForms(forms: ReadonlySet<NumberForm>): NumberingStyle {
  const isFlat = forms.has("chinese") && forms.has("digit") && !forms.has("chinese-bracket");
  return isFlat ? "flat" : "nested";
}

/**
 * The heading level of a typed number. A text that uses （一） is nested whatever the speech's style
 * is, or its 1. would land beside its （一）. Null for a fifth level, which speeches don't have.
 */
export function levelOfForm(
  form: NumberForm,
  style: NumberingStyle,
  forms: ReadonlySet<NumberForm>,
): HeadingLevel | null {
  if (form === "chinese") return 1;
  if (form === "chinese-bracket") return 2;
  if (style === "flat" && !forms.has("chinese-bracket")) {
    if (form === "digit") return 2;
    return form === "digit-bracket" ? 3 : 4;
  }
  if (form === "digit") return 3;
  return form === "circled" && forms.has("digit-bracket") ? null : 4;
}
