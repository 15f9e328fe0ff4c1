/** What a reader chose: a tapped sentence, or what is selected within one block. */
import { quoteOf, type ReadingPlace } from "@/core/review/reading-place";

/** The attributes by which a place is found in the page; see reading-text.tsx. */
const BLOCK = "data-block";
const FROM = "data-from";

/** The selected letters of the block in which the selection begins; null when nothing is selected. */
export function selectedPassage(texts: readonly string[], selection: Selection | null): ReadingPlace | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const element = elementOf(range.startContainer)?.closest(`[${BLOCK}]`);
  const block = Number(element?.getAttribute(BLOCK) ?? -1);
  const text = texts[block];
  if (element == null || text === undefined) return null;
  const from = offsetOf(range.startContainer, range.startOffset);
  const ends = element.contains(range.endContainer);
  const to = ends ? offsetOf(range.endContainer, range.endOffset) : text.length;
  return from === null || to === null || to <= from || text.slice(from, to).trim() === ""
    ? null
    : { block, text, from, to };
}

/** Without the blanks around it, which nobody means. */
export function trimmedPlace(place: ReadingPlace): ReadingPlace {
  const quote = quoteOf(place);
  const from = place.from + (quote.length - quote.trimStart().length);
  return { ...place, from, to: from + quote.trim().length };
}

/** Letters before this point of the page within its block; null outside a sentence. */
function offsetOf(node: globalThis.Node, offset: number): number | null {
  const sentence = elementOf(node)?.closest(`[${FROM}]`);
  if (sentence == null) return null;
  const before = document.createRange();
  before.setStart(sentence, 0);
  before.setEnd(node, offset);
  const breaks = before.cloneContents().querySelectorAll("br").length;
  return Number(sentence.getAttribute(FROM)) + before.toString().length + breaks;
}

function elementOf(node: globalThis.Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
