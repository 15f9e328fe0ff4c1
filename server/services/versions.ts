/**
 * Versions of a speech: kept, listed, read, compared, brought back. Every method that somebody calls
 * decides access itself, from `actor`.
 */
import type { DocumentNode } from "@/core/document/schema";
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
import type { Database, Queries } from "../db/database";
import type { PassageFinder } from "../search/passage-finder";
import type { Clock } from "./clock";
import { compareVersions } from "./compare-versions";
import { contentHash } from "./content-hash";
import { keepVersion } from "./keep-version";
import { passageHistory } from "./passage-history";
import type { VersionTexts } from "./ports";
import { appendEntry, type NewEntry } from "./record-rows";
import { recordedVersion } from "./recorded-version";
import { isRecorded, restoredBefore } from "./repeated-restore";
import { lockSpeech, requireOnSpeech, requireOnText, requireUnlessArchived, speechFor } from "./speech-row";
import { readFormerBodies, readThreadIds, readThreads } from "./thread-rows";
import { createTurns } from "./turns";
import { isKept, latestVersion, listVersions, versionFor } from "./version-rows";
import { versionSide } from "./version-side";
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
   * Brings the text back, or some blocks of it. `before` is what was there, to go back to. `conflict` when
   * the text isn't the one any more that it was to be brought back from. Sent again while it is what came of it, it
   * is what it was and nothing more.
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

  const side = (speechId: SpeechId, ref: VersionRef) => versionSide(dependencies, speechId, ref);

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

    async restore(actor, speechId, versionId, { ifContentHash, ...what }) {
      const mayRestore = async (queries: Queries) =>
        requireOnText(await speechFor(queries, actor.id, speechId), "restore-version");
      await database.query(mayRestore);
      const onlyOnto =
        ifContentHash === undefined
          ? undefined
          : (document: DocumentNode) => contentHash(document) === ifContentHash;
      const madeBy = actor.id;
      const same = { speechId, personId: madeBy, versionId, blocks: what.blocks };
      if (onlyOnto !== undefined) {
        // Before anything is kept; asked once more as the text is changed.
        const { document } = await texts.snapshot(speechId, null);
        if (!onlyOnto(document)) {
          const asItIs = { ...same, contentHash: contentHash(document), now: clock.now() };
          const made = await database.query((queries) => restoredBefore(queries, asItIs));
          if (made === null) throw new AppError("conflict", "the text has changed since");
          return made;
        }
      }
      const version = await side(speechId, versionId);
      const kind = "before-change";
      const before = await keepVersion(dependencies, speechId, { kind, madeBy });
      const since = await database.query((queries) => versionFor(queries, speechId, before.id));
      const threads = await database.query((queries) => readThreadIds(queries, speechId));
      // Asked again: keeping what is there now takes a while.
      await database.query(mayRestore);
      const { replaced, restored } = await texts.restore(speechId, actor.id, {
        version: version.document,
        origins: version.origins,
        what,
        threads,
        since: since.row.state_vector,
        onlyOnto,
      });
      const hashes = {
        contentHash: contentHash(restored.document),
        replacedHash: contentHash(replaced.document),
      };
      // Others may type before and after: what was really replaced is what can be brought back, and what
      // came of it is what can be taken back.
      // On the record before anything else can go wrong.
      const made = await database.transaction(async (queries) => {
        await lockSpeech(queries, database.kind, speechId);
        const now = clock.now();
        const changesNothing = hashes.contentHash === hashes.replacedHash;
        if (changesNothing && (await isRecorded(queries, { ...same, ...hashes, now }))) {
          return restoredBefore(queries, { ...same, ...hashes, now });
        }
        const facts = {
          version: versionId,
          whole: what.blocks === undefined,
          ...(what.blocks && { blocks: what.blocks }),
          ...hashes,
          ...(version.summary && { restored: await recordedVersion(queries, version.summary) }),
        };
        await appendEntry(queries, speechId, { kind: "restore", facts, personId: madeBy, at: now });
        return null;
      });
      if (made !== null) return made;
      const kept = await keepVersion(dependencies, speechId, { kind, madeBy, snapshot: replaced });
      const after = await keepVersion(dependencies, speechId, {
        kind: "automatic",
        madeBy,
        fromVersion: versionId,
        snapshot: restored,
      });
      return { before: kept, after };
    },

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
