/**
 * One form for documents that hold the same text: what Yjs, ProseMirror and old versions write
 * differently (order of marks and attributes, attributes without a value, split text nodes) is made
 * alike, and comments are left out, since commenting changes no text.
 */
import type { DocumentNode } from "@/core/document/schema";
import type { Marks } from "./comparison";
import { joinInline } from "./inline";

const NOT_TEXT: ReadonlySet<string> = new Set(["comment"]);

export function canonicalDocument(node: DocumentNode): DocumentNode {
  const attrs = canonicalAttributes(node.attrs);
  const marks = canonicalMarks(node.marks);
  const content = joinInline((node.content ?? []).map(canonicalDocument));
  return {
    type: node.type,
    ...(attrs !== undefined && { attrs }),
    ...(content.length > 0 && { content }),
    ...(node.text !== undefined && { text: node.text }),
    ...(marks.length > 0 && { marks }),
  };
}

/** The document as one string that is equal for equal text and formatting: what a signature stands for. */
export function canonicalText(document: DocumentNode): string {
  return JSON.stringify(canonicalDocument(document));
}

function canonicalAttributes(attrs: DocumentNode["attrs"]): DocumentNode["attrs"] {
  const entries = Object.entries(attrs ?? {}).filter(([, value]) => value !== null && value !== undefined);
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function canonicalMarks(marks: Marks | undefined): Marks {
  return (marks ?? [])
    .filter(({ type }) => !NOT_TEXT.has(type))
    .map(({ type, attrs }) => {
      const canonical = canonicalAttributes(attrs);
      return canonical === undefined ? { type } : { type, attrs: canonical };
    })
    .map((mark) => ({ mark, key: JSON.stringify(mark) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ mark }) => mark);
}
