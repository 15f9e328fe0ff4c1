/** One side of a comparison: a version, or the text as it is now. */
import type { IdRange } from "@/core/authors/id-ranges";
import type { BlockOrigins } from "@/core/authors/origins";
import type { StoredRemovals } from "@/core/authors/removals";
import type { DocumentNode } from "@/core/document/schema";
import type { SpeechId } from "@/core/ids";
import { NOW, type VersionRef, type VersionSummary } from "@/core/version";
import type { Database } from "../db/database";
import type { VersionTexts } from "./ports";
import { latestVersion, versionFor } from "./version-rows";
import { readOriginsOf, readText } from "./version-text-store";

export interface VersionSide {
  /** Null for the text as it is now. */
  readonly summary: VersionSummary | null;
  readonly document: DocumentNode;
  /** Of Yjs: what had been written by then. */
  readonly stateVector: Uint8Array;
  /** Where what stands in it comes from; null for one kept before that was known. */
  readonly origins: readonly BlockOrigins[] | null;
  /** Letters that came since the newest version, where it is the text as it is now. */
  readonly come: readonly IdRange[];
  /** What isn't in it any more because its suggestions count as accepted; see acceptedSide(). */
  readonly proposedRemovals?: readonly StoredRemovals[];
}

/** `not-found` for a version that the speech doesn't have. */
export async function versionSide(
  { database, texts }: { readonly database: Database; readonly texts: Pick<VersionTexts, "snapshot"> },
  speechId: SpeechId,
  ref: VersionRef,
): Promise<VersionSide> {
  if (ref === NOW) {
    const latest = await database.query((queries) => latestVersion(queries, speechId));
    return { summary: null, ...(await texts.snapshot(speechId, latest?.state_vector ?? null)) };
  }
  const { row, summary } = await database.query((queries) => versionFor(queries, speechId, ref));
  const document = await readText(database, row.text_id);
  const origins = await readOriginsOf(database, row.text_id);
  return { summary, document, origins, stateVector: row.state_vector, come: [] };
}
