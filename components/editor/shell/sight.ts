/** What of the text is seen on the desk, and bringing a place of it there. */

/** The first line behind the edge would be cut, or touch it. */
const LINE_AND_AIR_PX = 56;
const AIR_PX = 16;

export interface Sight {
  /** In pixels from the window's top. */
  readonly top: number;
  readonly bottom: number;
}

/** Where text is seen: what lies over the desk, as the panel on a phone, is its scroll padding. */
export function sightOf(desk: HTMLElement): Sight {
  const frame = desk.getBoundingClientRect();
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(desk);
  return {
    top: frame.top + Number.parseFloat(scrollPaddingTop),
    bottom: frame.bottom - Number.parseFloat(scrollPaddingBottom),
  };
}

/** Scrolls a line that begins at `top` to the upper third of what is seen, unless it is in sight. */
export function bringIntoSight(desk: HTMLElement, top: number): void {
  const sight = sightOf(desk);
  if (top > sight.top + AIR_PX && top < sight.bottom - LINE_AND_AIR_PX) return;
  desk.scrollBy({ top: top - sight.top - (sight.bottom - sight.top) / 3 });
}
