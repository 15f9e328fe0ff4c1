/** A side of a comparison with all its suggestions accepted, and still with where its letters come from. */
import { canonicalDocument } from "@/core/compare/canonical-document";
import { hasSuggestions } from "@/core/document/proposers";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { acceptAll } from "@/core/review/settle";
import { acceptedOrigins } from "./accepted-origins";
import { proposedRemovals } from "./proposed-removals";
import { withPlaces } from "./text-places";
import type { VersionSide } from "./version-side";

/** In canonical form. What was proposed counts as done by its proposer. */
export function acceptedSide<Side extends Pick<VersionSide, "document" | "origins">>(
  side: Side,
): Side & Pick<VersionSide, "proposedRemovals"> {
  if (!hasSuggestions(side.document)) return { ...side, document: canonicalDocument(side.document) };
  const before = (side.document.content ?? []).map((block, index) => withPlaces(block, { index, start: 0 }));
  const settled = acceptAll(documentSchema().nodeFromJSON({ ...side.document, content: before }));
  const accepted = settled.toJSON() as DocumentNode; // as ProseMirror writes it
  const document = canonicalDocument(accepted);
  const { origins } = side;
  if (origins === null) return { ...side, document };
  const texts = { before, after: accepted.content ?? [] };
  return {
    ...side,
    document,
    origins: acceptedOrigins(texts, origins),
    proposedRemovals: proposedRemovals(texts, origins),
  };
}
