/** Which line of the text stands first in sight, and how the desk is scrolled to it again. */

export interface KeptPlace {
  readonly element: Element;
  /** Which of the element's lines, as a share of them: after a change there are others. */
  readonly share: number;
  /** Pixels from the top of the desk, where the text is read in one; null where it is turned by pages. */
  readonly below: number | null;
}

/** Below the top of the desk, for a line that stood on a page before. */
const FIRST_LINE_PX = 16;

/** Sentences, and what stands behind the text. */
const PLACES = "[data-from], [data-behind-text]";

/** The first line that begins in sight, else the last of all; null at the very beginning. */
export function findKeptPlace(desk: HTMLElement): KeptPlace | null {
  if (desk.scrollLeft <= 0 && desk.scrollTop <= 0) return null;
  const sight = desk.getBoundingClientRect();
  const byPages = isByPages(desk);
  // Half a pixel: columns and lines don't begin on whole ones.
  const begins = (line: DOMRect) => (byPages ? line.left >= sight.left - 0.5 : line.top >= sight.top - 0.5);
  const places = [...desk.querySelectorAll(PLACES)];
  const element =
    places[firstWhere(places, (place) => [...place.getClientRects()].some(begins))] ?? places.at(-1);
  const lines = [...(element?.getClientRects() ?? [])];
  const found = lines.findIndex(begins);
  const at = found === -1 ? lines.length - 1 : found;
  const line = lines[at];
  if (element === undefined || line === undefined) return null;
  return { element, share: at / lines.length, below: byPages ? null : line.top - sight.top };
}

/**
 * The index of the first that holds, when all behind it hold too; the length when none does. Asked at every step of
 * scrolling: one after the other, a long speech's sentences would take milliseconds of each frame.
 */
function firstWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Scrolls the desk so that the line stands where it stood, or on the page that is shown; null: to the beginning. */
export function showKeptPlace(desk: HTMLElement, place: KeptPlace | null): void {
  if (place === null) {
    desk.scrollTo({ left: 0, top: 0 });
    return;
  }
  const lines = place.element.getClientRects();
  const line = lines[Math.floor(place.share * lines.length + 0.001)];
  // Another text is shown, without that sentence.
  if (line === undefined) return;
  const sight = desk.getBoundingClientRect();
  if (isByPages(desk)) {
    const left = desk.scrollLeft + line.left - sight.left;
    desk.scrollTo({ left: Math.floor((left + 0.5) / desk.clientWidth) * desk.clientWidth, top: 0 });
  } else {
    desk.scrollTo({ left: 0, top: desk.scrollTop + line.top - sight.top - (place.below ?? FIRST_LINE_PX) });
  }
}

const isByPages = (desk: HTMLElement) => getComputedStyle(desk).overflowY === "hidden";
