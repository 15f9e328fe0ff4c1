/**
 * A document as it counts: with its suggestions accepted, since that is what will be printed and read out
 * if nobody objects. What is struck out isn't counted, what is proposed is.
 */
import { deletionsOfMarks } from "../document/marks-of";
import type { DocumentNode } from "../document/schema";
import { BREAK } from "../document/suggestion-marks";

/** Null for a node that is struck out; the node itself when nothing in it is. Proposed breaks are line feeds. */
export function withoutStruck(node: DocumentNode): DocumentNode | null {
  if (node.attrs?.removed != null || deletionsOfMarks(node).length > 0) return null;
  if (node.text?.includes(BREAK)) return { ...node, text: node.text.replaceAll(BREAK, "\n") };
  if (node.content === undefined) return node;
  const content = node.content.map(withoutStruck).filter((child) => child !== null);
  const isWhole = content.every((child, at) => child === node.content?.[at]);
  return isWhole && content.length === node.content.length ? node : { ...node, content };
}
