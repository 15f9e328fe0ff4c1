/**
 * Lines as they read with what is proposed: a proposed break begins one in the midst of a block, and a block may be
 * proposed to become another kind.
 */
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import type { Selection, Transaction } from "@tiptap/pm/state";
import { readBlockForm, readSlot, writeBlockForm, writeSlot } from "@/core/document/suggestion";
import { BREAK, INSERTION } from "@/core/document/suggestion-marks";
import { insertionOf } from "@/core/review/settle-text";
import { isStruck } from "@/core/review/struck";

const BREAKS = new RegExp(BREAK, "g");

/** What tells kinds of lines apart. */
export interface LineKind {
  readonly type: string;
  readonly attrs: Readonly<Record<string, unknown>>;
}

export interface ProposedLine {
  readonly kind: LineKind;
  /** Behind what begins it: the block, or a proposed break. */
  readonly start: number;
  readonly end: number;
  /** Whether a proposed break begins it. */
  readonly isParted: boolean;
}

/** What a block is, or is proposed to become. */
function kindOf({ type, attrs }: Node): LineKind {
  const form = readSlot(attrs.retyped)?.form ?? null;
  return form === null ? { type: type.name, attrs } : readBlockForm(form);
}

/** The lines of the block of text that begins before `start`. */
function linesOf(block: Node, start: number): ProposedLine[] {
  const lines: ProposedLine[] = [];
  let line = { kind: kindOf(block), start, isParted: false };
  block.forEach((node, offset) => {
    const begins = isStruck(node) ? null : insertionOf(node)?.begins;
    if (begins == null) return;
    // Breaks that are alike stand in one text, in stored texts with letters between them.
    for (const { index } of (node.text ?? "").matchAll(BREAKS)) {
      const at = start + offset + index;
      lines.push({ ...line, end: at });
      line = { kind: readBlockForm(begins), start: at + 1, isParted: true };
    }
  });
  return [...lines, { ...line, end: start + block.content.size }];
}

/** The line that a place in text is in; null elsewhere. */
export function lineAt($place: ResolvedPos): ProposedLine | null {
  if (!$place.parent.isTextblock) return null;
  return linesOf($place.parent, $place.start()).findLast(({ start }) => start <= $place.pos) ?? null;
}

/** The lines that are selected, wholly or in part. */
export function linesIn(doc: Node, { ranges }: Selection): readonly ProposedLine[] {
  const lines: ProposedLine[] = [];
  for (const { $from, $to } of ranges) {
    doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (!node.isTextblock) return true;
      const selected = linesOf(node, pos + 1).filter(
        ({ start, end }) => start <= $to.pos && end >= $from.pos,
      );
      lines.push(...selected);
      return false;
    });
  }
  return lines;
}

/** Makes a line this kind; what else was proposed for its kind goes. False where its holder allows no such line. */
export function setLineKind(
  tr: Transaction,
  { start, isParted }: ProposedLine,
  { type, attrs }: LineKind,
): boolean {
  const $start = tr.doc.resolve(start);
  const becomes = tr.doc.type.schema.nodes[type];
  if (becomes === undefined) return false;
  if (!$start.node(-1).canReplaceWith($start.index(-1), $start.indexAfter(-1), becomes)) return false;
  if (isParted) setBegun(tr, start, writeBlockForm(type, attrs));
  else tr.setNodeMarkup(start - 1, becomes, { ...$start.parent.attrs, ...attrs, retyped: null });
  return true;
}

/** Whether the heading that a line is, or is proposed to become, carries its body; as it is proposed by whom it was. */
export function setLineRunIn(tr: Transaction, { kind, start, isParted }: ProposedLine, runIn: boolean): void {
  const form = writeBlockForm(kind.type, { ...kind.attrs, runIn });
  const proposed = readSlot(tr.doc.resolve(start).parent.attrs.retyped);
  if (isParted) setBegun(tr, start, form);
  else if (proposed !== null) tr.setNodeAttribute(start - 1, "retyped", writeSlot(proposed, form));
  else tr.setNodeAttribute(start - 1, "runIn", runIn);
}

/** Lets the proposed break before `start` begin a line of this form. */
function setBegun(tr: Transaction, start: number, begins: string): void {
  const mark = tr.doc.nodeAt(start - 1)?.marks.find(({ type }) => type.name === INSERTION);
  if (mark !== undefined) tr.addMark(start - 1, start, mark.type.create({ ...mark.attrs, begins }));
}
