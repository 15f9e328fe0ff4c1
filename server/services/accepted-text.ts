/**
 * What a signature stands for: a text as it reads with all its suggestions accepted. Marks for reading
 * it aloud come after it is signed, as a rule, and change no word of it.
 */
import { canonicalDocument } from "@/core/compare/canonical-document";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { withoutReadingAids } from "@/core/document/without-reading-aids";
import { acceptAll } from "@/core/review/settle";
import type { TextToSign } from "@/core/sign-off";
import { contentHash } from "./content-hash";

export function acceptedText(document: DocumentNode): TextToSign {
  const settled = acceptAll(documentSchema().nodeFromJSON(document));
  const canonical = canonicalDocument(settled.toJSON() as DocumentNode); // as ProseMirror writes it
  return { document: canonical, textHash: contentHash(withoutReadingAids(canonical)) };
}
