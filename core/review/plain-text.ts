/** A text on its own: everything that is proposed in it accepted, and no thread on its words. */
import { canonicalDocument } from "../compare/canonical-document";
import { type DocumentNode, documentSchema } from "../document/schema";
import { acceptAll } from "./settle";

export function plainText(document: DocumentNode): DocumentNode {
  // As ProseMirror writes it.
  return canonicalDocument(acceptAll(documentSchema().nodeFromJSON(document)).toJSON() as DocumentNode);
}
