/**
 * Words that begin like a typed number and aren't one: 八、九月份 is two months, 六、七十年代 two decades, 二、三产业
 * two sectors, 五.四运动 a name. What heads a part often begins with a numeral too (一、二十大以来, 三、四个意识,
 * 二、五年来的工作, 一、一季度的工作), so it goes by what is counted, and whether the second numeral is higher or follows on the
 * first.
 */
import { readChineseNumeral } from "../numerals";

const NUMERAL = "[一二三四五六七八九十百]{1,5}";
/** Whatever the numerals, so long as they rise: 一、二、三产业, 一、二线城市. */
const OF_KINDS = new RegExp(`^${NUMERAL}(?:、|[线类级批期季产把等])`);
/** What two numerals that follow on each other count together. */
const COUNTED =
  /^(?:年级|年(?:内|之内|以内|后|之后|以后|时间|左右)|月|个月|日|号|天|岁|周|[十百千]多?(?:人|名|岁|户|家|里|公里|亩|年(?:内|后|前))|十年代)/;
/** 一.二九运动, 五．四青年节, 九.一八事变. */
const NAMED_DAY = new RegExp(`^${NUMERAL}[”’"]?(?:运动|事变|抗战|青年|精神|起义|惨案|地震|讲话)`);
const STARTS = new RegExp(`^(${NUMERAL}|两)`);

/** Whether the text behind a Chinese numeral and its mark goes on counting. `mark`: the one between them. */
export function goesOnCounting(ordinal: number, mark: string, rest: string): boolean {
  const second = STARTS.exec(rest)?.[1];
  if (second === undefined) return false;
  if (mark !== "、") return NAMED_DAY.test(rest);
  const first = second.charAt(0);
  const higher = readChineseNumeral(second) ?? digitOf(first) ?? 0;
  if (OF_KINDS.test(rest) && higher > ordinal) return true;
  // Of 二、三十年 the numerals are 二 and 三; of 十、十一月 ten and eleven.
  const whole = follows(ordinal, readChineseNumeral(second)) && COUNTED.test(rest.slice(second.length));
  return whole || (follows(ordinal, digitOf(first)) && COUNTED.test(rest.slice(1)));
}

const digitOf = (numeral: string): number | null => (numeral === "两" ? 2 : readChineseNumeral(numeral));

/** 三、五年 is said of a few years though four is left out. */
const follows = (one: number, other: number | null): boolean =>
  other === one + 1 || (one === 3 && other === 5);
