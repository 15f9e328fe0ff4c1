/** The mark of a thread in a speech's text: set by the server, from the place that a page names. */
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import { documentSchema, FRAGMENT } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import type { ThreadId } from "@/core/ids";
import type { TextRange } from "@/core/review/thread-requests";
import { textsBetween } from "./texts-between";

/**
 * Marks the range, and nothing else, and returns its text, blocks separated by line ends; "" when none of
 * it is there any more, and then nothing is changed. Throws `invalid-input` for bytes that are no position.
 */
export function markThread(doc: Y.Doc, thread: ThreadId, range: TextRange): string {
  const from = positionIn(doc, range.from);
  const to = positionIn(doc, range.to);
  if (from === null || to === null) return "";
  const key = markKey(thread);
  const pieces = textsBetween(doc.getXmlFragment(FRAGMENT), from, to);
  // Undo may have brought its words back, or somebody else have put it elsewhere, just before.
  if (pieces.length > 0) unmarkThread(doc, thread);
  for (const { text, from, to } of pieces) text.format(from, to - from, { [key]: { thread } });
  return pieces.map(({ text, from, to }) => lettersOf(text).slice(from, to)).join("\n");
}

/** Takes the thread's mark out of the text, wherever it went. */
export function unmarkThread(doc: Y.Doc, thread: ThreadId): void {
  const key = markKey(thread);
  for (const text of doc.getXmlFragment(FRAGMENT).createTreeWalker((node) => node instanceof Y.XmlText)) {
    let index = 0;
    // The walker yields what the filter lets through.
    for (const { insert, attributes } of (text as Y.XmlText).toDelta()) {
      const length = typeof insert === "string" ? insert.length : 1;
      if (attributes?.[key]) (text as Y.XmlText).format(index, length, { [key]: null });
      index += length;
    }
  }
}

/** Null when the text around it is gone, with its block. */
function positionIn(doc: Y.Doc, encoded: string): Y.AbsolutePosition | null {
  let relative: Y.RelativePosition;
  try {
    relative = Y.decodeRelativePosition(Buffer.from(encoded, "base64"));
  } catch (error) {
    throw new AppError("invalid-input", `no position: ${String(error)}`);
  }
  const { item } = relative;
  if (item !== null && Y.getState(doc.store, item.client) <= item.clock) {
    throw new AppError("resync-required", "a place in text that never arrived");
  }
  return Y.createAbsolutePositionFromRelativePosition(relative, doc);
}

/** A line break counts one, like every embedded node. */
function lettersOf(text: Y.XmlText): string {
  const delta = text.toDelta() as readonly { readonly insert: unknown }[];
  return delta.map(({ insert }) => (typeof insert === "string" ? insert : "\n")).join("");
}

/** The key under which the Tiptap binding knows this very mark: it hashes the mark's values. */
export function markKey(thread: ThreadId): string {
  const text = { type: "text", text: "字", marks: [{ type: COMMENT_MARK, attrs: { thread } }] };
  const document = { type: "doc", content: [{ type: "paragraph", content: [text] }] };
  const sample = prosemirrorJSONToYDoc(documentSchema(), document, FRAGMENT);
  const [letters] = sample.getXmlFragment(FRAGMENT).createTreeWalker((node) => node instanceof Y.XmlText);
  const [{ attributes = {} } = {}] = (letters as Y.XmlText).toDelta();
  const [key] = Object.keys(attributes);
  if (key === undefined) throw new Error("the binding wrote no mark");
  return key;
}
