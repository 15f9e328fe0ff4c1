/** Where words stand on their line: in the middle, on the right. */
import { inlineStyle } from "./inline-style";

/** By the nearest element around that says where its lines begin. */
export function isCentred(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const own = ownAlignment(at);
    if (own !== null) return own === "center";
  }
  return false;
}

/** As CSS calls it; null where an element leaves it to those around it. */
export function ownAlignment(element: Element): string | null {
  if (element.localName === "center") return "center";
  const align = inlineStyle(element).get("text-align") ?? element.getAttribute("align")?.trim().toLowerCase();
  return align === undefined || align === "" || align === "inherit" ? null : align;
}
