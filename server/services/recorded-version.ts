/** What a version is called at this moment, for the record: it may be gone before its entry is read. */
import type { RecordedVersion } from "@/core/record";
import type { VersionSummary } from "@/core/version";
import type { Queries } from "../db/database";
import { ownStageNames } from "./own-stage-names";

export async function recordedVersion(
  queries: Queries,
  { kind, name, stage, createdAt }: VersionSummary,
): Promise<RecordedVersion> {
  const own = stage === null ? undefined : (await ownStageNames(queries, [stage.name]))[stage.name];
  return { kind, name, stage, createdAt, ...(own === undefined ? {} : { stageName: own }) };
}
