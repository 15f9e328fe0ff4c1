/** Runs: text with its looks and, when they are shown, its suggestions as Word's own revisions. */
import { deletionsOfMarks, formattingsOfMarks, insertionOfMarks } from "@/core/document/marks-of";
import type { DocumentNode } from "@/core/document/schema";
import { readSlot, type Suggestion } from "@/core/document/suggestion";
import { type PaperFonts, trackingOf } from "@/core/paper/paper-style";
import type { DocxContext } from "./context";
import { halfPoints, twips } from "./measures";
import { joined, type Xml, xml, xmlText } from "./xml";

/** What a run looks like by where it stands. */
export interface RunLook {
  readonly font: keyof PaperFonts;
  readonly bold?: boolean;
  /** Its style is bold, and what stands here isn't: the body of a run-in heading. */
  readonly isUnbold?: boolean;
  /** Points, where it isn't its style's. */
  readonly size?: number;
  /** Quotation marks, dashes and dots are Latin there (../latin-signs.ts). */
  readonly latin?: boolean;
}

/** What counts on everything in a block that comes or goes as a whole. */
export interface BlockRevision {
  readonly inserted: Suggestion | null;
  readonly removed: Suggestion | null;
}

export const NO_REVISION: BlockRevision = { inserted: null, removed: null };

/** A piece of a text node, or a line break. */
export function runOf(
  { context, look, block }: { context: DocxContext; look: RunLook; block: BlockRevision },
  node: DocumentNode,
  text: string,
): Xml {
  const inserted = insertionOfMarks(node) ?? readSlot(node.attrs?.inserted) ?? block.inserted;
  const deleted = deletionsOfMarks(node)[0] ?? readSlot(node.attrs?.removed) ?? block.removed;
  const content = node.type === "hardBreak" ? xml("w:br") : textXml(isDeleted(context, deleted), text);
  const run = xml("w:r", {}, runProperties(context, look, node), content);
  return revised(context, { inserted, removed: deleted }, run);
}

/** Wrapped in whose insertion and whose deletion it is; a deletion stands inside an insertion. */
export function revised(context: DocxContext, { inserted, removed }: BlockRevision, run: Xml): Xml {
  const gone =
    removed === null
      ? run
      : xml(context.moves.has(removed) ? "w:moveFrom" : "w:del", context.revision(removed), run);
  return inserted === null
    ? gone
    : xml(context.moves.has(inserted) ? "w:moveTo" : "w:ins", context.revision(inserted), gone);
}

/** What moves away keeps its text as it is; only what is deleted has text of another name. */
export const isDeleted = ({ moves }: DocxContext, removed: Suggestion | null): boolean =>
  removed !== null && !moves.has(removed);

/** A tab is an element of its own: as a character LibreOffice gives it no width, and words run together. */
const textXml = (struck: boolean, text: string): Xml =>
  joined(
    text.split("\t").flatMap((part, at) => {
      const words =
        part === "" && text !== ""
          ? []
          : [xml(struck ? "w:delText" : "w:t", { "xml:space": "preserve" }, xmlText(part))];
      return at === 0 ? words : [xml("w:tab"), ...words];
    }),
  );

/** A run that is none of the speech's text, such as a heading's number. */
export function plainRun(context: DocxContext, look: RunLook, text: string, deleted = false): Xml {
  return xml("w:r", {}, runProperties(context, look, null), textXml(deleted, text));
}

/** On every run: WPS takes a run's own fonts, and without the hint “quotes” come out Latin. */
export function fonts({ paper }: DocxContext, { font, latin: isLatin = false }: RunLook): Xml {
  const { latin, [font]: eastAsia } = paper.fonts;
  return xml("w:rFonts", {
    ...(!isLatin && { "w:hint": "eastAsia" }),
    "w:ascii": latin,
    "w:hAnsi": latin,
    "w:eastAsia": eastAsia,
    "w:cs": latin,
  });
}

function runProperties(context: DocxContext, look: RunLook, node: DocumentNode | null): Xml {
  const marked = new Set(node?.marks?.map(({ type }) => type));
  const before = { bold: marked.has("bold"), italic: marked.has("italic") };
  const proposed = node === null ? [] : formattingsOfMarks(node);
  const after = { ...before };
  for (const { mark, on } of proposed) if (mark === "bold" || mark === "italic") after[mark] = on;
  // A look that the words have already changes nothing, and Word would ask to decide on a change that isn't there.
  const isChanged = after.bold !== before.bold || after.italic !== before.italic;
  const last = isChanged ? proposed.at(-1) : undefined;
  return xml(
    "w:rPr",
    {},
    fonts(context, look),
    looks({ ...after, bold: after.bold || look.bold === true }, look),
    sizes(context, look),
    last === undefined
      ? null
      : xml(
          "w:rPrChange",
          context.revision(last),
          xml(
            "w:rPr",
            {},
            fonts(context, look),
            looks({ ...before, bold: before.bold || look.bold === true }, look),
            sizes(context, look),
          ),
        ),
  );
}

/** A size that isn't its style's, and what its characters have between them. */
export const sizes = ({ paper }: DocxContext, { size }: Pick<RunLook, "size">): Xml | null =>
  size === undefined
    ? null
    : joined([
        xml("w:spacing", { "w:val": twips(trackingOf(paper, size)) }),
        xml("w:sz", { "w:val": halfPoints(size) }),
        xml("w:szCs", { "w:val": halfPoints(size) }),
      ]);

function looks(
  { bold, italic }: { readonly bold: boolean; readonly italic: boolean },
  { isUnbold = false }: RunLook,
): Xml {
  const off = { "w:val": 0 };
  const weight = bold ? [xml("w:b"), xml("w:bCs")] : isUnbold ? [xml("w:b", off), xml("w:bCs", off)] : [];
  return joined([...weight, ...(italic ? [xml("w:i"), xml("w:iCs")] : [])]);
}
