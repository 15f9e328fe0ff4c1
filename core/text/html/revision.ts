/** Changes that HTML shows as such: what was taken out, beside what came in its place. */

/** Word's tracked deletion, around its `del` or without one. */
const WORD_DELETION = /\bmsodel\b/i;

/** Whether an element's words were taken out. What is only struck through may be meant to be seen. */
export function isTakenOut(element: Element): boolean {
  if (element.localName === "del" || WORD_DELETION.test(element.getAttribute("class") ?? "")) return true;
  return (
    (element.localName === "s" || element.localName === "strike") &&
    (isInsertion(neighbour(element, "previousSibling")) || isInsertion(neighbour(element, "nextSibling")))
  );
}

const isInsertion = (node: ChildNode | null): boolean => (node as Element | null)?.localName === "ins";

/** The nearest node on one side that is more than blanks or a comment. */
function neighbour(element: Element, side: "previousSibling" | "nextSibling"): ChildNode | null {
  let node: ChildNode | null = element[side];
  while (node !== null && node.nodeType !== node.ELEMENT_NODE) {
    if (node.nodeType === node.TEXT_NODE && node.textContent?.trim() !== "") return null;
    node = node[side];
  }
  return node;
}
