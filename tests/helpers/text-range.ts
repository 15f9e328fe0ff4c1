/** Places in a shared text as a page names them to the server. */
import * as Y from "yjs";
import type { TextRange } from "@/core/review/thread-requests";

/** A Yjs relative position in base64. */
export function encodedPosition(type: Y.XmlText | Y.XmlElement | Y.XmlFragment, index: number): string {
  const position = Y.createRelativePositionFromTypeIndex(type, index);
  return Buffer.from(Y.encodeRelativePosition(position)).toString("base64");
}

/** The first `length` characters of a block that begins with text. */
export function firstOfBlock(fragment: Y.XmlFragment, block: number, length: number): TextRange {
  const element = fragment.get(block);
  const text = element instanceof Y.XmlElement ? element.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("no text there");
  return { from: encodedPosition(text, 0), to: encodedPosition(text, length) };
}
