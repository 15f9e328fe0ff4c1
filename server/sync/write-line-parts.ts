/**
 * Breaks and joins lines of a shared document where another text has them so. What stands in them goes along as
 * it is: written anew, its words would lose the comments on them.
 */
import * as Y from "yjs";
import type { LinePart, Row } from "@/core/compare/comparison";
import { copyOfChild, elementOf, toYjsBlock } from "./yjs-content";

/**
 * `rows` are of what stands in `parent`, and fit it no more where this returns true: that a line was broken or
 * joined.
 */
export function writeLineParts(parent: Y.XmlFragment | Y.XmlElement, rows: readonly Row[]): boolean {
  const lines = parent.toArray();
  let isBroken = false;
  for (const row of rows) {
    if (row.kind !== "edited" && row.kind !== "moved-here") continue;
    const content = row.edit?.content;
    if (content?.kind === "blocks" && writeLineParts(elementOf(lines[row.from]), content.rows))
      isBroken = true;
  }
  // From the last part on: what is cut off a line leaves the places before it alone.
  for (const row of rows.toReversed()) {
    if (row.kind !== "split") continue;
    breakLine(parent, elementOf(lines[row.from]), row);
    isBroken = true;
  }
  const beginnings = new Map(rows.flatMap((row) => (row.kind === "edited" ? [[row.to, row.from]] : [])));
  for (const row of rows) {
    if (row.kind !== "joined") continue;
    joinLines(parent, elementOf(lines[beginnings.get(row.to) ?? -1]), elementOf(lines[row.from]));
    isBroken = true;
  }
  return isBroken;
}

function breakLine(parent: Y.XmlFragment | Y.XmlElement, line: Y.XmlElement, { at, shape }: LinePart): void {
  const { keep, cut, children } = cutAt(line, at);
  const part = toYjsBlock({ ...shape, content: [] });
  part.insert(0, children);
  if (cut !== null) cut.text.delete(cut.from, cut.text.length - cut.from);
  line.delete(keep, line.length - keep);
  parent.insert(parent.toArray().indexOf(line) + 1, [part]);
}

interface Cut {
  /** How many of the line's children stay. */
  readonly keep: number;
  /** The last of them, where it is cut itself. */
  readonly cut: { readonly text: Y.XmlText; readonly from: number } | null;
  /** Copies of what stands behind. */
  readonly children: (Y.XmlElement | Y.XmlText)[];
}

function cutAt(line: Y.XmlElement, at: number): Cut {
  const children = line.toArray();
  let start = 0;
  for (const [index, child] of children.entries()) {
    const length = child instanceof Y.XmlText ? child.length : 1;
    if (at <= start) return { keep: index, cut: null, children: children.slice(index).map(copyOfChild) };
    if (child instanceof Y.XmlText && at < start + length) {
      const text = child.clone();
      text.delete(0, at - start);
      const behind = children.slice(index + 1).map(copyOfChild);
      return { keep: index + 1, cut: { text: child, from: at - start }, children: [text, ...behind] };
    }
    start += length;
  }
  return { keep: children.length, cut: null, children: [] };
}

/** An end that is one text and follows one goes on in it: a line's words are one text where no break is. */
function joinLines(parent: Y.XmlFragment | Y.XmlElement, line: Y.XmlElement, end: Y.XmlElement): void {
  const [first, ...others] = end.toArray();
  const last = line.get(line.length - 1);
  if (first instanceof Y.XmlText && last instanceof Y.XmlText) {
    last.applyDelta([{ retain: last.length }, ...first.toDelta()], { sanitize: false });
    line.insert(line.length, others.map(copyOfChild));
  } else line.insert(line.length, end.toArray().map(copyOfChild));
  parent.delete(parent.toArray().indexOf(end), 1);
}
