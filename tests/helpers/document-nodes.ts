/** The nodes that most tests of papers are made of. */
import type { DocumentNode } from "@/core/document/schema";

export const text = (words: string, ...marks: NonNullable<DocumentNode["marks"]>): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks }),
});
export const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
export const speech = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });
