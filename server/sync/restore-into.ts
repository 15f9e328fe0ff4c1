/** Brings a version's text, or some of its blocks, back into a shared document. */
import type * as Y from "yjs";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import { withPartRestored } from "@/core/compare/restore-part";
import type { DocumentNode } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import { withOpenSuggestions } from "@/core/review/open-suggestions";
import type { Restore } from "@/core/version-requests";
import { documentIn } from "./snapshot";
import { writeDocument } from "./write-document";

interface What extends Pick<Restore, "blocks"> {
  /** Whether what is proposed in words that stay goes on being proposed; it does when left out. */
  readonly keepsProposals?: boolean;
}

/** Throws `content-not-allowed`, and changes nothing, for a text that the schema has no place for any more. */
export function restoreInto(
  doc: Y.Doc,
  version: DocumentNode,
  { blocks, keepsProposals = true }: What,
): void {
  const target = canonicalDocument(version);
  const now = canonicalDocument(documentIn(doc));
  try {
    const text = blocks === undefined ? target : withBlocks(now, target, blocks);
    writeDocument(doc, keepsProposals ? withOpenSuggestions(now, text) : text);
  } catch (error) {
    // ProseMirror's own message has the words in it, and details are logged.
    if (error instanceof RangeError) throw new AppError("content-not-allowed", "a text against the schema");
    throw error;
  }
}

function withBlocks(
  now: DocumentNode,
  version: DocumentNode,
  blocks: NonNullable<Restore["blocks"]>,
): DocumentNode {
  if (blocks.end > (version.content?.length ?? 0)) throw new AppError("invalid-input", "blocks past the end");
  return withPartRestored(now, version, compareDocuments(now, version), blocks);
}
