/** HTML as a tree without a browser: nothing in it runs and nothing is loaded. */
import { parseHTML } from "linkedom";
import { readHtml } from "@/core/text/html/html-blocks";
import type { SourceBlock } from "@/core/text/import/source";
import type { Findings } from "./findings";

/** The root of the tree, whatever tags the source leaves out. */
export function parseHtml(html: string): Element {
  // The library makes the first element the root, so one is given to it; the source's own then stand inside.
  const inner = html.replace(/<!doctype[^>]*>|<\/(?:html|body)\s*>/gi, "");
  return parseHTML(`<html><body>${inner}</body></html>`).document.documentElement;
}

/** The text of a tree in blocks; what has no place in a speech is counted. */
export function htmlBlocks(root: Element, html: string, findings: Findings): readonly SourceBlock[] {
  for (const [selector, kind] of LEFT_OUT) {
    for (const element of root.querySelectorAll(selector)) findings.add(kind, wordsAt(element));
  }
  return readHtml(root, html);
}

const LEFT_OUT = [
  ["img, picture, svg, canvas, video, audio", "picture"],
  ["math", "equation"],
  ["object, embed, applet", "embedded"],
  ["script, iframe, frame, form, input, button, select, textarea", "active-content"],
  ["a[href]", "link"],
  ["s, strike, del, u, mark", "formatting"],
  ["ruby", "ruby"],
] as const;

/** The words of an element, or those around one without any. */
function wordsAt(element: Element): string {
  const words = element.localName === "a" ? element.textContent : (element.getAttribute("alt") ?? "");
  return (words || (element.closest("p, li, td")?.textContent ?? "")).replace(/\s+/g, " ");
}

/** A character reference (&amp;amp;) as the character. */
export function decodeReferences(text: string): string {
  if (!/&(?:#?\w+);/.test(text)) return text;
  return parseHtml(`<p>${text.replaceAll("<", "&lt;")}</p>`).textContent ?? "";
}
