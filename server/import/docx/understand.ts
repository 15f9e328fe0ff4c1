/**
 * Paragraphs become lines of a speech: headings by style, by a number that Word counts or that somebody
 * typed; the title block; list items and quotations. Our own export says all of it by its styles.
 */
import type { HeadingLevel } from "@/core/document/heading";
import type { FindingKind } from "@/core/import";
import type { NumberingStyle } from "@/core/speech";
import type { TitleBlockRole } from "@/core/text/import/title-block";
import { type NumberForm, styleOfForms } from "@/core/text/import/typed-number";
import { hasBodyAfterLead } from "@/core/text/lead";
import { continuedNumbers } from "./continued-numbers";
import {
  type Draft,
  type DraftFacts,
  declared,
  draftOf,
  type FileNumber,
  fileNumber,
  levelOfNumber,
  levelOfOutline,
  type OutlineLevels,
} from "./drafts";
import { type NumberLength, ownNumber, typedNumber, withoutNumber } from "./heading-text";
import { isIndented } from "./indents";
import { joinedTitles } from "./joined-titles";
import { type Block, type Line, type LineForm, type LinePlace, PARAGRAPH } from "./line";
import type { NumberNotes } from "./number-notes";
import { withNumberedLines } from "./numbered-lines";
import { piecesText, trimPieces } from "./pieces";
import { prepareLines } from "./prepare-lines";
import { isRunIn, plainLead } from "./run-in";
import type { LineStyle, Piece, SourceBlock, SourceLine } from "./source";
import { rolesOf } from "./title-roles";
import { withQuotedNumbers } from "./written-numbers";

export interface UnderstandFacts extends DraftFacts {
  readonly numbers: NumberNotes;
  found(kind: FindingKind, where: string): void;
}

export interface Understood {
  readonly blocks: readonly Block[];
  readonly numberingStyle: NumberingStyle;
  /** The numbers that headings had in the file, by block. */
  readonly typed: ReadonlyMap<Block, FileNumber>;
}

/** 黑体 and 楷体 are headings' fonts: a number typed in one of them makes a heading in our own files too. */
const HEADING_FONT = /黑体|楷体|Hei|Kai/i;

export function understandSpeech(source: readonly SourceBlock[], facts: UnderstandFacts): Understood {
  const lines = withNumberedLines(withQuotedNumbers(source), facts.namesEverything);
  const prepared = prepareLines(lines, facts.namesEverything);
  const drafts = draftsOf(prepared, facts);
  const roles = rolesOf(drafts, facts.namesEverything);
  const numbering = numberingOf(drafts, roles, facts);
  const typed = new Map<Block, FileNumber>();
  const goesOn = goingOn(prepared);
  const isOwn = facts.namesEverything && !facts.isAsWritten;
  const continued = isOwn ? continuedNumbers(drafts) : new Set<Draft>();
  const blocks = prepared.map((block, index): Block => {
    const draft = drafts[index];
    if (block.kind === "table" || draft == null) return block as Block;
    const line = lineOf(draft, roles.get(index), {
      ...numbering,
      facts,
      continued,
      goesOn: goesOn[index] === true,
      isBeginning: endsForSure(prepared[index - 1]),
    });
    const number = fileNumber(draft);
    if (number !== null && line.form.type === "heading") typed.set(line, number);
    if (line.form.type === "paragraph" && line.place.in !== "item") notePlace(draft, facts);
    return line;
  });
  const joined = facts.namesEverything ? blocks : joinedTitles(blocks);
  return { blocks: joined, numberingStyle: numbering.style, typed };
}

/** What a line above the speech or a heading looks like is the layout's. */
function notePlace({ source: { style, pieces }, place, text }: Draft, { found }: UnderstandFacts): void {
  if (text === "") return;
  const size = pieces.find((piece) => piece.text.trim() !== "")?.size ?? style.size;
  if (style.alignment !== null) found("alignment", text);
  else if (place.in === "speech" && isIndented(style.indents, size)) found("indent", text);
}

/** In cells there are paragraphs and lists only. */
export function understandInner(source: readonly SourceBlock[], facts: UnderstandFacts): Block[] {
  const prepared = prepareLines(source, facts.namesEverything);
  return draftsOf(prepared, facts).flatMap((draft): Line[] => {
    if (draft === null) return [];
    const { pieces, end, style } = draft.source;
    const place: LinePlace = draft.place.in === "item" ? draft.place : { in: "speech" };
    return [{ kind: "line", place, form: PARAGRAPH, was: null, pieces, end, looks: style.looks }];
  });
}

function draftsOf(blocks: readonly SourceBlock[], facts: UnderstandFacts): (Draft | null)[] {
  let before: LinePlace | undefined;
  return blocks.map((block) => {
    const draft = block.kind === "line" ? draftOf(block, before, facts) : null;
    if (draft !== null) facts.numbers.noteItem(draft.place, draft.source.label, draft.text);
    before = draft?.place;
    return draft;
  });
}

interface HeadingNumbering {
  readonly style: NumberingStyle;
  readonly forms: ReadonlySet<NumberForm>;
  readonly levels: OutlineLevels;
}

function numberingOf(
  drafts: readonly (Draft | null)[],
  roles: ReadonlyMap<number, TitleBlockRole>,
  { namesEverything }: UnderstandFacts,
): HeadingNumbering {
  const headings = drafts.filter(
    (draft, index): draft is Draft => draft !== null && !roles.has(index) && draft.place.in === "speech",
  );
  const forms = new Set(headings.flatMap(({ typed, counted }) => typed?.form ?? counted ?? []));
  const outlines = headings.flatMap((draft) =>
    draft.typed === null && draft.counted === null ? (draft.source.style.outline ?? []) : [],
  );
  if (!namesEverything) {
    const style = forms.size > 0 ? styleOfForms(forms) : "nested";
    return { style, forms, levels: { highest: Math.min(...outlines, 8) } };
  }
  const fits = (style: NumberingStyle) =>
    headings.filter(({ source, text }) => {
      const outline = source.style.outline ?? 0;
      return outline > 0 && ownNumber(Math.min(4, outline + 1) as HeadingLevel, style)(text) > 0;
    }).length;
  return { style: fits("flat") > fits("nested") ? "flat" : "nested", forms, levels: { highest: 0 } };
}

/** Which paragraphs were part of the one above, where a proposed break stands between them. */
function goingOn(blocks: readonly SourceBlock[]): boolean[] {
  const flags: boolean[] = [];
  for (const [index] of blocks.entries()) {
    const above = blocks[index - 1];
    const isBroken = above?.kind === "line" && above.end.inserted !== null;
    const wasThere = above?.kind === "line" && above.pieces.some(({ inserted }) => inserted === null);
    flags.push(isBroken && (wasThere || flags[index - 1] === true));
  }
  return flags;
}

const endsForSure = (above: SourceBlock | undefined): boolean =>
  above?.kind !== "line" || (above.end.inserted === null && above.end.deleted === null);

interface LineFacts extends HeadingNumbering {
  readonly facts: UnderstandFacts;
  readonly continued: ReadonlySet<Draft>;
  readonly goesOn: boolean;
  /** Whether no proposal touches the end of the line above. */
  readonly isBeginning: boolean;
}

function lineOf(draft: Draft, role: TitleBlockRole | undefined, context: LineFacts): Line {
  const { source, place } = draft;
  const base = { kind: "line", place, end: source.end, looks: source.style.looks } as const;
  const level = place.in === "speech" && role === undefined ? headingLevel(draft, context) : null;
  const change = place.in === "speech" ? changeOf(draft, level, context) : otherChange(draft, context);
  const oldLevel = change === null ? level : change.level;
  const oldStyle = change?.style ?? source.style;
  const pieces = withoutNumber({
    pieces: source.pieces,
    now: level === null ? null : numberLength(level, source.style, context),
    before: oldLevel === null || context.goesOn ? null : numberLength(oldLevel, oldStyle, context),
    revision: change?.revision ?? null,
  });
  // Where its end is proposed it may be a part of a line, and the white space stands between words.
  const isEnd = source.end.inserted === null && source.end.deleted === null;
  const trimmed = context.facts.namesEverything
    ? pieces
    : trimPieces(pieces, { start: context.isBeginning, end: isEnd });
  const form = formOf(role, level, draft, trimmed, context.facts);
  const was = change === null ? null : { revision: change.revision, form: oldForm(change, trimmed, source) };
  return {
    ...base,
    form,
    was,
    pieces: level === null || context.facts.namesEverything ? trimmed : plainLead(trimmed),
  };
}

function headingLevel(
  draft: Draft,
  { style, forms, levels, facts, continued }: LineFacts,
): HeadingLevel | null {
  const { source, text } = draft;
  const { outline } = source.style;
  const counts =
    !facts.namesEverything || (outline === null && (isNumberedLater(draft) || continued.has(draft)));
  const numbered = counts ? levelOfNumber(draft, style, forms) : undefined;
  if (numbered != null) return numbered;
  if (numbered === null) facts.found("deep-heading", text);
  if (outline === null) return null;
  const { level, isDeep } = levelOfOutline(outline, levels);
  if (isDeep && numbered === undefined) facts.found("deep-heading", text);
  return level;
}

/**
 * Somebody's heading in a file of our own, which writes its headings by styles and their numbers as text: one that
 * Word counts is never ours, but words of a speech may begin with what looks like a typed one.
 */
function isNumberedLater({ source, text, typed, counted }: Draft): boolean {
  if (typed === null) return counted !== null && text !== "";
  // A number that is struck with all of its line, a heading that shall be text, numbers nothing.
  return piecesText(source.pieces, "accepted").trim() !== "" && looksLikeHeading(source);
}

/** By what stays of it: the struck number of a heading that shall be text is in the heading's font. */
function looksLikeHeading({ pieces, style }: SourceLine): boolean {
  const font = pieces.find(({ text, deleted }) => deleted === null && text.trim() !== "")?.font ?? "";
  return HEADING_FONT.test(font) && font !== style.font;
}

/** `of`: the style of its line. */
function numberLength(level: HeadingLevel, of: LineStyle, { style, facts }: LineFacts): NumberLength {
  const own = ownNumber(level, style);
  const typed = typedNumber(declared(of));
  return facts.namesEverything ? (text) => own(text) || typed(text) : typed;
}

interface Change {
  readonly revision: NonNullable<SourceLine["was"]>["revision"];
  readonly style: LineStyle;
  readonly level: HeadingLevel | null;
}

/** A proposed other kind of line; a change of the paragraph's looks alone is none. */
function changeOf(
  { source, text, typed, counted }: Draft,
  level: HeadingLevel | null,
  { levels, facts }: LineFacts,
): Change | null {
  if (source.was === null) return null;
  const { style, revision } = source.was;
  // A number makes it a heading whatever its style was; ours has none for text.
  const isNumbered = !facts.namesEverything && level !== null && (typed ?? counted) !== null;
  const isSame = style.role === source.style.role && (isNumbered || style.outline === source.style.outline);
  if (isSame || style.list !== null || style.role === "quotation") {
    facts.found("other-revision", text);
    return null;
  }
  const old = style.outline === null ? null : levelOfOutline(style.outline, levels).level;
  return { revision, style, level: old };
}

function otherChange({ source, text }: Draft, { facts }: LineFacts): null {
  if (source.was !== null) facts.found("other-revision", text);
  return null;
}

function oldForm(
  { style, level }: Change,
  pieces: readonly Piece[],
  { pieces: source }: SourceLine,
): LineForm {
  if (level !== null) {
    return { type: "heading", attrs: { level, runIn: hasBodyAfterLead(piecesText(pieces, "rejected")) } };
  }
  const role = style.role;
  const isLine = role === "title" || role === "byline" || role === "dateLine" || role === "salutation";
  return isLine && source.length >= 0 ? { type: role, attrs: {} } : PARAGRAPH;
}

function formOf(
  role: TitleBlockRole | undefined,
  level: HeadingLevel | null,
  { source }: Draft,
  pieces: readonly Piece[],
  facts: UnderstandFacts,
): LineForm {
  if (role !== undefined) return { type: role === "subtitle" ? "title" : role, attrs: {} };
  if (level === null) return PARAGRAPH;
  return { type: "heading", attrs: { level, runIn: source.isRunIn || isRunIn(source.style, pieces, facts) } };
}
