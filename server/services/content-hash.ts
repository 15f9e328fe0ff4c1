/** What names one exact text: the same for the same words and formatting, comments left out. */
import { createHash } from "node:crypto";
import { canonicalText } from "@/core/compare/canonical-document";
import type { DocumentNode } from "@/core/document/schema";

/** SHA-256 of the canonical text, in hexadecimal. */
export function contentHash(document: DocumentNode): string {
  return createHash("sha256").update(canonicalText(document)).digest("hex");
}
