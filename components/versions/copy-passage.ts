/**
 * Copies what is selected on the page of a version as it reads there: headings with their numbers, which
 * are drawn beside the text and so wouldn't come along, and the cells of a row side by side.
 */
import type { ClipboardEvent } from "react";

export function copyPassage(event: ClipboardEvent<HTMLElement>): void {
  const selection = event.currentTarget.ownerDocument.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = trimmed(selection.getRangeAt(0), event.currentTarget);
  const fragment = inItsTable(range);
  // Within one line nothing is drawn beside the text.
  if (fragment.querySelector(BLOCKS) === null) return;
  for (const button of fragment.querySelectorAll("button")) button.remove();
  const first = fragment.querySelector(BLOCKS);
  for (const heading of fragment.querySelectorAll("[data-number]")) {
    if (heading === first && !isAtStart(range)) {
      // The second half of a heading has no number, and isn't to be looked through for one.
      heading.removeAttribute("data-number");
      continue;
    }
    // The attribute tells the editor, where it is pasted, which of its words these are.
    heading.prepend(heading.getAttribute("data-number") ?? "");
  }
  const holder = event.currentTarget.ownerDocument.createElement("div");
  holder.append(fragment);
  event.clipboardData.setData("text/plain", linesIn(holder).join("\n"));
  event.clipboardData.setData("text/html", holder.innerHTML);
  event.preventDefault();
}

/**
 * Without the block that it ends at the beginning of, as after a triple click on the one before: nothing of that one
 * is selected, and its number would come along.
 */
function trimmed(selected: Range, page: Element): Range {
  const range = selected.cloneRange();
  const { startContainer, endContainer, endOffset } = range;
  const isUntouched = (element: Element) => {
    if (element === page || element.contains(startContainer)) return false;
    const inside = element.ownerDocument.createRange();
    inside.setStart(element, 0);
    inside.setEnd(endContainer, endOffset);
    return inside.toString() === "";
  };
  let block = elementOf(endContainer)?.closest(BLOCKS) ?? null;
  if (block === null || !page.contains(block) || !isUntouched(block)) return range;
  for (let outer = block.parentElement; outer !== null && isUntouched(outer); outer = outer.parentElement)
    block = outer;
  range.setEndBefore(block);
  return range;
}

/** With the row and the table that all of it is in, which a clone of it leaves out. */
function inItsTable(range: Range): DocumentFragment {
  const fragment = range.cloneContents();
  let around = elementOf(range.commonAncestorContainer);
  while (around?.matches("tr, tbody, table")) {
    const part = around.cloneNode() as Element;
    part.append(fragment);
    fragment.append(part);
    around = around.parentElement;
  }
  return fragment;
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

const BLOCKS = "p, h2, h3, h4, h5, h6, blockquote, li, tr";

function isAtStart({ startContainer, startOffset }: Range): boolean {
  return startOffset === 0 && startContainer.previousSibling === null;
}

function linesIn(element: Element): readonly string[] {
  if (element.matches("tr")) {
    const cells = [...element.children].map((cell) => linesIn(cell).join(" "));
    return [cells.join("\t")];
  }
  if (element.querySelector(BLOCKS) === null) return [element.textContent ?? ""];
  return [...element.children].flatMap(linesIn);
}
