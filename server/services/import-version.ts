/**
 * Keeps a file's text as a version of a speech: a draft that comes back from elsewhere. The speech's own
 * text stays as it is; the version is compared with it and brought in, whole or in part, like any other.
 * Comments come in at once, on those of their words that the text has. The callers decided access; it is asked
 * again where something is stored, since comparing the texts takes a while.
 */
import { createHash } from "node:crypto";
import type { BlockOrigins } from "@/core/authors/origins";
import { AppError } from "@/core/errors";
import { newVersionId, type SpeechId, type VersionId, versionIdSchema } from "@/core/ids";
import type { ImportedText } from "@/core/import";
import type { VersionImport } from "@/core/import-requests";
import type { Person } from "@/core/person";
import { assignPeople } from "@/core/review/assign-people";
import type { VersionSummary } from "@/core/version";
import type { Queries } from "../db/database";
import { settleAuthors } from "./import-people";
import { importedName } from "./imported-name";
import { insertImportedThreads, requireRoom } from "./imported-threads";
import { keepVersion } from "./keep-version";
import { askedId } from "./made-once";
import { insertOutsideAuthors } from "./outside-authors";
import type { LiveImports } from "./ports";
import { requireOnText, speechFor } from "./speech-row";
import { versionFor } from "./version-rows";
import type { VersionDependencies } from "./versions";

export interface VersionImportDependencies extends VersionDependencies {
  readonly live: LiveImports;
}

interface FileToKeep {
  readonly text: ImportedText;
  readonly bytes: Uint8Array;
  readonly request: VersionImport;
}

/** Nobody here wrote it. */
const NO_ORIGINS: BlockOrigins = { letters: [], nodes: [], looks: [] };

/** The same file and wishes of the same person with the same `key` again are the same version, with its threads. */
export async function importVersion(
  dependencies: VersionImportDependencies,
  actor: Person,
  speechId: SpeechId,
  { text, bytes, request }: FileToKeep,
): Promise<VersionSummary> {
  const { key, ...wanted } = request;
  const fileHash = createHash("sha256").update(bytes).digest("hex");
  const file = { text, request, fileHash };
  if (key === undefined) return importOnce(dependencies, actor, speechId, { ...file, id: newVersionId() });
  const id = versionIdSchema.parse(askedId(actor.id, key, [speechId, wanted, fileHash]));
  const made = () => dependencies.database.query((queries) => madeBefore(queries, speechId, id));
  const before = await made();
  if (before !== null) return before;
  try {
    return await importOnce(dependencies, actor, speechId, { ...file, id });
  } catch (error) {
    // Asked twice in one moment, the second finds the first one's version only as it stores its own.
    const isTwin = error instanceof AppError && error.code === "conflict";
    const twin = isTwin ? await made() : null;
    if (twin === null) throw error;
    return twin;
  }
}

async function madeBefore(
  queries: Queries,
  speechId: SpeechId,
  id: VersionId,
): Promise<VersionSummary | null> {
  const row = await queries.selectFrom("versions").select("id").where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : (await versionFor(queries, speechId, id)).summary;
}

interface VersionToImport extends Omit<FileToKeep, "bytes"> {
  readonly id: VersionId;
  readonly fileHash: string;
}

async function importOnce(
  dependencies: VersionImportDependencies,
  actor: Person,
  speechId: SpeechId,
  { id, text, request, fileHash }: VersionToImport,
): Promise<VersionSummary> {
  const { database, texts, clock, live } = dependencies;
  const now = clock.now();
  const mayImport = async (queries: Queries) =>
    requireOnText(await speechFor(queries, actor.id, speechId), "make-version");
  // The speech's own suggestions and directives have ids of their own; a file isn't to name what is said of them.
  const threads = request.comments ? text.threads.map((each) => ({ ...each, suggestion: null })) : [];
  const { people, outside } = await database.query(async (queries) => {
    await requireRoom(queries, speechId, threads);
    return settleAuthors(queries, actor, text.authors, { chosen: request.people, speechId });
  });
  const document = assignPeople(text.document, people, now);

  // First what is there now: the version's figures are what the file changes in it.
  await keepVersion(dependencies, speechId, { kind: "automatic" });
  const { stateVector } = await texts.snapshot(speechId, null);
  if (threads.length > 0) {
    await database.query(mayImport);
    // Marks without a thread are invisible; threads without their marks would have lost their place.
    await live.carry(speechId, actor.id, document);
  }
  const version = await keepVersion(dependencies, speechId, {
    id,
    kind: "imported",
    name: importedName(request.name),
    madeBy: actor.id,
    snapshot: {
      document,
      stateVector,
      come: [],
      origins: (document.content ?? []).map(() => NO_ORIGINS),
    },
    entry: ({ contentHash, createdAt }) => ({
      kind: "import",
      facts: {
        fileName: request.name,
        fileHash,
        threads: threads.length,
        version: id,
        contentHash,
      },
      personId: actor.id,
      at: createdAt,
    }),
    // All of it or nothing: comments that came in twice could be deleted by nobody, since their authors aren't here.
    also: async (queries, { createdAt: cameAt }) => {
      await mayImport(queries);
      await insertOutsideAuthors(queries, speechId, outside, now);
      // The speech's versions from before, the one of what was there just now too, are shown without them.
      const store = { speechId, threads, people, importedBy: actor.id, now, cameAt };
      await insertImportedThreads(queries, store);
    },
  });
  if (threads.length > 0) live.changed(speechId);
  return version;
}
