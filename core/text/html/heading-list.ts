/** Headings that a page numbers by a list, as LibreOffice writes Word's: each is the only thing in its item. */

const HEADINGS = "h1, h2, h3, h4, h5, h6";
/** What holds no heading in a speech; in a list of points one is the point's words. */
const AROUND = "ul, menu, td, th, blockquote";

/** Whether a numbered list is nothing but the numbers of headings. */
export function isHeadingList(list: Element): boolean {
  if (list.localName !== "ol" || list.closest(AROUND) !== null || !holdsHeadingsOnly(list)) return false;
  const around = list.parentElement?.closest("ol") ?? null;
  return around === null || isHeadingList(around);
}

function holdsHeadingsOnly(list: Element): boolean {
  const headings = [...list.querySelectorAll(HEADINGS)];
  const items = new Set(headings.map((heading) => heading.closest("li")));
  // A heading over what stands in its item is that item's.
  const isOneEach = items.size === headings.length && !items.has(null);
  return isOneEach && headings.length > 0 && wordsIn(headings) === wordsIn([list]);
}

/** How many characters they hold but white space. */
const wordsIn = (elements: readonly Element[]): number =>
  elements.reduce((sum, { textContent }) => sum + (textContent ?? "").replace(/\s+/g, "").length, 0);
