/** The typed client for versions: one function per route. Each throws AppError. */
import type { SpeechId, VersionId } from "@/core/ids";
import type { Thread } from "@/core/review/thread";
import type { PassageHistory, Version, VersionComparison, VersionRef, VersionSummary } from "@/core/version";
import type { NewVersion, Restore, VersionChange } from "@/core/version-requests";
import { request } from "./request";

/** Newest first. */
export async function listVersions(
  speechId: SpeechId,
  signal?: AbortSignal,
): Promise<readonly VersionSummary[]> {
  const path = `/speeches/${speechId}/versions`;
  return (await request<{ versions: VersionSummary[] }>(path, { signal })).versions;
}

/** When a passage was in the text, and who wrote it. */
export function findPassage(
  speechId: SpeechId,
  passage: string,
  signal?: AbortSignal,
): Promise<PassageHistory> {
  return request<PassageHistory>(`/speeches/${speechId}/versions/search`, { query: { q: passage }, signal });
}

export async function readVersion(
  speechId: SpeechId,
  versionId: VersionId,
  signal?: AbortSignal,
): Promise<Version> {
  const path = `/speeches/${speechId}/versions/${versionId}`;
  return (await request<{ version: Version }>(path, { signal })).version;
}

/** The threads as they stood when the version was kept. */
export async function readVersionThreads(
  speechId: SpeechId,
  versionId: VersionId,
  signal?: AbortSignal,
): Promise<readonly Thread[]> {
  const path = `/speeches/${speechId}/versions/${versionId}/threads`;
  return (await request<{ threads: Thread[] }>(path, { signal })).threads;
}

export async function createVersion(speechId: SpeechId, body: NewVersion): Promise<VersionSummary> {
  const path = `/speeches/${speechId}/versions`;
  return (await request<{ version: VersionSummary }>(path, { method: "POST", body })).version;
}

/** Keeps the text as it is, before much of it is changed at once. */
export async function keepBeforeChange(speechId: SpeechId): Promise<VersionSummary> {
  const path = `/speeches/${speechId}/versions/before-change`;
  return (await request<{ version: VersionSummary }>(path, { method: "POST" })).version;
}

export async function nameVersion(
  speechId: SpeechId,
  versionId: VersionId,
  body: VersionChange,
): Promise<VersionSummary> {
  const path = `/speeches/${speechId}/versions/${versionId}`;
  return (await request<{ version: VersionSummary }>(path, { method: "PATCH", body })).version;
}

export interface ComparedPair {
  readonly from: VersionRef;
  readonly to: VersionRef;
  /** Both with all their suggestions accepted, as they are signed and exported; else as they're written. */
  readonly accepted: boolean;
}

export function compareVersions(
  speechId: SpeechId,
  { accepted, ...pair }: ComparedPair,
  signal?: AbortSignal,
): Promise<VersionComparison> {
  const query = { ...pair, ...(!accepted && { accepted: "false" }) };
  return request<VersionComparison>(`/speeches/${speechId}/comparison`, { query, signal });
}

/** `before` is what was there, to go back to. */
export interface Restored {
  readonly before: VersionSummary;
  readonly after: VersionSummary;
}

export function restoreVersion(speechId: SpeechId, versionId: VersionId, what: Restore): Promise<Restored> {
  return request(`/speeches/${speechId}/versions/${versionId}/restore`, { method: "POST", body: what });
}
