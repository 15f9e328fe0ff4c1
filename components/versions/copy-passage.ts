/**
 * Copies what is selected on the page of a version as it reads there: headings with their numbers, which
 * are drawn beside the text and so wouldn't come along, and the cells of a row side by side.
 */
import type { ClipboardEvent } from "react";

export function copyPassage(event: ClipboardEvent<HTMLElement>): void {
  const selection = event.currentTarget.ownerDocument.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const fragment = range.cloneContents();
  // Within one line nothing is drawn beside the text.
  if (fragment.querySelector(BLOCKS) === null) return;
  for (const button of fragment.querySelectorAll("button")) button.remove();
  const first = fragment.querySelector(BLOCKS);
  for (const heading of fragment.querySelectorAll("[data-number]")) {
    // The second half of a heading has no number.
    if (heading === first && !isAtStart(range)) continue;
    heading.prepend(heading.getAttribute("data-number") ?? "");
  }
  const holder = event.currentTarget.ownerDocument.createElement("div");
  holder.append(fragment);
  event.clipboardData.setData("text/plain", linesIn(holder).join("\n"));
  event.clipboardData.setData("text/html", holder.innerHTML);
  event.preventDefault();
}

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
