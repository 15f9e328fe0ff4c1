"use client";

import { type RefObject, useEffect } from "react";
import { passagePattern, searchable } from "@/core/search/passage";

/** What its style is called; see components/theme/surfaces.css. */
const HIGHLIGHT = "passage";

/**
 * Marks a passage in the blocks of a page and brings the first into view. Drawn by the browser over the
 * text, so that what is copied from the page stays plain; one that can't (no Highlight) shows none.
 */
export function usePointedOut(page: RefObject<HTMLElement | null>, passage: string, revision: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says when the page shows another text.
  useEffect(() => {
    const pattern = passagePattern(passage);
    if (pattern === "" || page.current === null || !("highlights" in CSS)) return;
    const ranges = [...page.current.children].flatMap((block) => rangesIn(block, pattern));
    CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
    ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
    return () => void CSS.highlights.delete(HIGHLIGHT);
  }, [page, passage, revision]);
}

/** Every place of the passage in one block. */
function rangesIn(block: Element, pattern: string): Range[] {
  const places: { readonly node: Text; readonly from: number; readonly to: number }[] = [];
  let text = "";
  const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    let from = 0;
    for (const character of (node as Text).data) {
      const letters = searchable(character);
      const to = from + character.length;
      text += letters;
      for (let unit = 0; unit < letters.length; unit += 1) places.push({ node: node as Text, from, to });
      from = to;
    }
  }
  const ranges: Range[] = [];
  for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + pattern.length)) {
    const [first, last] = [places[at], places[at + pattern.length - 1]];
    if (first === undefined || last === undefined) break;
    const range = document.createRange();
    range.setStart(first.node, first.from);
    range.setEnd(last.node, last.to);
    ranges.push(range);
  }
  return ranges;
}
