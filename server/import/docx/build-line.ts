/** A line of the speech as a node of the schema, with its suggestions. */
import { Fragment, type Mark, type Node } from "@tiptap/pm/model";
import { CUE, PINYIN, STRESS } from "@/core/document/reading-aids";
import { documentSchema } from "@/core/document/schema";
import { type Slot, type Suggestion, writeBlockForm, writeSlot } from "@/core/document/suggestion";
import { BREAK } from "@/core/document/suggestion-marks";
import { leadEnd } from "@/core/text/lead";
import type { LineForm } from "./line";
import { isPlain, piecesText, splitPieces } from "./pieces";
import type { Fate, Looks, Piece, Revision } from "./source";
import { type SuggestionIds, sameRevision } from "./suggestion-ids";
import { type LineMeasure, withoutShape } from "./title-shape";
import type { LinePart, WholeLine } from "./whole-lines";

const LOOKS = ["bold", "italic"] as const;

export interface LineFacts {
  readonly ids: SuggestionIds;
  /** Null where the file doesn't say it. */
  readonly measure: LineMeasure | null;
  /** Whether our own export wrote it: the plain text of a heading's body says there that it isn't bold. */
  readonly namesEverything: boolean;
}

export function lineNode(whole: WholeLine, { ids, measure, namesEverything }: LineFacts): Node {
  const { line, parts, inserted, removed, joined } = whole;
  const base = line.was?.form ?? line.form;
  const slot = (name: Slot, revision: Revision | null, form?: LineForm) =>
    revision === null
      ? {}
      : { [name]: writeSlot(ids.of(revision), form && writeBlockForm(form.type, form.attrs)) };
  const isRetyped = line.was !== null && formName(line.was.form) !== formName(line.form);
  const slots = {
    ...slot("joined", joined),
    ...slot("inserted", inserted),
    ...slot("removed", removed),
    ...(isRetyped ? slot("retyped", line.was?.revision ?? null, line.form) : {}),
  };
  const content = parts.flatMap(({ pieces, begins }, index) => [
    ...(begins === null
      ? []
      : [breakNode(begins.form, withoutRemoval(begins.fate, removed), ids, acrossBreak(parts, index))]),
    ...styledParts(
      line.form.type === "title" ? withoutShape(pieces, measure) : pieces,
      begins ?? line,
      namesEverything,
    ).flatMap(({ pieces: some, looks }) =>
      some.flatMap((piece) => pieceNodes({ ...piece, ...withoutRemoval(piece, removed) }, looks, ids)),
    ),
  ]);
  if (line.end.inserted === null && line.end.deleted === null) ids.pass();
  return documentSchema().node(base.type, { ...base.attrs, ...slots }, Fragment.fromArray(content));
}

const formName = ({ type, attrs }: LineForm): string => writeBlockForm(type, attrs);

/** What the block's own suggestion says needn't be said of its words. */
function withoutRemoval({ inserted, deleted }: Fate, removed: Revision | null): Fate {
  return { inserted, deleted: sameRevision(deleted, removed) ? null : deleted };
}

/** Bold and italic that a heading has by its style are its look here too. */
const looksOf = ({ type }: LineForm, style: Looks): Looks =>
  type === "paragraph" ? { bold: false, italic: false } : style;

interface StyledPart {
  readonly pieces: readonly Piece[];
  /** What they have by their style. */
  readonly looks: Looks;
}

/**
 * Of what stands in front of or behind a proposed break. Where the body of a run-in heading isn't bold as its style is,
 * bold words in it are the text's.
 */
function styledParts(
  pieces: readonly Piece[],
  { form, looks }: Pick<WholeLine["line"], "form" | "looks">,
  isOwn: boolean,
): StyledPart[] {
  const own = looksOf(form, looks);
  if (form.attrs.runIn !== true || !own.bold) return [{ pieces, looks: own }];
  const [lead, body] = splitPieces(pieces, leadEnd(piecesText(pieces)));
  const words = body.filter(({ text }) => text.trim() !== "");
  // Somebody made all of the body bold where our own file says it of all of it.
  const isBold =
    words.every((piece) => piece.looks.bold) && !(isOwn && words.every(({ hasOwnBold }) => hasOwnBold));
  return [
    { pieces: lead, looks: own },
    { pieces: body, looks: isBold ? own : { ...own, bold: false } },
  ];
}

function breakNode(form: LineForm, fate: Fate, ids: SuggestionIds, threads: readonly string[]): Node {
  const schema = documentSchema();
  const comments = threads.map((thread) => schema.mark("comment", { thread }));
  const marks = fateMarks(fate, ids, writeBlockForm(form.type, form.attrs));
  return schema.text(BREAK, [...comments, ...marks]);
}

/** Threads that stand on both sides of the break in front of a part stand on it too. */
function acrossBreak(parts: readonly LinePart[], index: number): readonly string[] {
  const behind = parts[index]?.pieces[0]?.threads ?? [];
  return (parts[index - 1]?.pieces.at(-1)?.threads ?? []).filter((thread) => behind.includes(thread));
}

function fateMarks({ inserted, deleted }: Fate, ids: SuggestionIds, begins: string | null = null): Mark[] {
  const schema = documentSchema();
  const insertion = inserted === null ? null : ids.of(inserted);
  const of = insertion?.id ?? null;
  return [
    ...(insertion === null ? [] : [schema.mark("insertion", { ...insertion, begins })]),
    ...(deleted === null ? [] : [schema.mark("deletion", { ...ids.of(deleted), of })]),
  ];
}

function pieceNodes(piece: Piece, style: Looks, ids: SuggestionIds): Node[] {
  const schema = documentSchema();
  if (isPlain(piece) && piece.restyled === null) ids.pass();
  const slots = () => ({ inserted: slotOf(piece.inserted, ids), removed: slotOf(piece.deleted, ids) });
  if (piece.text === "\n") return [schema.node("hardBreak", slots())];
  if (piece.cue !== null) return [schema.node(CUE, { kind: piece.cue, ...slots() })];
  const looks = LOOKS.filter((name) => piece.looks[name] && !style[name]).map((name) => schema.mark(name));
  const reading = piece.reading === null ? [] : [schema.mark(PINYIN, { reading: piece.reading })];
  const stress = piece.stress ? [schema.mark(STRESS)] : [];
  const threads = piece.threads.map((thread) => schema.mark("comment", { thread }));
  const marks = [
    ...looks,
    ...stress,
    ...reading,
    ...threads,
    ...fateMarks(piece, ids),
    ...formattings(piece, style, ids),
  ];
  return [schema.text(piece.text.replaceAll(BREAK, " "), marks)];
}

const slotOf = (revision: Revision | null, ids: SuggestionIds): string | null =>
  revision === null ? null : writeSlot(ids.of(revision));

function formattings({ looks, restyled }: Piece, style: Looks, ids: SuggestionIds): Mark[] {
  if (restyled === null) return [];
  const changed = LOOKS.filter((name) => looks[name] !== restyled.looks[name] && !style[name]);
  const suggestion: Suggestion = ids.of(restyled.revision);
  return changed.map((mark) =>
    documentSchema().mark("formatting", { ...suggestion, mark, on: restyled.looks[mark] }),
  );
}
