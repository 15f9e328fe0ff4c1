/** Lines, and the blocks that hold them: what texts are made of in which a line stands in another block than before. */
import { canonicalDocument } from "@/core/compare/canonical-document";
import type { DocumentNode } from "@/core/document/schema";

export const p = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
export const h = (text: string): DocumentNode => ({
  ...p(text),
  type: "heading",
  attrs: { level: 1, runIn: false },
});
export const item = (...content: DocumentNode[]): DocumentNode => ({ type: "listItem", content });
export const list = (...texts: string[]): DocumentNode => ({
  type: "bulletList",
  content: texts.map((text) => item(p(text))),
});
export const quotation = (...texts: string[]): DocumentNode => ({
  type: "quotation",
  content: texts.map(p),
});
/** In the form that comparisons are of. */
export const doc = (...content: DocumentNode[]): DocumentNode => canonicalDocument({ type: "doc", content });
