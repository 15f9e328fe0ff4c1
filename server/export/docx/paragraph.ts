/** One w:p with its properties in the schema's order. */
import type { Suggestion } from "@/core/document/suggestion";
import { CELL_PITCH } from "../table-size";
import type { DocxContext } from "./context";
import { twips } from "./measures";
import { type BlockRevision, fonts, sizes } from "./run";
import type { StyleId } from "./styles";
import { type Xml, xml } from "./xml";

interface ParagraphParts {
  readonly style: StyleId;
  readonly list?: { readonly id: number; readonly level: number } | undefined;
  /** Twips from the left, where it goes on in an item and isn't numbered itself; its style's when left out. */
  readonly indent?: number | undefined;
  /** A heading whose text goes on in the same paragraph. */
  readonly runsOn?: boolean;
  /** Of its end's type, which makes a line as high; points, its style's when left out. */
  readonly size?: number | undefined;
  /** One empty line above. */
  readonly spaceBefore?: boolean;
  /** Whether the paragraph's end is proposed to come or go. */
  readonly mark: BlockRevision;
  /** The style before a proposed change of it. */
  readonly was?: { readonly style: StyleId; readonly suggestion: Suggestion } | null;
  readonly content: Xml;
}

export function paragraph(context: DocxContext, parts: ParagraphParts): Xml {
  const { style, list, mark, was, content } = parts;
  const properties = xml(
    "w:pPr",
    {},
    xml("w:pStyle", { "w:val": style }),
    // Kept with the next as its style has it, a whole paragraph would leave the foot of a page empty.
    parts.runsOn === true ? xml("w:keepNext", { "w:val": 0 }) : null,
    list === undefined
      ? null
      : xml("w:numPr", {}, xml("w:ilvl", { "w:val": list.level }), xml("w:numId", { "w:val": list.id })),
    spacing(context, parts),
    parts.indent === undefined
      ? null
      : xml("w:ind", { "w:left": parts.indent, "w:firstLineChars": 0, "w:firstLine": 0 }),
    markProperties(context, mark, parts.size),
    was == null
      ? null
      : xml(
          "w:pPrChange",
          context.revision(was.suggestion),
          xml("w:pPr", {}, xml("w:pStyle", { "w:val": was.style })),
        ),
  );
  return xml("w:p", {}, properties, content);
}

/** A size of its own is a table's that is made smaller, with its lines nearer to each other. */
function spacing({ paper }: DocxContext, { spaceBefore = false, size }: ParagraphParts): Xml | null {
  if (!spaceBefore && size === undefined) return null;
  return xml("w:spacing", {
    "w:before": spaceBefore ? twips(paper.linePitch) : undefined,
    ...(size !== undefined && { "w:line": twips(size * CELL_PITCH), "w:lineRule": "exact" }),
  });
}

function markProperties(context: DocxContext, { inserted, removed }: BlockRevision, size?: number): Xml {
  const isMoved = (suggestion: Suggestion | null) => suggestion !== null && context.moves.has(suggestion);
  const [came, movedHere] = isMoved(inserted) ? [null, inserted] : [inserted, null];
  const [went, movedAway] = isMoved(removed) ? [null, removed] : [removed, null];
  const change = (name: string, suggestion: Suggestion | null) =>
    suggestion === null ? null : xml(name, context.revision(suggestion));
  return xml(
    "w:rPr",
    {},
    change("w:ins", came),
    change("w:del", went),
    change("w:moveFrom", movedAway),
    change("w:moveTo", movedHere),
    fonts(context, { font: "body" }),
    size === undefined ? null : sizes(context, { size }),
  );
}
