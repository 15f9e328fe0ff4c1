/** A document as the first update of a speech's log. */
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";

export interface SeedUpdate {
  /** V1 encoding. */
  readonly update: Uint8Array;
  /** The Yjs client id it is written under; bind it to the speech's creator. */
  readonly clientId: number;
  /** Of the document that the update makes. */
  readonly stateVector: Uint8Array;
}

/** Throws RangeError when the document doesn't fit the schema. */
export function updateFromDocument(document: DocumentNode): SeedUpdate {
  documentSchema().nodeFromJSON(document).check();
  const doc = prosemirrorJSONToYDoc(documentSchema(), document, FRAGMENT);
  const [update, stateVector] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)];
  return { update, clientId: doc.clientID, stateVector };
}
