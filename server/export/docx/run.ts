/** Runs: text with its looks and, when they are shown, its suggestions as Word's own revisions. */
import { LOOK_NAMES, type LookName, lookName } from "@/core/document/looks";
import { deletionsOfMarks, formattingsOfMarks, insertionOfMarks } from "@/core/document/marks-of";
import type { InlineName } from "@/core/document/node-names";
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

/** Cues are for who reads aloud, and left out before. */
const INLINES: Readonly<Record<InlineName, (text: string, struck: boolean) => Xml>> = {
  text: (text, struck) => textXml(struck, text),
  hardBreak: () => xml("w:br"),
  cue: () => joined([]),
};

/** A piece of a text node, or a line break. */
export function runOf(
  { context, look, block }: { context: DocxContext; look: RunLook; block: BlockRevision },
  node: DocumentNode,
  text: string,
): Xml {
  const inserted = insertionOfMarks(node) ?? readSlot(node.attrs?.inserted) ?? block.inserted;
  const deleted = deletionsOfMarks(node)[0] ?? readSlot(node.attrs?.removed) ?? block.removed;
  const content = INLINES[node.type as InlineName](text, isDeleted(context, deleted)); // a line's content
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

/** A break that is none of the speech's text, such as one by a title's shape. */
export const plainBreak = (context: DocxContext, look: RunLook): Xml =>
  xml("w:r", {}, runProperties(context, look, null), xml("w:br"));

/** On every run: WPS takes a run's own fonts, and without the hint “quotes” come out Latin. */
export function fonts({ paper }: Pick<DocxContext, "paper">, { font, latin: isLatin = false }: RunLook): Xml {
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
  const before = new Set(LOOK_NAMES.filter((name) => marked.has(name)));
  const proposed = node === null ? [] : formattingsOfMarks(node);
  const after = new Set(before);
  for (const { mark, on } of proposed) on ? after.add(lookName(mark)) : after.delete(lookName(mark));
  // A look that the words have already changes nothing, and Word would ask to decide on a change that isn't there.
  const isChanged = LOOK_NAMES.some((name) => LOOKS[name].length > 0 && after.has(name) !== before.has(name));
  const last = isChanged ? proposed.at(-1) : undefined;
  return xml(
    "w:rPr",
    {},
    fonts(context, look),
    looks(after, look),
    sizes(context, look),
    last === undefined
      ? null
      : xml(
          "w:rPrChange",
          context.revision(last),
          xml("w:rPr", {}, fonts(context, look), looks(before, look), sizes(context, look)),
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

/** Stress and pinyin are for who reads aloud, and left out before. */
const LOOKS: Readonly<Record<LookName, readonly string[]>> = {
  bold: ["w:b", "w:bCs"],
  italic: ["w:i", "w:iCs"],
  stress: [],
  pinyin: [],
};

function looks(own: ReadonlySet<LookName>, { bold = false, isUnbold = false }: RunLook): Xml {
  const on = new Set(bold ? [...own, "bold"] : own);
  const unbold = isUnbold && !on.has("bold") ? LOOKS.bold.map((name) => xml(name, { "w:val": 0 })) : [];
  const shown = LOOK_NAMES.filter((name) => on.has(name)).flatMap((name) => LOOKS[name]);
  return joined([...unbold, ...shown.map((name) => xml(name))]);
}
