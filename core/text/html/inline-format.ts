/** Bold and italic of foreign HTML, from tags and style attributes. */
import type { Run } from "@/core/text/import/source";

export type InlineFormat = Omit<Run, "text">;

const BOLD_TAGS: ReadonlySet<string> = new Set(["b", "strong"]);
const ITALIC_TAGS: ReadonlySet<string> = new Set(["i", "em"]);

/** The declarations of a style attribute by lower-case property. Nothing is ever resolved or loaded. */
export function inlineStyle(element: Element): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of (element.getAttribute("style") ?? "").split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    declarations.set(
      property,
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    );
  }
  return declarations;
}

/** The format inside an element. A style beats the tag: Google Docs wraps whole texts in a normal <b>. */
export function formatInside(element: Element, outer: InlineFormat): InlineFormat {
  const style = inlineStyle(element);
  return {
    bold: isBoldWeight(style.get("font-weight")) ?? (BOLD_TAGS.has(element.localName) || outer.bold),
    italic: isItalicStyle(style.get("font-style")) ?? (ITALIC_TAGS.has(element.localName) || outer.italic),
  };
}

function isBoldWeight(weight: string | undefined): boolean | undefined {
  if (weight === undefined || weight === "" || weight === "inherit") return undefined;
  return weight.startsWith("bold") || Number.parseInt(weight, 10) >= 600;
}

function isItalicStyle(style: string | undefined): boolean | undefined {
  if (style === undefined || style === "" || style === "inherit") return undefined;
  return style.startsWith("italic") || style.startsWith("oblique");
}
