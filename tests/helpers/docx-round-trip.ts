/** What a speech looks like after Word's format: the same, but for what the format has no way to say. */
import { Fragment, type Node } from "@tiptap/pm/model";
import { hasBodyAfterLead } from "@/core/text/lead";

/** Neighbours of one kind are one in Word: nothing stands between them there. */
const JOINED = new Set(["bulletList", "quotation"]);

/**
 * Lists of bullets and quotations side by side are one; a heading without text behind its first
 * sentence is no run-in one.
 */
export function asWordKeepsIt(node: Node): Node {
  if (node.isText || node.isLeaf) return node;
  const children: Node[] = [];
  for (const child of node.children.map(asWordKeepsIt)) {
    const before = children.at(-1);
    if (before !== undefined && JOINED.has(child.type.name) && child.sameMarkup(before)) {
      children[children.length - 1] = before.copy(before.content.append(child.content));
    } else children.push(child);
  }
  const isHeading = node.type.name === "heading";
  const attrs = isHeading ? { ...node.attrs, runIn: node.attrs.runIn === true && hasBody(node) } : node.attrs;
  return node.type.create(attrs, Fragment.fromArray(children), node.marks);
}

function hasBody(node: Node): boolean {
  return hasBodyAfterLead(node.children.map((child) => child.text ?? "\n").join(""));
}
