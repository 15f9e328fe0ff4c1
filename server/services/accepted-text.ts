/**
 * What a signature stands for: a text as it reads with all its suggestions accepted, its headings' numbers
 * too. Marks for reading it aloud come after it is signed, as a rule, and change no word of it.
 */
import { createHash } from "node:crypto";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { withoutReadingAids } from "@/core/document/without-reading-aids";
import { acceptAll } from "@/core/review/settle";
import type { TextToSign } from "@/core/sign-off";
import type { NumberingStyle } from "@/core/speech";
import { contentHash } from "./content-hash";

/** In canonical form. */
export function acceptedDocument(document: DocumentNode): DocumentNode {
  const settled = acceptAll(documentSchema().nodeFromJSON(document));
  return canonicalDocument(settled.toJSON() as DocumentNode); // as ProseMirror writes it
}

/** `style`: how the speech numbers its headings, which stands in no node. */
export function acceptedText(document: DocumentNode, style: NumberingStyle): TextToSign {
  const canonical = acceptedDocument(document);
  const textHash = hashWith(style, contentHash(withoutReadingAids(canonical)));
  return { document: canonical, numberingStyle: style, textHash };
}

/** In the style that every speech begins with the hash is that of the text alone. */
function hashWith(style: NumberingStyle, hash: string): string {
  return style === "nested" ? hash : createHash("sha256").update(`${style} ${hash}`).digest("hex");
}
