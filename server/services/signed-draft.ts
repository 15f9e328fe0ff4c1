/** Which draft an answer is on, and whether its text had been changed since it was sent. The callers decided access. */
import type { VersionId } from "@/core/ids";
import type { RecordFacts } from "@/core/record";
import type { VersionSummary } from "@/core/version";
import type { Queries } from "../db/database";
import { recordedVersion } from "./recorded-version";
import type { RequestRow } from "./sign-off-rows";
import { versionFor } from "./version-rows";

type Written = Pick<VersionSummary, "contentHash" | "numberingStyle">;

/** For the record: what the draft was called as it was signed. */
export async function sentDraft(
  queries: Queries,
  { speech_id, version_id }: Pick<RequestRow, "speech_id" | "version_id">,
  signed: Written,
): Promise<NonNullable<RecordFacts["sign-off"]["sent"]>> {
  const { summary } = await versionFor(queries, speech_id, version_id);
  return { draft: await recordedVersion(queries, summary), isChanged: !isSame(summary, signed) };
}

/** Those of these versions that hold just what was sent. */
export async function versionsAsSent(
  queries: Queries,
  sent: Written,
  ids: readonly VersionId[],
): Promise<ReadonlySet<VersionId>> {
  if (ids.length === 0) return new Set();
  const rows = await queries
    .selectFrom("versions")
    .select(["id", "content_hash as contentHash", "numbering_style as numberingStyle"])
    .where("id", "in", ids)
    .execute();
  return new Set(rows.filter((row) => isSame(row, sent)).map(({ id }) => id));
}

const isSame = (one: Written, other: Written) =>
  one.contentHash === other.contentHash && one.numberingStyle === other.numberingStyle;
