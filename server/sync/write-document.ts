/**
 * Turns a shared document into another text by the smallest change: words that stay are not touched,
 * so carets, comments and what others type at the same moment keep their place in them.
 */
import type * as Y from "yjs";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import type { BlockEdit, NodeShape, Row } from "@/core/compare/comparison";
import { relocatedLines } from "@/core/compare/relocated-lines";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { putContent, type RelocatedContent, relocatedContent, withoutContent } from "./relocated-content";
import { documentIn } from "./snapshot";
import { writeLineParts } from "./write-line-parts";
import { writeSpans } from "./write-spans";
import { copyOf, copyOfChild, elementOf, toYjsBlock } from "./yjs-content";

/** Throws RangeError, before anything is changed, when the target doesn't fit the schema. */
export function writeDocument(doc: Y.Doc, target: DocumentNode): void {
  const { content = [] } = canonicalDocument(target);
  // A speech that nobody has written in holds no block at all; the editor adds the first.
  if (content.length > 0) documentSchema().nodeFromJSON(target).check();
  const root = doc.getXmlFragment(FRAGMENT);
  const before = documentIn(doc);
  const { rows } = compareDocuments(before, target);
  const isBroken = writeLineParts(root, rows);
  const now = isBroken ? documentIn(doc) : before;
  const left = isBroken ? compareDocuments(now, target, { findsParts: false }).rows : rows;
  const relocated = relocatedContent(root, relocatedLines(left, now.content ?? []));
  writeRows(root, left, { content, relocated });
}

interface Wanted {
  /** The blocks as they shall be. */
  readonly content: readonly DocumentNode[];
  /** Of the whole document. */
  readonly relocated: RelocatedContent;
}

function writeRows(
  parent: Y.XmlFragment | Y.XmlElement,
  rows: readonly Row[],
  { content, relocated }: Wanted,
): void {
  const before = parent.toArray().map(elementOf);
  // Made first: an element that was deleted can't be copied any more.
  const fresh = rows.map((row) => freshBlock(row, before, relocated));
  let at = 0;
  for (const [index, row] of rows.entries()) {
    if (row.kind === "deleted" || row.kind === "moved-away") {
      parent.delete(at, 1);
      continue;
    }
    const block = fresh[index];
    if (block != null) parent.insert(at, [block]);
    if (block != null && row.kind === "added") putContent(block, row.block, relocated);
    if (row.kind === "split" || row.kind === "joined") throw new RangeError("a line that is in parts still");
    const target = content[row.to];
    if ((row.kind === "edited" || row.kind === "moved-here") && row.edit !== null && target !== undefined) {
      writeEdit(parent, at, row.edit, { content: target.content ?? [], relocated });
    }
    at += 1;
  }
}

/** What has to be inserted for this row: a new block, or a copy of one that moves. */
function freshBlock(
  row: Row,
  before: readonly Y.XmlElement[],
  relocated: RelocatedContent,
): Y.XmlElement | null {
  if (row.kind === "added") return toYjsBlock(withoutContent(row.block, relocated));
  return row.kind === "moved-here" ? copyOf(before[row.from]) : null;
}

function writeEdit(
  parent: Y.XmlFragment | Y.XmlElement,
  at: number,
  { shape, content }: BlockEdit,
  target: Wanted,
): void {
  let element = elementOf(parent.get(at));
  if (shape !== null && shape.before.type !== shape.after.type) {
    // Yjs can't rename an element; what is in it goes along as a copy.
    const renamed = toYjsBlock({ ...shape.after, content: [] });
    renamed.insert(0, element.toArray().map(copyOfChild));
    parent.delete(at, 1);
    parent.insert(at, [renamed]);
    element = renamed;
  } else if (shape !== null) writeAttributes(element, shape);
  if (content?.kind === "blocks") writeRows(element, content.rows, target);
  else if (content?.kind === "text") writeSpans(element, content.spans, target.content);
}

function writeAttributes(element: Y.XmlElement, shape: { before: NodeShape; after: NodeShape }): void {
  const after = shape.after.attrs ?? {};
  for (const name of Object.keys(shape.before.attrs ?? {})) {
    if (!(name in after)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(after)) {
    // Yjs types attributes as strings; like the binding, this writes what the schema's attribute holds.
    if (shape.before.attrs?.[name] !== value) element.setAttribute(name, value as string);
  }
}
