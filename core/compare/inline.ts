/** The content of one line of text, cut and joined by length. */
import type { DocumentNode } from "@/core/document/schema";
import type { Marks } from "./comparison";

const NO_MARKS: Marks = [];

/** UTF-16 units of a text node; one for a line break or any other leaf. */
export function inlineLength(node: DocumentNode): number {
  return node.type === "text" ? (node.text ?? "").length : 1;
}

/** Likewise, of a line's content. */
export const contentLength = (content: readonly DocumentNode[]): number =>
  content.reduce((sum, node) => sum + inlineLength(node), 0);

export const marksOf = (node: DocumentNode): Marks => node.marks ?? NO_MARKS;

/** Whether both are the same marks in the same, canonical order. */
export function sameMarks(one: Marks, other: Marks): boolean {
  return (one.length === 0 && other.length === 0) || JSON.stringify(one) === JSON.stringify(other);
}

/** The text node with other marks; none at all leaves the property away, as ProseMirror does. */
export function withMarks(node: DocumentNode, marks: Marks): DocumentNode {
  const { marks: _, ...bare } = node;
  return marks.length === 0 ? bare : { ...bare, marks };
}

/** Joins text nodes that stand side by side with the same marks. */
export function joinInline(nodes: readonly DocumentNode[]): DocumentNode[] {
  const joined: DocumentNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text" && sameMarks(marksOf(last), marksOf(node))) {
      joined[joined.length - 1] = { ...last, text: (last.text ?? "") + (node.text ?? "") };
    } else if (node.type !== "text" || node.text !== "") {
      joined.push(node);
    }
  }
  return joined;
}

/** A line's content from `from` up to before `to`, or to its end. */
export function sliceInline(content: readonly DocumentNode[], from: number, to?: number): DocumentNode[] {
  const line = new InlineReader(content);
  line.take(from);
  return to === undefined ? line.rest() : line.take(to - from);
}

/** Reads a line from its beginning, a stretch at a time. */
export class InlineReader {
  private index = 0;
  private offset = 0;

  constructor(private readonly content: readonly DocumentNode[]) {}

  /** The next `length` units; throws RangeError when the line is shorter. */
  take(length: number): DocumentNode[] {
    const taken: DocumentNode[] = [];
    for (let left = length; left > 0; ) {
      const node = this.content[this.index];
      if (node === undefined) throw new RangeError("the line is shorter than its comparison");
      const size = inlineLength(node) - this.offset;
      const step = Math.min(size, left);
      taken.push(
        node.type === "text" && step < inlineLength(node)
          ? { ...node, text: (node.text ?? "").slice(this.offset, this.offset + step) }
          : node,
      );
      this.offset += step;
      left -= step;
      if (step === size) {
        this.index += 1;
        this.offset = 0;
      }
    }
    return taken;
  }

  rest(): DocumentNode[] {
    const length = contentLength(this.content.slice(this.index));
    return this.take(length - this.offset);
  }

  get atEnd(): boolean {
    return this.index >= this.content.length;
  }
}
