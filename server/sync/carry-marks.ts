/** Puts the threads of a text from elsewhere on those of its words that the speech has too. */
import * as Y from "yjs";
import { carriedRanges } from "@/core/compare/carried-ranges";
import { type DocumentNode, FRAGMENT } from "@/core/document/schema";
import { threadIdSchema } from "@/core/ids";
import { documentIn } from "./snapshot";
import { markKey } from "./thread-mark";

/** `text` has the comment marks. */
export function carryMarks(doc: Y.Doc, text: DocumentNode): void {
  const root = doc.getXmlFragment(FRAGMENT);
  const keys = new Map<string, string>();
  for (const { thread, path, from, to } of carriedRanges(text, documentIn(doc))) {
    const key = keys.get(thread) ?? markKey(threadIdSchema.parse(thread));
    keys.set(thread, key);
    markLine(lineAt(root, path), { from, to, attributes: { [key]: { thread } } });
  }
}

function lineAt(root: Y.XmlFragment, path: readonly number[]): Y.XmlFragment {
  let node = root;
  for (const index of path) {
    const child: unknown = node.get(index);
    // The path was made from this very document.
    if (!(child instanceof Y.XmlFragment)) throw new RangeError("a path to no line");
    node = child;
  }
  return node;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A line break is a child of its own and counts one. */
function markLine(line: Y.XmlFragment, { from, to, attributes }: Range): void {
  let start = 0;
  for (const child of line.toArray()) {
    const length = child instanceof Y.XmlText ? child.length : 1;
    const [begin, end] = [Math.max(from - start, 0), Math.min(to - start, length)];
    if (child instanceof Y.XmlText && begin < end) child.format(begin, end - begin, { ...attributes });
    start += length;
  }
}
