/** How the words of foreign HTML are shown: bold, italic, raised or not at all, by tags, style attributes and classes. */
import type { Run } from "@/core/text/import/source";
import { type Raising, raisedText } from "@/core/text/raised";
import { isBlock } from "./element-kind";
import { inlineStyle } from "./inline-style";

export interface InlineFormat extends Omit<Run, "text"> {
  /** Takes its place on the page and isn't seen there. */
  readonly isInvisible?: boolean;
  /** Raised or lowered, all of it in characters that Unicode has so. */
  readonly raising?: Raising;
  /** The source's line breaks are shown. */
  readonly keepsLines?: boolean;
  /** In a q, whose quotation marks nothing else in the source shows. */
  readonly isQuoted?: boolean;
}

const BOLD_TAGS: ReadonlySet<string> = new Set(["b", "strong"]);
const ITALIC_TAGS: ReadonlySet<string> = new Set(["i", "em"]);

/** The format inside an element. A style beats the tag: Google Docs wraps whole texts in a normal <b>. */
export function formatInside(element: Element, outer: InlineFormat): InlineFormat {
  const style = inlineStyle(element);
  return {
    bold: isBoldWeight(style.get("font-weight")) ?? (BOLD_TAGS.has(element.localName) || outer.bold),
    italic: isItalicStyle(style.get("font-style")) ?? (ITALIC_TAGS.has(element.localName) || outer.italic),
    isInvisible: isInvisible(element, style.get("visibility")) ?? outer.isInvisible,
    raising: raisingOf(element)?.raising ?? outer.raising,
    keepsLines: keepsLines(element, style) ?? outer.keepsLines,
    isQuoted: element.localName === "q" ? !outer.isQuoted : outer.isQuoted,
  };
}

/** Some text in its format; none where the text isn't seen. */
export function formattedRuns(
  text: string,
  { bold, italic, isInvisible: invisible, raising }: InlineFormat,
): Run[] {
  if (invisible) return [];
  return [{ bold, italic, text: (raising && raisedText(text, raising)) || text }];
}

/** Null where an element's words stand on the line; `raising` is null where Unicode can't write them as they stand. */
export function raisingOf(element: Element): { readonly raising: Raising | null } | null {
  const raising = raisingStyle(element);
  if (raising === null) return null;
  return { raising: raisedText(element.textContent ?? "", raising) === null ? null : raising };
}

function raisingStyle(element: Element): Raising | null {
  const { localName } = element;
  // Pages raise what these tags hold by other means too, so their style says nothing.
  if (localName === "sup" || localName === "sub") return localName === "sup" ? "super" : "sub";
  const align = inlineStyle(element).get("vertical-align");
  return !isBlock(element) && (align === "super" || align === "sub") ? align : null;
}

/** Pages hide whole blocks until their script has run, as WeChat does its articles; a saved page never runs it. */
function isInvisible(element: Element, visibility: string | undefined): boolean | undefined {
  if (visibility === "visible") return false;
  return visibility === "hidden" && !isBlock(element) ? true : undefined;
}

/** By the newer property first: browsers write both of what is copied. Undefined where neither is said. */
function keepsLines(element: Element, style: ReadonlyMap<string, string>): boolean | undefined {
  const value = style.get("white-space-collapse") ?? style.get("white-space");
  if (value === undefined || value === "inherit") return element.localName === "pre" ? true : undefined;
  return /\b(?:pre|preserve|break-spaces)/.test(value);
}

function isBoldWeight(weight: string | undefined): boolean | undefined {
  if (weight === undefined || weight === "" || weight === "inherit") return undefined;
  return weight.startsWith("bold") || Number.parseInt(weight, 10) >= 600;
}

function isItalicStyle(style: string | undefined): boolean | undefined {
  if (style === undefined || style === "" || style === "inherit") return undefined;
  return style.startsWith("italic") || style.startsWith("oblique");
}
