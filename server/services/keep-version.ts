/** Makes a version of what a speech's text is at this moment. */
import { AppError } from "@/core/errors";
import { newVersionId, type PersonId, type SpeechId, type VersionId } from "@/core/ids";
import type { Stage } from "@/core/speech";
import { countDocument } from "@/core/text/count";
import { isThinned, type VersionKind, type VersionSummary } from "@/core/version";
import type { VersionSnapshot } from "@/core/version-snapshot";
import type { Database, Queries } from "../db/database";
import type { VersionTextsTable } from "../db/tables";
import { changesSince } from "./changes-since";
import { contentHash } from "./content-hash";
import { type AnyEntry, appendEntry } from "./record-rows";
import { forgetRestoredText } from "./restored-text";
import { lockSpeech, numberingStyleOf } from "./speech-row";
import {
  draftsOf,
  insertVersion,
  latestVersion,
  thinVersions,
  type VersionRow,
  versionFor,
} from "./version-rows";
import { readText, textRow } from "./version-text-store";
import type { VersionDependencies } from "./versions";

export interface VersionToKeep {
  /** A new one where none is given; `conflict` when it is taken. */
  readonly id?: VersionId;
  readonly kind: VersionKind;
  readonly name?: string;
  readonly note?: string;
  readonly madeBy?: PersonId;
  readonly fromVersion?: VersionId;
  /** The stage that begins with it. */
  readonly stage?: Stage;
  /** What to keep instead of what is there now. */
  readonly snapshot?: VersionSnapshot;
  /** What is said of it on the speech's record, in the same transaction. */
  readonly entry?: (version: VersionSummary) => AnyEntry;
  /** What comes before all else in that transaction, before the speech is locked. */
  readonly first?: (queries: Queries) => Promise<void>;
  /** What is stored with it, in the same transaction. */
  readonly also?: (queries: Queries, version: VersionSummary) => Promise<void>;
}

/** Others may keep a version of the same speech at the same time; then it is begun anew. */
const ATTEMPTS = 5;

/**
 * Versions that nobody named aren't made twice of one text and its numbers: the latest is returned when it holds
 * what is there now, and for a signed one when it stays as long. A named one is the latest when it was just asked for.
 */
export async function keepVersion(
  dependencies: VersionDependencies,
  speechId: SpeechId,
  wanted: VersionToKeep,
): Promise<VersionSummary> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const kept = await tryToKeep(dependencies, speechId, wanted);
    if (kept !== null) return kept;
  }
  throw new AppError("conflict", "other versions kept coming in between");
}

async function tryToKeep(
  dependencies: VersionDependencies,
  speechId: SpeechId,
  wanted: VersionToKeep,
): Promise<VersionSummary | null> {
  const { database, texts, clock } = dependencies;
  const { latest, style } = await database.query(async (queries) => ({
    latest: await latestVersion(queries, speechId),
    style: await numberingStyleOf(queries, speechId),
  }));
  const snapshot = wanted.snapshot ?? (await texts.snapshot(speechId, latest?.state_vector ?? null));
  const hash = contentHash(snapshot.document);
  const sameText = latest?.content_hash === hash ? latest : undefined;
  const isSame = sameText?.numbering_style === style;
  if (
    sameText !== undefined &&
    isSame &&
    (mayStandFor(sameText.kind, wanted.kind) || isSentAgain(sameText, wanted, clock.now()))
  ) {
    return (await database.query((queries) => versionFor(queries, speechId, sameText.id))).summary;
  }
  // Everything slow comes before the transaction, which on SQLite keeps everybody else waiting.
  const { figures, shares } = await changesSince(dependencies, speechId, {
    latest,
    snapshot,
    // What others did before is in the version of what was replaced.
    isRestored: wanted.fromVersion !== undefined,
  });
  const isShared = sameText !== undefined && (await isStored(database, sameText.text_id, snapshot));
  const text = isShared ? null : await newText(database, speechId, snapshot, latest);
  const { characters, spokenUnits } = countDocument(snapshot.document);
  const id = wanted.id ?? newVersionId();

  return database.transaction(async (queries) => {
    await wanted.first?.(queries);
    await lockSpeech(queries, database.kind, speechId);
    if ((await latestVersion(queries, speechId))?.id !== latest?.id) return null;
    if ((await numberingStyleOf(queries, speechId)) !== style) return null;
    const now = Math.max(clock.now(), (latest?.created_at ?? 0) + 1);
    const stage = wanted.stage ?? null;
    const version = {
      id,
      speech_id: speechId,
      kind: wanted.kind,
      name: wanted.name ?? "",
      note: wanted.note ?? "",
      made_by: wanted.madeBy ?? null,
      from_version: wanted.fromVersion ?? null,
      stage,
      draft: stage === null ? null : (await draftsOf(queries, speechId, stage)) + 1,
      text_id: text?.id ?? sameText?.text_id ?? "",
      numbering_style: style,
      content_hash: hash,
      characters,
      spoken_units: spokenUnits,
      ...figures,
      state_vector: snapshot.stateVector,
      created_at: now,
    };
    await insertVersion(queries, version, text, shares);
    await thinVersions(queries, speechId);
    await forgetRestoredText(queries, speechId, now);
    const { summary } = await versionFor(queries, speechId, id);
    if (wanted.entry !== undefined) await appendEntry(queries, speechId, wanted.entry(summary));
    await wanted.also?.(queries, summary);
    return summary;
  });
}

/** Whether a version of the same text does: what stays for ever only for another that does. */
function mayStandFor(kept: VersionKind, wanted: VersionKind): boolean {
  return isThinned(wanted) || (wanted === "signed" && !isThinned(kept));
}

/** For this long whoever didn't hear that a version was kept, or brought back, may ask once more. */
export const SENT_AGAIN_MS = 5 * 60_000;

/** Whether this is the very version that somebody kept by hand, the answer to which got lost on the way. */
function isSentAgain(kept: VersionRow, { kind, name, note, madeBy }: VersionToKeep, now: number): boolean {
  return (
    kind === "named" &&
    kept.kind === kind &&
    kept.name === name &&
    kept.note === note &&
    kept.made_by === madeBy &&
    now - kept.created_at < SENT_AGAIN_MS
  );
}

/** Whether the text is stored just so: a comment's place in the same words makes it another one. */
async function isStored(database: Database, textId: string, { document }: VersionSnapshot): Promise<boolean> {
  return JSON.stringify(await readText(database, textId)) === JSON.stringify(document);
}

function newText(
  database: Database,
  speechId: SpeechId,
  snapshot: VersionSnapshot,
  latest: VersionRow | undefined,
): Promise<VersionTextsTable> {
  return textRow(database, speechId, snapshot, latest?.text_id ?? null);
}
