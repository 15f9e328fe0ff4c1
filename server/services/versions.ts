/**
 * Versions of a speech: kept, listed, read, compared, brought back. Every method that somebody calls
 * decides access itself, from `actor`.
 */
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId, VersionId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import type { Thread } from "@/core/review/thread";
import { threadsAsOf } from "@/core/review/threads-as-of";
import {
  isThinned,
  type PassageHistory,
  type Version,
  type VersionComparison,
  type VersionRef,
  type VersionSummary,
} from "@/core/version";
import type { NewVersion, Restore, VersionChange } from "@/core/version-requests";
import type { Comparer } from "../compare/comparer";
import type { Database } from "../db/database";
import type { PassageFinder } from "../search/passage-finder";
import type { Clock } from "./clock";
import { compareVersions } from "./compare-versions";
import { contentHash } from "./content-hash";
import { keepVersion } from "./keep-version";
import { passageHistory } from "./passage-history";
import type { VersionTexts } from "./ports";
import { appendEntry, type NewEntry } from "./record-rows";
import { restoreVersion } from "./restore-version";
import { serialRuns } from "./serial-runs";
import { lockSpeech, requireOnSpeech, requireOnText, requireUnlessArchived, speechFor } from "./speech-row";
import { readFormerBodies, readThreads } from "./thread-rows";
import { createTurns } from "./turns";
import { isKept, latestVersion, listVersions, versionFor } from "./version-rows";
import { readText } from "./version-text-store";

export interface VersionService {
  /** Newest first. */
  list(actor: Person, speechId: SpeechId): Promise<readonly VersionSummary[]>;
  read(actor: Person, speechId: SpeechId, versionId: VersionId): Promise<Version>;
  /** The threads as they stood when the version was kept; their places are the marks in its text. */
  threads(actor: Person, speechId: SpeechId, versionId: VersionId): Promise<readonly Thread[]>;
  /** Keeps the text as it is now under a name. */
  create(actor: Person, speechId: SpeechId, input: NewVersion): Promise<VersionSummary>;
  /**
   * Names a version that made itself, so that it is never thinned, or names one anew. What isn't given stays; one that
   * made itself needs a name. The note of a stage's version is what was expected in that stage: `forbidden` with
   * another one.
   */
  name(
    actor: Person,
    speechId: SpeechId,
    versionId: VersionId,
    change: VersionChange,
  ): Promise<VersionSummary>;
  compare(
    actor: Person,
    speechId: SpeechId,
    from: VersionRef,
    to: VersionRef,
    options?: CompareOptions,
  ): Promise<VersionComparison>;
  /** When this passage was in the text, and who wrote it; over all versions and the text as it is now. */
  search(actor: Person, speechId: SpeechId, passage: string): Promise<PassageHistory>;
  /**
   * Brings the text back, or some blocks of it. `before` is what was there, to go back to. With `ifContentHash`, for
   * taking a restoring back, what others wrote since that stays: `conflict` when it wasn't the speech's last, or is a
   * day ago. Sent again while it is what came of it, it is what it was and nothing more; so is taking back, whatever
   * others have written on.
   */
  restore(actor: Person, speechId: SpeechId, versionId: VersionId, what: Restore): Promise<Restored>;
  /** Keeps the text before its editor changes much of it at once: an import, all suggestions accepted. */
  keepBeforeChange(actor: Person, speechId: SpeechId): Promise<VersionSummary>;
  /** For the rooms: keeps the text that this person took much out of, whole, as one Yjs update. */
  keepBeforeRemoval(speechId: SpeechId, personId: PersonId, before: Uint8Array): Promise<void>;
  /** For the rooms: keeps the text after a pause, unless it is what the latest version holds. */
  keepAfterPause(speechId: SpeechId): Promise<void>;
}

export interface CompareOptions {
  /** Both with all their suggestions accepted, as they are signed and exported: unless it is false. */
  readonly accepted?: boolean;
}

export interface Restored {
  readonly before: VersionSummary;
  readonly after: VersionSummary;
}

export interface VersionDependencies {
  readonly database: Database;
  readonly texts: VersionTexts;
  readonly comparer: Comparer;
  readonly passages: PassageFinder;
  readonly clock: Clock;
}

export function createVersionService(dependencies: VersionDependencies): VersionService {
  const { database, texts, clock } = dependencies;
  const inTurn = createTurns(LIMITS.comparisonsPerPerson);

  async function requireSight(actor: Person, speechId: SpeechId) {
    const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
    requireOnSpeech(row, "see-versions");
    return row;
  }

  // Each reads first which restoring was the last, and changes the text long after. Sent again while the first is
  // under way, it comes to what that came to, where nobody writes in between.
  const restoring = serialRuns<SpeechId>();

  return {
    async list(actor, speechId) {
      await requireSight(actor, speechId);
      return database.query((queries) => listVersions(queries, speechId));
    },

    async read(actor, speechId, versionId) {
      await requireSight(actor, speechId);
      const { row, summary } = await database.query((queries) => versionFor(queries, speechId, versionId));
      return { ...summary, document: await readText(database, row.text_id) };
    },

    async threads(actor, speechId, versionId) {
      await requireSight(actor, speechId);
      return database.query(async (queries) => {
        const { row } = await versionFor(queries, speechId, versionId);
        const threads = await readThreads(queries, speechId);
        return threadsAsOf(threads, row.created_at, await readFormerBodies(queries, speechId));
      });
    },

    async create(actor, speechId, input) {
      const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
      requireOnText(row, "make-version");
      return keepVersion(dependencies, speechId, {
        kind: "named",
        ...input,
        madeBy: actor.id,
        entry: (version) => namedEntry(actor, version, version.createdAt),
        // Asked again: comparing it with the one before takes a while.
        also: async (queries) => requireOnText(await speechFor(queries, actor.id, speechId), "make-version"),
      });
    },

    async name(actor, speechId, versionId, change) {
      return database.transaction(async (queries) => {
        await lockSpeech(queries, database.kind, speechId);
        requireUnlessArchived(await speechFor(queries, actor.id, speechId), "make-version");
        const { row } = await versionFor(queries, speechId, versionId);
        const { name = row.name, note = row.note } = change;
        // What a stage began with was said by whoever moved it, and stays said.
        if (row.kind === "stage" && note !== row.note) throw new AppError("forbidden");
        // What stays for ever stays what it is; naming it only says more about it.
        const kind = isThinned(row.kind) ? "named" : row.kind;
        if (kind === "named" && name === "")
          throw new AppError("invalid-input", "no name", { name: "required" });
        await queries.updateTable("versions").set({ name, note, kind }).where("id", "=", row.id).execute();
        const { summary } = await versionFor(queries, speechId, versionId);
        if (name !== row.name || note !== row.note) {
          await appendEntry(queries, speechId, namedEntry(actor, summary, clock.now()));
        }
        return summary;
      });
    },

    async compare(actor, speechId, from, to, { accepted = true } = {}) {
      const { numbering_style: numberingStyle } = await requireSight(actor, speechId);
      const request = { from, to, accepted, numberingStyle };
      return inTurn(actor.id, () => compareVersions(dependencies, speechId, request));
    },

    async search(actor, speechId, passage) {
      await requireSight(actor, speechId);
      return inTurn(actor.id, () => passageHistory(dependencies, speechId, passage));
    },

    restore: (actor, speechId, versionId, what) =>
      restoring(speechId, () =>
        restoreVersion(dependencies, { ...what, speechId, versionId, personId: actor.id }),
      ),

    async keepBeforeChange(actor, speechId) {
      const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
      requireOnText(row, "edit");
      return keepVersion(dependencies, speechId, { kind: "before-change", madeBy: actor.id });
    },

    async keepBeforeRemoval(speechId, personId, before) {
      const latest = await database.query((queries) => latestVersion(queries, speechId));
      const snapshot = texts.snapshotOf(before, latest?.state_vector ?? null);
      const hash = contentHash(snapshot.document);
      const since = clock.now() - JUST_NOW_MS;
      if (await database.query((queries) => isKept(queries, speechId, { hash, since }))) return;
      await keepVersion(dependencies, speechId, { kind: "before-change", madeBy: personId, snapshot });
    },

    async keepAfterPause(speechId) {
      await keepVersion(dependencies, speechId, { kind: "automatic" });
    },
  };
}

/** Bringing back a version, or deciding all suggestions, has had the text kept already. */
const JUST_NOW_MS = 60_000;

function namedEntry(actor: Person, version: VersionSummary, at: number): NewEntry<"version"> {
  const { id, name, contentHash } = version;
  return { kind: "version", facts: { version: id, name, contentHash }, personId: actor.id, at };
}
