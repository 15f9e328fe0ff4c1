/** What an element's style attribute declares, and what its classes do in the page's own style sheets. */
import { classStyle } from "./class-style";
import { declarations } from "./declarations";

/** The declarations by lower-case property, their values in lower case too; the attribute's go first. */
export function inlineStyle(element: Element): ReadonlyMap<string, string> {
  const own = declarations(element.getAttribute("style") ?? "");
  const given = classStyle(element);
  return given.size === 0 ? own : new Map([...given, ...own]);
}
