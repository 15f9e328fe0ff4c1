/** What a paragraph's own properties say of it, before the paragraphs around it are looked at. */
import type { HeadingLevel } from "@/core/document/heading";
import {
  levelOfForm,
  type NumberForm,
  readTypedNumber,
  type TypedNumber,
  type TypedNumberOptions,
} from "@/core/text/import/typed-number";
import type { LinePlace } from "./line";
import type { ListFormats } from "./list-formats";
import { piecesText } from "./pieces";
import type { LineStyle, SourceLine } from "./source";

export interface Draft {
  readonly source: SourceLine;
  readonly place: LinePlace;
  /** As it becomes; as it was where nothing remains of it. */
  readonly text: string;
  readonly typed: TypedNumber | null;
  /** The form of a number that Word counts by itself and that makes a heading. */
  readonly counted: NumberForm | null;
  readonly looksLikeTitle: boolean;
}

/** 18 pt and more, in half points: 二号 and 小二 are titles', 三号 the text's. */
const TITLE_SIZE = 36;
const TITLE_FONT = /小标宋|XiaoBiaoSong/i;
const LONGEST_TITLE = 60;
export const ENDS_LIKE_PROSE = /[。！？；：，、,;:!?.…]["”’]?$/;

/** `before`: the place of the paragraph above. */
export function draftOf(source: SourceLine, before: LinePlace | undefined, facts: DraftFacts): Draft {
  const accepted = piecesText(source.pieces, "accepted").trim();
  const text = accepted === "" ? piecesText(source.pieces).trim() : accepted;
  const counted = countedForm(source.style, facts.lists);
  const typed = readTypedNumber(text, declared(source.style));
  return {
    source,
    place: placeOf(source, counted, before, facts),
    text,
    typed,
    counted,
    looksLikeTitle: typed === null && isTitleLike(source, text),
  };
}

/** Where Word counts a heading's number, what begins its words like one may go on counting. */
export const declared = ({ outline, list }: LineStyle): TypedNumberOptions => ({
  isHeading: outline !== null && list === null,
});

export interface DraftFacts {
  readonly lists: ListFormats;
  /** Whether the file names every kind of line by a style, as our own export does. */
  readonly namesEverything: boolean;
  /** Whether no other program has saved such a file since. */
  readonly isAsWritten: boolean;
}

/** Whether it is one of a list; numbers that make headings are no list's. */
export const isListItem = (style: LineStyle, lists: ListFormats): boolean =>
  style.list !== null && style.outline === null && countedForm(style, lists) === null;

function countedForm({ list }: LineStyle, lists: ListFormats): NumberForm | null {
  if (list === null) return null;
  const { form } = lists.level(list.numId, list.level);
  const isChinese = form === "chinese" || form === "chinese-bracket";
  return isChinese || lists.isUnderChinese(list.numId, list.level) ? form : null;
}

/** A number that a heading had in the file; `list`: the one by which Word counts it, null where it was typed. */
export interface FileNumber extends TypedNumber {
  readonly list: LineStyle["list"];
}

/** The number in front of a heading, as it stands on Word's page; null for one without. */
export function fileNumber({ typed, counted, source }: Draft): FileNumber | null {
  const { number, label, style } = source;
  if (typed !== null) return { ...typed, list: null };
  if (number === null || label === null) return null;
  return { form: counted ?? "digit", ordinal: number, typed: label, length: 0, list: style.list };
}

function placeOf(
  { style, number }: SourceLine,
  counted: NumberForm | null,
  before: LinePlace | undefined,
  { lists, namesEverything }: DraftFacts,
): LinePlace {
  if (style.role === "quotation") return { in: "quotation" };
  if (style.list !== null && style.outline === null && counted === null) {
    const { list } = style;
    const format = lists.level(list.numId, list.level);
    return { in: "item", list, format, number: number ?? format.start, isFirst: true };
  }
  if (before?.in !== "item") return { in: "speech" };
  if (style.role === "itemText") return { ...before, isFirst: false };
  const isInItem = style.role === "listText" || (style.role === "tableText" && style.indents.left.twips > 0);
  if (!namesEverything || !isInItem) return { in: "speech" };
  const level = levelBelow(style.indents.left.twips, before.list, lists);
  return { ...before, list: { ...before.list, level }, isFirst: false };
}

/** The level under whose text a paragraph stands, of the item above it and those around that. */
function levelBelow(
  left: number,
  { numId, level }: { numId: string; level: number },
  lists: ListFormats,
): number {
  const away = Array.from({ length: level + 1 }, (_, each) =>
    Math.abs((lists.indent(numId, each) ?? Number.POSITIVE_INFINITY) - left),
  );
  const nearest = Math.min(...away);
  return Number.isFinite(nearest) ? away.indexOf(nearest) : level;
}

function isTitleLike({ style, pieces }: SourceLine, text: string): boolean {
  if (style.role === "title") return true;
  if (
    style.alignment !== "center" ||
    text.length < 2 ||
    text.length > LONGEST_TITLE ||
    ENDS_LIKE_PROSE.test(text)
  )
    return false;
  const words = pieces.filter((piece) => piece.text.trim() !== "");
  const isBig = words.every(({ size }) => (size ?? 0) >= TITLE_SIZE);
  return isBig || words.every(({ font }) => TITLE_FONT.test(font ?? ""));
}

/** A heading by style: the highest that there is becomes 一、. */
export interface OutlineLevels {
  readonly highest: number;
}

export function levelOfOutline(
  outline: number,
  { highest }: OutlineLevels,
): { level: HeadingLevel; isDeep: boolean } {
  const level = Math.max(1, outline - highest + 1);
  return level > 4 ? { level: 4, isDeep: true } : { level: level as HeadingLevel, isDeep: false };
}

/** The level that a draft's number gives it; undefined without one, null below the fourth. */
export function levelOfNumber(
  { typed, counted }: Draft,
  style: "nested" | "flat",
  forms: ReadonlySet<NumberForm>,
): HeadingLevel | null | undefined {
  const form = typed?.form ?? counted;
  return form === null ? undefined : levelOfForm(form, style, forms);
}
