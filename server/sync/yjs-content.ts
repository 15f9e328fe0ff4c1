/** Blocks and lines of a document as Yjs types that aren't part of a document yet. */
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { Marks } from "@/core/compare/comparison";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";

/** A block of any depth, written as the editor's binding writes it. */
export function toYjsBlock(block: DocumentNode): Y.XmlElement {
  return copyOf(madeOf(block));
}

/** The content of one line: texts and line breaks. */
export function toYjsLine(content: readonly DocumentNode[]): (Y.XmlElement | Y.XmlText)[] {
  return madeOf({ type: "paragraph", content }).toArray().map(copyOfChild);
}

/** Marks as the binding names them on text: one that may overlap its own kind by a hash of its values. */
export function marksAsBound(marks: Marks): Record<string, unknown> {
  if (marks.length === 0) return {};
  const doc = new Y.Doc();
  const [text] = toYjsLine([{ type: "text", text: "x", marks }]);
  // Only what is part of a document can be read.
  if (text !== undefined) doc.getXmlFragment("line").insert(0, [text]);
  const [insert] = text instanceof Y.XmlText ? text.toDelta() : [];
  return insert?.attributes ?? {};
}

/** A copy to insert elsewhere; what it is copied from must still be in its document. */
export function copyOf(element: Y.XmlElement | undefined): Y.XmlElement {
  return elementOf(copyOfChild(element));
}

export function copyOfChild(child: unknown): Y.XmlElement | Y.XmlText {
  if (child instanceof Y.XmlText) return child.clone();
  return elementOf(elementOf(child).clone());
}

/** Throws for anything else: the schema has elements only, and texts inside lines. */
export function elementOf(child: unknown): Y.XmlElement {
  if (!(child instanceof Y.XmlElement)) throw new RangeError("a block that is no element");
  return child;
}

/** The line, or other block, that a path of indices leads to; throws for one that was made from another document. */
export function lineAt(root: Y.XmlFragment, path: readonly number[]): Y.XmlFragment {
  let node = root;
  for (const index of path) {
    const child: unknown = node.get(index);
    if (!(child instanceof Y.XmlFragment)) throw new RangeError("a path to no line");
    node = child;
  }
  return node;
}

function madeOf(block: DocumentNode): Y.XmlElement {
  const doc = prosemirrorJSONToYDoc(documentSchema(), { type: "doc", content: [block] }, FRAGMENT);
  return elementOf(doc.getXmlFragment(FRAGMENT).get(0));
}
