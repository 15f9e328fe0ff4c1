/**
 * Keeps a file's text as a version of a speech: a draft that comes back from elsewhere. The speech's own
 * text stays as it is; the version is compared with it and brought in, whole or in part, like any other.
 * Comments come in at once, on those of their words that the text has. The callers decided access; it is asked
 * again where something is stored, since comparing the texts takes a while.
 */
import { createHash } from "node:crypto";
import type { BlockOrigins } from "@/core/authors/origins";
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import type { ImportedText } from "@/core/import";
import type { VersionImport } from "@/core/import-requests";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import { assignPeople } from "@/core/review/assign-people";
import type { VersionSummary } from "@/core/version";
import type { Queries } from "../db/database";
import { settleAuthors } from "./import-people";
import { importedName } from "./imported-name";
import { insertImportedThreads } from "./imported-threads";
import { keepVersion } from "./keep-version";
import { insertOutsideAuthors } from "./outside-authors";
import type { LiveImports } from "./ports";
import { lockSpeech, requireOnText, speechFor } from "./speech-row";
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

export async function importVersion(
  dependencies: VersionImportDependencies,
  actor: Person,
  speechId: SpeechId,
  { text, bytes, request }: FileToKeep,
): Promise<VersionSummary> {
  const { database, texts, clock, live } = dependencies;
  const now = clock.now();
  const mayImport = async (queries: Queries) =>
    requireOnText(await speechFor(queries, actor.id, speechId), "make-version");
  const threads = request.comments ? text.threads : [];
  const { people, outside } = await database.query(async (queries) => {
    const { count } = await queries
      .selectFrom("threads")
      .where("speech_id", "=", speechId)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    if (Number(count) + threads.length > LIMITS.threadsPerSpeech) throw new AppError("too-large", "threads");
    return settleAuthors(queries, actor, text.authors, { chosen: request.people, speechId });
  });
  const document = assignPeople(text.document, people, now);

  // First what is there now: the version's figures are what the file changes in it.
  await keepVersion(dependencies, speechId, { kind: "automatic" });
  const { stateVector } = await texts.snapshot(speechId, null);
  const version = await keepVersion(dependencies, speechId, {
    kind: "imported",
    name: importedName(request.name),
    madeBy: actor.id,
    snapshot: {
      document,
      stateVector,
      come: [],
      origins: (document.content ?? []).map(() => NO_ORIGINS),
    },
    entry: ({ id, contentHash, createdAt }) => ({
      kind: "import",
      facts: {
        fileName: request.name,
        fileHash: createHash("sha256").update(bytes).digest("hex"),
        threads: threads.length,
        version: id,
        contentHash,
      },
      personId: actor.id,
      at: createdAt,
    }),
    also: mayImport,
  });
  // Marks without a thread are invisible; threads without their marks would have lost their place.
  if (threads.length > 0) await live.carry(speechId, actor.id, document);
  await database.transaction(async (queries) => {
    await lockSpeech(queries, database.kind, speechId);
    await mayImport(queries);
    await insertOutsideAuthors(queries, speechId, outside, now);
    await insertImportedThreads(queries, { speechId, threads, people, importedBy: actor.id, now });
  });
  if (threads.length > 0) live.changed(speechId);
  return version;
}
