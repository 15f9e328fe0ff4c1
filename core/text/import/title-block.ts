/**
 * Finds what stands above a speech: title, subtitle (——…), byline, date line, salutation. A title is
 * known by the salutation under it, so the headline and the advertisements of a web page around the
 * speech stay plain. Only a whole text without any salutation is trusted to begin with its title.
 */

export type TitleBlockRole = "title" | "subtitle" | "byline" | "dateLine" | "salutation";

/** A line as far as the title block is concerned; null stands for a list, table or quotation. */
export type HeadLine = {
  readonly text: string;
  readonly numbered: boolean;
  readonly declaredTitle: boolean;
  /** The level of heading that the source gives it. */
  readonly declaredLevel?: number | undefined;
  /** In one centred paragraph with the line before. */
  readonly continues?: boolean;
} | null;

const DATE =
  "[\\d〇○零一二三四五六七八九×xX]{2,4}\\s*年\\s*[\\d一二三四五六七八九十×xX]{1,3}\\s*月(?:\\s*[\\d一二三四五六七八九十×xX]{1,3}\\s*日)?";
const DATE_LINE = new RegExp(`^(?:[^。；]{1,24}[，,\\s])?${DATE}(?:[上下]午|晚)?$`);
const HAS_DATE = new RegExp(DATE);
const BRACKETED = /^[（(][^（）()]{2,40}[）)]$/;
const POST_AND_NAME = /^[^。；：！？;:!?]{2,40}[\s　]+[\p{Script=Han}·×]{1,5}(?:[\s　]+\p{Script=Han})?$/u;
const POST_WITH_NAME =
  /(?:书记|主席|总理|部长|省长|市长|区长|县长|镇长|乡长|局长|处长|科长|主任|秘书长|院长|校长|馆长|董事长|总经理|同志)[\p{Script=Han}×]{0,4}$/u;
/** 市委副书记 林岳: a name behind what can only be a post. */
const NAMED_POST =
  /(?:书记|主席|总理|部长|省长|市长|区长|县长|镇长|乡长|局长|处长|科长|主任|秘书长|院长|校长|馆长|董事长|总经理)[\s　]+\p{Script=Han}[\s　]?[\p{Script=Han}·×]{1,4}$/u;
const BARE_NAME = /^\p{Script=Han}[\s　]*\p{Script=Han}{1,3}$/u;
const SPEECH_WORD =
  /(?:讲话|发言|致辞|致词|演讲|讲稿|报告|总结|动员|提纲|辞|词|稿)(?:提纲|稿)?(?:[（(].{1,12}[）)])?$/;
const SUBTITLE = /^(?:—{1,2}|--|──)\s*\S/;
const ENDS_LIKE_PROSE = /[。！？；：，、,;:!?.…]["”’]?$/;

const VOCATIVE =
  /^(?:尊敬的|敬爱的|亲爱的|各位|全体)*.{0,16}(?:同志|们|领导|代表|委员|来宾|嘉宾|朋友|先生|女士|书记|主席|部长|省长|市长|区长|县长|镇长|局长|主任|老师|同学|同仁|同事|专家|院士|校长|院长|教授|阁下|评委|家长|战友|学员|校友|干部|企业家)$/;
const ADDRESSES = /同志|各位|们|尊敬|敬爱|亲爱/;

/** 同志们： 各位代表: 尊敬的周书记，各位来宾： — the whole line calls on the audience. */
export function isSalutation(text: string): boolean {
  if (text.length > 60 || !/[：:，,]$/.test(text)) return false;
  const called = text.slice(0, -1);
  return ADDRESSES.test(called) && called.split(/[、，,\s　]+/).every((part) => VOCATIVE.test(part));
}

/** The length of a salutation that the body follows in the same paragraph (各位代表：现在，…), else 0. */
export function salutationPrefix(text: string): number {
  const colon = text.slice(0, 41).search(/[：:]/);
  return colon > 0 && colon + 1 < text.length && isSalutation(text.slice(0, colon + 1)) ? colon + 1 : 0;
}

/**
 * The role of every line that belongs to a title block. Where words of a speech stand above the lines already,
 * `beginsSpeech` false, they are more likely a part of it: only a greeting shows a title then, and with it the
 * title's own wording, or a date or post and name below it.
 */
export function titleBlockRoles(
  lines: readonly HeadLine[],
  { beginsSpeech = true }: { readonly beginsSpeech?: boolean } = {},
): ReadonlyMap<number, TitleBlockRole> {
  const roles = new Map<number, TitleBlockRole>();
  for (const [index, line] of lines.entries()) {
    if (line?.declaredTitle) roles.set(index, "title");
  }
  for (const [index, line] of lines.entries()) {
    if (line === null || line.declaredTitle || !isSalutation(line.text)) continue;
    roles.set(index, "salutation");
    markBlockAbove(lines, { salutation: index, beginsSpeech }, roles);
  }
  if (beginsSpeech && ![...roles.values()].includes("title")) markBlockAtTop(lines, roles);
  return roles;
}

/** Walks up from a salutation over date and byline to the title; marks nothing without a title. */
function markBlockAbove(
  lines: readonly HeadLine[],
  { salutation, beginsSpeech }: { readonly salutation: number; readonly beginsSpeech: boolean },
  roles: Map<number, TitleBlockRole>,
) {
  const found = new Map<number, TitleBlockRole>();
  let index = salutation - 1;
  for (let taken = 0; taken < 4 && index >= 0; taken += 1, index -= 1) {
    const role = lineRole(lines[index]);
    if (role === null || roles.has(index)) break;
    found.set(index, role);
  }
  if (isSubtitle(lines[index])) {
    found.set(index, "subtitle");
    index -= 1;
  }
  const isFirstPart = ![...roles.values()].includes("title");
  const anyWording =
    (isFirstPart && (beginsSpeech || showTitle(lines, found))) || SPEECH_WORD.test(wholeTitle(lines, index));
  if (roles.get(index) === "title" || isTitle(lines[index], anyWording)) {
    found.set(index, "title");
  } else {
    // What looked like a subtitle or a name was the title itself.
    const topmost = index + 1;
    if (topmost === salutation || !isTitle(lines[topmost], isFirstPart && beginsSpeech)) return;
    found.set(topmost, "title");
    index = topmost;
  }
  for (; lines[index]?.continues && !roles.has(index - 1); index -= 1) {
    const above = lines[index - 1];
    // Names stand below a title, so what is short enough for one is a part of it here.
    if (!isTitle(above, true) || lineRole(above) === "dateLine") break;
    found.set(index - 1, "title");
  }
  for (const [line, role] of found) roles.set(line, role);
}

/** For a text that greets nobody: its first line, when something shows that it is a whole speech. */
function markBlockAtTop(lines: readonly HeadLine[], roles: Map<number, TitleBlockRole>) {
  const first = lines[0];
  if (first == null || !isTitle(first, true) || lines.length < 2 || isPart(first, lines)) return;
  const found = new Map<number, TitleBlockRole>([[0, "title"]]);
  let index = 1;
  let title = first.text;
  for (; isMoreOfTitle(lines[index]); index += 1) {
    found.set(index, "title");
    title += lines[index]?.text;
  }
  // Several lines that begin with —— are a list.
  if (isSubtitle(lines[index]) && !isSubtitle(lines[index + 1])) {
    found.set(index, "subtitle");
    index += 1;
  }
  for (; index < 6; index += 1) {
    const role = lineRole(lines[index]);
    if (role === null || lines[index]?.declaredLevel !== undefined) break;
    if (isBareName(lines[index]) && isBareName(lines[index + 1])) break;
    found.set(index, role);
  }
  if (!SPEECH_WORD.test(title) && !showTitle(lines, found)) return;
  for (const [line, role] of found) roles.set(line, role);
}

/** A declared heading: one with words of a title, above all others, may be a title that got a heading's style. */
function isPart(line: NonNullable<HeadLine>, lines: readonly HeadLine[]): boolean {
  const { declaredLevel: level, text } = line;
  if (level === undefined) return false;
  const hasEqual = lines.some((other) => other !== line && (other?.declaredLevel ?? 5) <= level);
  return hasEqual || !SPEECH_WORD.test(text);
}

/**
 * Whether a line stands under a title for certain: a subtitle, a date, one post with its name. A few characters,
 * or words in brackets, are as likely a point of a list: 突出重点, （增长8.5%）.
 */
function showTitle(lines: readonly HeadLine[], found: ReadonlyMap<number, TitleBlockRole>): boolean {
  const below = [...found].map(([index, role]) => ({ role, text: lines[index]?.text ?? "" }));
  if (below.some(({ role, text }) => role === "subtitle" || (role === "dateLine" && HAS_DATE.test(text))))
    return true;
  const names = below.filter(({ role }) => role === "byline");
  return names.length === 1 && names.every(({ text }) => NAMED_POST.test(text));
}

const isBareName = (line: HeadLine | undefined): boolean => line != null && BARE_NAME.test(line.text);

/** The text of a line with those before it in its centred paragraph. */
function wholeTitle(lines: readonly HeadLine[], index: number): string {
  const line = lines[index];
  if (line == null) return "";
  return line.continues ? wholeTitle(lines, index - 1) + line.text : line.text;
}

/** A title's further line, which nobody's name, date or subtitle is. */
function isMoreOfTitle(line: HeadLine | undefined): boolean {
  return line?.continues === true && isTitle(line, true) && !isSubtitle(line) && lineRole(line) === null;
}

function isTitle(line: HeadLine | undefined, anyWording: boolean): boolean {
  if (line == null || line.numbered || line.text.length > 60 || line.text.length < 2) return false;
  if (ENDS_LIKE_PROSE.test(line.text) || BRACKETED.test(line.text)) return false;
  return anyWording || SPEECH_WORD.test(line.text);
}

function isSubtitle(line: HeadLine | undefined): boolean {
  return (
    line != null && SUBTITLE.test(line.text) && !ENDS_LIKE_PROSE.test(line.text) && line.text.length <= 60
  );
}

function lineRole(line: HeadLine | undefined): "byline" | "dateLine" | null {
  if (line == null || line.numbered || line.declaredTitle || line.text.length > 60) return null;
  const { text } = line;
  if (BRACKETED.test(text) || DATE_LINE.test(text)) return "dateLine";
  if (SPEECH_WORD.test(text) || SUBTITLE.test(text)) return null;
  return POST_AND_NAME.test(text) || POST_WITH_NAME.test(text) || BARE_NAME.test(text) ? "byline" : null;
}
