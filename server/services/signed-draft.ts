/** Which draft an answer is on, and whether another text than that was signed. The callers decided access. */
import type { VersionId } from "@/core/ids";
import type { RecordFacts } from "@/core/record";
import type { Database, Queries } from "../db/database";
import { acceptedText } from "./accepted-text";
import { recordedVersion } from "./recorded-version";
import type { RequestRow } from "./sign-off-rows";
import { versionFor } from "./version-rows";
import { readText } from "./version-text-store";

type Sent = Pick<RequestRow, "speech_id" | "version_id">;

/** What a signature to the draft that was sent stands for: the hash of its text as it is signed. */
export type HashOfSent = (sent: Sent) => Promise<string>;

/** As many are remembered; of them the one that was read longest ago is forgotten. */
const MOST_DRAFTS = 1000;

/** Reads each draft once, since all open pages ask after each pause in the typing and no draft ever changes. */
export function hashesOfSent(database: Database): HashOfSent {
  const known = new Map<VersionId, string>();
  return async ({ speech_id, version_id }) => {
    const hash = known.get(version_id);
    if (hash !== undefined) return hash;
    const { row } = await database.query((queries) => versionFor(queries, speech_id, version_id));
    const { textHash } = acceptedText(await readText(database, row.text_id), row.numbering_style);
    known.set(version_id, textHash);
    const [oldest] = known.keys();
    if (known.size > MOST_DRAFTS && oldest !== undefined) known.delete(oldest);
    return textHash;
  };
}

/** For the record: what the draft was called as it was signed. */
export async function sentDraft(
  queries: Queries,
  { speech_id, version_id }: Sent,
  isChanged: boolean,
): Promise<NonNullable<RecordFacts["sign-off"]["sent"]>> {
  const { summary } = await versionFor(queries, speech_id, version_id);
  return { draft: await recordedVersion(queries, summary), isChanged };
}
