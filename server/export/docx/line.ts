/** A line of the speech as paragraphs of the file: one, and one more for each proposed break in it. */
import { deletionsOfMarks, insertionOfMarks } from "@/core/document/marks-of";
import type { LineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { readSlot, type Suggestion } from "@/core/document/suggestion";
import { BREAK } from "@/core/document/suggestion-marks";
import { nodeText } from "@/core/text/count";
import { leadEnd } from "@/core/text/lead";
import { isLatinAt, latinSigns, signCuts } from "../latin-signs";
import { titleBreaks } from "../title-breaks";
import type { DocxContext } from "./context";
import type { LineNumber } from "./heading-numbers";
import { kindOfForm, type LineKind, lineKind } from "./line-kinds";
import { paragraph } from "./paragraph";
import { type BlockRevision, isDeleted, plainBreak, plainRun, type RunLook, revised, runOf } from "./run";
import type { StyleId } from "./styles";
import { joined, type Xml } from "./xml";

/** Who proposes that this line goes on in the one before, and the next in this. */
export interface LineJoins {
  readonly own: Suggestion | null;
  readonly behind: Suggestion | null;
}

export interface LinePlace {
  /** What comes or goes around this line. */
  readonly block: BlockRevision;
  readonly joins: LineJoins;
  /** Set in lists, tables and quotations, where a paragraph has another style. */
  readonly style?: StyleId;
  /** The face of text there; the line's own when left out. */
  readonly look?: RunLook | undefined;
  readonly list?: { readonly id: number; readonly level: number };
  /** Twips from the left, for what goes on in an item. */
  readonly indent?: number | undefined;
  /** Directly in the speech: only there headings are counted. */
  readonly isTopLevel: boolean;
  /** The first line under the title block stands off from it. */
  readonly spaceBefore?: boolean;
}

/** What lies between two proposed breaks. */
interface Part {
  readonly kind: LineKind;
  readonly nodes: readonly DocumentNode[];
  /** The proposed break that ends it; null at the line's own end. */
  readonly end: DocumentNode | null;
}

export function lineParagraphs(context: DocxContext, line: DocumentNode, place: LinePlace): Xml {
  const own = lineKind(line.type as LineName, line.attrs, context.paper);
  const retyped = readSlot(line.attrs?.retyped);
  const shown = retyped?.form == null ? own : kindOfForm(retyped.form, context.paper);
  const kind = place.look === undefined ? shown : { ...shown, look: place.look };
  const block = {
    inserted: readSlot(line.attrs?.inserted) ?? place.block.inserted,
    removed: readSlot(line.attrs?.removed) ?? place.block.removed,
  };
  const parts = partsOf(context, line, kind);
  return joined(
    parts.map((part, index) => {
      const isFirst = index === 0;
      const before = parts[index - 1]?.end ?? null;
      // A heading's number comes and goes with what makes it a heading.
      const whole = isFirst
        ? { ...block, removed: block.removed ?? place.joins.own }
        : markOf({ end: before }, block, null);
      const number = place.isTopLevel ? context.headings.next().value : undefined;
      return paragraph(context, {
        style: place.style ?? part.kind.style,
        list: isFirst ? place.list : undefined,
        indent: isFirst ? place.indent : undefined,
        size: part.kind.look.size,
        spaceBefore: isFirst && place.spaceBefore === true,
        mark: markOf(part, block, place.joins.behind),
        runsOn: leadOf(part) < textOf(part).length,
        was: isFirst && retyped !== null ? { style: own.style, suggestion: retyped } : null,
        content: joined([
          context.anchors.atBeginning(),
          number === undefined
            ? joined([])
            : numberRuns(context, number, { whole, retyped: isFirst ? retyped : null, own, kind: part.kind }),
          partContent(context, part, block),
        ]),
      });
    }),
  );
}

interface NumberedLine {
  readonly whole: BlockRevision;
  readonly retyped: Suggestion | null;
  /** What the line is, and what it becomes. */
  readonly own: LineKind;
  readonly kind: LineKind;
}

function numberRuns(context: DocxContext, number: LineNumber, line: NumberedLine): Xml {
  const { whole, retyped, own, kind } = line;
  const run = (text: string | null, look: RunLook, revision: BlockRevision) =>
    text === null
      ? joined([])
      : revised(context, revision, plainRun(context, look, text, isDeleted(context, revision.removed)));
  if (whole.removed !== null) return run(number.before ?? number.after, own.look, whole);
  if (retyped === null) return run(number.after, kind.look, whole);
  return joined([
    run(number.before, own.look, { ...whole, removed: retyped }),
    run(number.after, kind.look, { ...whole, inserted: whole.inserted ?? retyped }),
  ]);
}

/** A paragraph's own mark comes and goes like text: the line's with the line, a proposed one with its break. */
function markOf(
  { end }: Pick<Part, "end">,
  block: BlockRevision,
  joinedBy: Suggestion | null,
): BlockRevision {
  if (end === null) return { inserted: block.inserted, removed: block.removed ?? joinedBy };
  return { inserted: insertionOfMarks(end), removed: deletionsOfMarks(end)[0] ?? block.removed };
}

function partsOf(context: DocxContext, line: DocumentNode, kind: LineKind): Part[] {
  const parts: Part[] = [];
  let current = { kind, nodes: [] as DocumentNode[] };
  for (const node of line.content ?? []) {
    const begins = node.type === "text" ? insertionOfMarks(node)?.begins : null;
    if (begins == null) current.nodes.push(node);
    else {
      // Equal proposed breaks beside each other are one text node of several characters.
      for (let count = (node.text ?? BREAK).length; count > 0; count -= 1) {
        // Comments that begin or end at them do so once, at the last.
        parts.push({ ...current, end: count > 1 ? { ...node } : node });
        current = { kind: kindOfForm(begins, context.paper), nodes: [] };
      }
    }
  }
  parts.push({ ...current, end: null });
  return parts;
}

const textOf = ({ nodes }: Pick<Part, "nodes">): string => nodes.map(nodeText).join("");

/** Where a run-in heading's lead sentence ends, the end of any other line. */
function leadOf({ kind, nodes }: Pick<Part, "kind" | "nodes">): number {
  const text = textOf({ nodes });
  return kind.body === null ? text.length : leadEnd(text);
}

/** Runs, cut where the lead sentence ends and where a title's lines do. */
function partContent(context: DocxContext, { kind, nodes, end }: Part, block: BlockRevision): Xml {
  const text = textOf({ nodes });
  const lead = leadOf({ kind, nodes });
  const signs = latinSigns(text);
  const breaks = kind.style === "Title" ? titleBreaks(context.paper, nodes, text) : new Set<number>();
  const written: Xml[] = [];
  let offset = 0;
  for (const node of nodes) {
    written.push(context.anchors.before(node));
    const size = nodeText(node).length;
    const cuts = [lead, ...breaks, ...signCuts(signs)].filter((cut) => cut > offset && cut < offset + size);
    const edges = [...new Set([offset, ...cuts, offset + size])].sort((one, other) => one - other);
    for (const [index, from] of edges.slice(0, -1).entries()) {
      const look = { ...(from < lead ? kind.look : (kind.body ?? kind.look)), latin: isLatinAt(signs, from) };
      if (breaks.has(from)) written.push(plainBreak(context, look));
      written.push(runOf({ context, look, block }, node, text.slice(from, edges[index + 1])));
    }
    offset += size;
    written.push(context.anchors.after(node));
  }
  if (end !== null) written.push(context.anchors.before(end), context.anchors.after(end));
  return joined(written);
}
