/** Whether words stand in the middle of their line. */
import { inlineStyle } from "./inline-style";

/** By the nearest element around that says where its lines begin. */
export function isCentred(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (at.localName === "center") return true;
    const align = inlineStyle(at).get("text-align") ?? at.getAttribute("align")?.trim().toLowerCase();
    if (align !== undefined && align !== "inherit") return align === "center";
  }
  return false;
}
