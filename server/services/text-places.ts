/**
 * Where the texts of a document stand, kept while its suggestions are accepted: that moves and drops whole text nodes,
 * so a mark on each tells where it stood. Comments are marks of such a kind.
 */
import { textLength } from "@/core/compare/placed-node";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import type { DocumentNode } from "@/core/document/schema";

export interface TextPlace {
  /** Of the block that it is in. */
  readonly index: number;
  /** In the block's text, in UTF-16 units. */
  readonly start: number;
}

/** The node with a mark on each of its texts in the place of its comments. */
export function withPlaces(node: DocumentNode, { index, start }: TextPlace): DocumentNode {
  if (node.type === "text") {
    const others = (node.marks ?? []).filter(({ type }) => type !== COMMENT_MARK);
    const place = { type: COMMENT_MARK, attrs: { thread: threadAt({ index, start }) } };
    return { ...node, marks: [...others, place] };
  }
  if (node.content === undefined) return node;
  let at = start;
  const content = node.content.map((child) => {
    const marked = withPlaces(child, { index, start: at });
    at += textLength([child]);
    return marked;
  });
  return { ...node, content };
}

const DIGITS = 10;

/** Twenty digits, as long as the ids that such a mark takes. */
const threadAt = ({ index, start }: TextPlace): string =>
  [index, start].map((number) => String(number).padStart(DIGITS, "0")).join("");

export interface PlacedText {
  readonly node: DocumentNode;
  readonly place: TextPlace;
  readonly length: number;
}

/** All texts in a node whose texts have such marks. */
export function placedTexts(node: DocumentNode): readonly PlacedText[] {
  if (node.type !== "text") return (node.content ?? []).flatMap(placedTexts);
  const mark = node.marks?.find(({ type }) => type === COMMENT_MARK);
  if (mark === undefined) throw new RangeError("a text without its place");
  return [{ node, place: placeOf(String(mark.attrs?.thread)), length: textLength([node]) }];
}

function placeOf(thread: string): TextPlace {
  return { index: Number(thread.slice(0, DIGITS)), start: Number(thread.slice(DIGITS)) };
}
