/** A restoring that was done already: its answer got lost on the way, so it was sent once more. */
import type { PersonId, SpeechId, VersionId } from "@/core/ids";
import type { RecordFacts } from "@/core/record";
import type { Restore } from "@/core/version-requests";
import type { Queries } from "../db/database";
import { SENT_AGAIN_MS } from "./keep-version";
import { lastEntry } from "./record-rows";
import { versionFor } from "./version-rows";
import type { Restored } from "./versions";

export interface SameRestore {
  readonly speechId: SpeechId;
  readonly personId: PersonId;
  readonly versionId: VersionId;
  readonly blocks: Restore["blocks"];
  /** Of the text as it is now: nobody has written on. Null where that makes no difference. */
  readonly contentHash: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Whether this person did just that last, and a moment ago. */
export async function isRecorded(queries: Queries, same: SameRestore): Promise<boolean> {
  return (await factsOf(queries, same)) !== null;
}

/** What was there and what came of it, as it was kept then; null when it wasn't done, or not kept to the end. */
export async function restoredBefore(queries: Queries, same: SameRestore): Promise<Restored | null> {
  const facts = await factsOf(queries, same);
  if (facts?.replacedHash === undefined) return null;
  const after = await latestOf(queries, same.speechId)
    .where("from_version", "=", same.versionId)
    .where("content_hash", "=", facts.contentHash)
    .executeTakeFirst();
  if (after === undefined) return null;
  const before = await latestOf(queries, same.speechId)
    .where("content_hash", "=", facts.replacedHash)
    .where("created_at", "<", after.created_at)
    .executeTakeFirst();
  if (before === undefined) return null;
  return {
    before: (await versionFor(queries, same.speechId, before.id)).summary,
    after: (await versionFor(queries, same.speechId, after.id)).summary,
  };
}

async function factsOf(
  queries: Queries,
  { speechId, personId, versionId, blocks, contentHash, now }: SameRestore,
): Promise<RecordFacts["restore"] | null> {
  const last = await lastEntry(queries, speechId, "restore");
  if (last === null || last.personId !== personId || now - last.at >= SENT_AGAIN_MS) return null;
  const { facts } = last;
  const isSame = facts.version === versionId && (contentHash === null || facts.contentHash === contentHash);
  const isOfSame = facts.blocks?.start === blocks?.start && facts.blocks?.end === blocks?.end;
  return isSame && isOfSame && facts.whole === (blocks === undefined) ? facts : null;
}

/** Of the speech's own text. */
function latestOf(queries: Queries, speechId: SpeechId) {
  return queries
    .selectFrom("versions")
    .where("speech_id", "=", speechId)
    .where("kind", "<>", "imported")
    .select(["id", "created_at"])
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1);
}
