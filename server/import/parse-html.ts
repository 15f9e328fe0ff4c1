/** HTML as a tree without a browser: nothing in it runs and nothing is loaded. */
import { parseHTML } from "linkedom";
import { readHtml } from "@/core/text/html/html-blocks";
import type { SourceBlock } from "@/core/text/import/source";
import type { Findings } from "./findings";
import { addHtmlFindings } from "./html-findings";

/** The root of the tree, whatever tags the source leaves out. */
export function parseHtml(html: string): Element {
  // The library makes the first element the root, so one is given to it; the source's own then stand inside.
  const inner = html.replace(/<!doctype[^>]*>|<\/(?:html|body)\s*>/gi, "");
  const root = parseHTML(`<html><body>${inner}</body></html>`).document.documentElement;
  for (const element of root.querySelectorAll("*")) lowerAttributeNames(element);
  return root;
}

/** As browsers do: the library keeps HIDDEN, STYLE and COLSPAN as older programs write them. */
function lowerAttributeNames(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const lower = name.toLowerCase();
    if (lower !== name && !element.hasAttribute(lower)) element.setAttribute(lower, value);
  }
}

/** The text of a tree in blocks; what has no place in a speech is counted. */
export function htmlBlocks(root: Element, html: string, findings: Findings): readonly SourceBlock[] {
  addHtmlFindings(root, findings);
  return readHtml(root, html);
}

/** A character reference (&amp;amp;) as the character. */
export function decodeReferences(text: string): string {
  if (!/&(?:#?\w+);/.test(text)) return text;
  return parseHtml(`<p>${text.replaceAll("<", "&lt;")}</p>`).textContent ?? "";
}
