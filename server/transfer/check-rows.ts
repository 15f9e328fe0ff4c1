/** Whether the stage, the versions and the requests to sign of a speech are those on its record. */
import type { SpeechId } from "@/core/ids";
import type { RecordEntry } from "@/core/record";
import type { Stage } from "@/core/speech";
import type { Queries } from "../db/database";
import { alteredRequests, hasUnrecordedRequest, type StoredRequest, storedRequests } from "./check-requests";
import { otherStage, storedStage } from "./check-stages";
import { alteredVersions, hasUnrecordedVersion, type StoredVersions, storedVersions } from "./check-versions";

export interface RecordedRows {
  readonly stage: Stage | undefined;
  readonly versions: StoredVersions;
  readonly requests: readonly StoredRequest[];
}

export async function recordedRows(queries: Queries, speechId: SpeechId): Promise<RecordedRows> {
  return {
    stage: await storedStage(queries, speechId),
    versions: await storedVersions(queries, speechId),
    requests: await storedRequests(queries, speechId),
  };
}

export interface FaultyRows {
  readonly entry: number;
  readonly fault: "stage" | "version" | "unrecorded-version" | "request" | "unrecorded-request";
}

/**
 * `rows`: before the record was read and after it. What comes meanwhile is on both sides of one of them, as is what
 * becomes another.
 */
export function faultyRows(
  entries: readonly RecordEntry[],
  rows: readonly [before: RecordedRows, after: RecordedRows],
): readonly FaultyRows[] {
  const entry = entries.length;
  const [{ versions, requests }] = rows;
  const stage = otherStage(entries, each(rows, "stage"));
  const altered = alteredVersions(entries, each(rows, "versions"));
  const otherRequests = alteredRequests(entries, each(rows, "requests"));
  const faulty: FaultyRows[] = [
    ...(stage === null ? [] : [{ entry: stage, fault: "stage" } as const]),
    ...altered.map((entry) => ({ entry, fault: "version" }) as const),
    ...otherRequests.map((entry) => ({ entry, fault: "request" }) as const),
  ];
  if (hasUnrecordedVersion(entries, versions)) faulty.push({ entry, fault: "unrecorded-version" });
  if (hasUnrecordedRequest(entries, requests)) faulty.push({ entry, fault: "unrecorded-request" });
  return faulty;
}

function each<Kind extends keyof RecordedRows>(
  rows: readonly RecordedRows[],
  kind: Kind,
): RecordedRows[Kind][] {
  return rows.map((row) => row[kind]);
}
