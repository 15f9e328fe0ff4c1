/** What is proposed in one block, and what the block is without it. */
import { canonicalDocument } from "../compare/canonical-document";
import { type DocumentNode, documentSchema } from "../document/schema";
import { rejectAll } from "./settle";
import { suggestionsIn } from "./suggestions-in";

export const asDocument = (block: DocumentNode): DocumentNode => ({ type: "doc", content: [block] });

/** In a document or any part of one. */
export const isProposedIn = (node: DocumentNode): boolean =>
  suggestionsIn(documentSchema().nodeFromJSON(node)).length > 0;

/** A document of what the block is with all suggestions rejected, in canonical form. */
export function baseOf(block: DocumentNode): DocumentNode {
  const base = rejectAll(documentSchema().nodeFromJSON(asDocument(block)));
  return canonicalDocument(base.toJSON() as DocumentNode); // as ProseMirror writes it
}
