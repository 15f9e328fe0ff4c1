/** Files that become speeches or versions of one. Decides access itself, from `actor`. */
import { createHash } from "node:crypto";
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import { ImportError, type ImportedSettings, type ImportFinding } from "@/core/import";
import { nameWithoutEnding } from "@/core/import-format";
import type {
  FileComparison,
  FileComparisonRequest,
  ImportPreview,
  SpeechImport,
  VersionImport,
} from "@/core/import-requests";
import { LIMITS } from "@/core/limits";
import { oneLine } from "@/core/one-line";
import type { Person } from "@/core/person";
import { assignPeople } from "@/core/review/assign-people";
import type { SpeechSummary } from "@/core/speech";
import { NO_VERSIONS } from "@/core/speech-file-versions";
import type { VersionSummary } from "@/core/version";
import type { FileReader } from "../import/file-reader";
import type { ReadFile } from "../import/read-file";
import { compareFile } from "./compare-file";
import { contentHash } from "./content-hash";
import { matchAuthors, settleAuthors } from "./import-people";
import { importVersion, type VersionImportDependencies } from "./import-version";
import { insertImportedThreads } from "./imported-threads";
import { insertVersions, versionRows } from "./imported-versions";
import { askedSpeech, madeOnce } from "./made-once";
import { FIRST_CHARACTERS_PER_MINUTE, type FirstText, insertSpeech } from "./new-speech";
import { requireInOffice } from "./office-access";
import { insertOutsideAuthors } from "./outside-authors";
import type { LiveRooms } from "./ports";
import { appendEntry } from "./record-rows";
import { requireOnSpeech, requireOnText, type SpeechRow, speechFor, summaryOf } from "./speech-row";
import { createTurns } from "./turns";

/** A file as it arrived; an aborted signal stops reading it. */
export interface UploadedFile {
  readonly bytes: Uint8Array;
  readonly signal: AbortSignal;
}

export interface ImportService {
  /** What the file would become; with a speech, as a version of it. Nothing is kept. */
  preview(
    actor: Person,
    file: UploadedFile,
    request: Pick<SpeechImport, "name" | "encoding" | "timeZone"> & {
      readonly speech?: SpeechId | undefined;
    },
  ): Promise<ImportPreview>;
  /** The actor becomes its chief. The same file and wishes with the same `key` again are the same speech. */
  createSpeech(actor: Person, file: UploadedFile, request: SpeechImport): Promise<SpeechSummary>;
  /** Kept beside the speech's own text, which stays as it is. Likewise once for one `key`. */
  createVersion(
    actor: Person,
    speechId: SpeechId,
    file: UploadedFile,
    request: VersionImport,
  ): Promise<VersionSummary>;
  /** `not-found` for a version that the speech doesn't have. Nothing is kept. */
  compare(
    actor: Person,
    speechId: SpeechId,
    file: UploadedFile,
    request: FileComparisonRequest,
  ): Promise<FileComparison>;
}

export interface ImportDependencies extends VersionImportDependencies {
  readonly rooms: Pick<LiveRooms, "present">;
  readonly reader: FileReader;
  /** Throws RangeError for a document that doesn't fit the schema. */
  readonly firstText: (text: Pick<ReadFile["text"], "document" | "numberingStyle">) => FirstText;
}

const NO_SETTINGS: ImportedSettings = {
  speaker: "",
  occasion: "",
  dueOn: null,
  charactersPerMinute: FIRST_CHARACTERS_PER_MINUTE,
};

/** Every method throws `unreadable-file`, with an ImportProblem as its field `file`. */
export function createImportService(dependencies: ImportDependencies): ImportService {
  const { database, clock, rooms, reader, firstText } = dependencies;
  const inTurn = createTurns(LIMITS.importsPerPerson);

  async function read(
    { bytes, signal }: UploadedFile,
    { name, encoding, timeZone }: Pick<SpeechImport, "name" | "encoding" | "timeZone">,
  ): Promise<ReadFile> {
    try {
      return await reader.read({ bytes, name, encoding: encoding ?? null, timeZone }, signal);
    } catch (error) {
      // Nobody waits for an answer any more; this only keeps it from being taken for a fault.
      if (signal.aborted) throw new AppError("invalid-input", "the sender left");
      if (!(error instanceof ImportError)) throw error;
      throw new AppError("unreadable-file", error.message, { file: error.problem });
    }
  }

  async function requireVersion(actor: Person, speechId: SpeechId): Promise<void> {
    const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
    requireOnText(row, "make-version");
  }

  async function requireSight(actor: Person, speechId: SpeechId): Promise<SpeechRow> {
    const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
    requireOnSpeech(row, "see-versions");
    return row;
  }

  return {
    preview: (actor, file, request) =>
      inTurn(actor.id, async () => {
        const { speech = null } = request;
        if (speech === null) requireInOffice(actor, "create-speech");
        else await requireVersion(actor, speech);
        const { text, format, encoding } = await read(file, request);
        const people = await database.query((queries) => matchAuthors(queries, actor, text.authors, speech));
        const title = text.title ?? nameWithoutEnding(request.name);
        const { versions = NO_VERSIONS, ...shown } = text;
        const count = versions.list.length;
        const left: ImportFinding[] =
          speech === null || count === 0 ? [] : [{ kind: "version", count, where: [] }];
        return {
          ...{ ...shown, ...people, format, encoding, title },
          findings: [...text.findings, ...left],
          versions: speech === null ? count : 0,
        };
      }),

    createSpeech: (actor, file, request) =>
      inTurn(actor.id, async () => {
        requireInOffice(actor, "create-speech");
        const { text } = await read(file, request);
        const { key, ...wanted } = request;
        const fileHash = createHash("sha256").update(file.bytes).digest("hex");
        const asked = askedSpeech(actor.id, key, [wanted, fileHash]);
        const { id } = asked;
        const now = clock.now();
        const { people, outside } = await database.query((queries) =>
          settleAuthors(queries, actor, text.authors, { chosen: request.people, speechId: null }),
        );
        const document = assignPeople(text.document, people, now);
        const first = firstText({ document, numberingStyle: text.numberingStyle });
        if (first.update.length > LIMITS.documentBytes) throw new AppError("too-large", "the text");
        const line = (words: string) => oneLine(words, LIMITS.titleCharacters);
        const title = request.title || line(text.title ?? "") || line(nameWithoutEnding(request.name));
        const { speaker, occasion, ...settings } = text.settings ?? NO_SETTINGS;
        const speech = { ...settings, id, title, speaker: line(speaker), occasion: line(occasion) };
        const { stateVector } = first;
        const { numberingStyle } = text;
        const store = { speechId: id, people, importedBy: actor.id, now, stateVector, numberingStyle };
        const versions = await versionRows(text.versions ?? NO_VERSIONS, store);
        const row = await madeOnce(database, asked, async (queries) => {
          await insertSpeech(queries, database.kind, { speech, first, personId: actor.id, now });
          await insertOutsideAuthors(queries, id, outside, now);
          const { threads } = text;
          await insertImportedThreads(queries, { speechId: id, threads, people, importedBy: actor.id, now });
          await insertVersions(queries, versions);
          const facts = {
            fileName: request.name,
            fileHash,
            threads: threads.length,
            version: null,
            contentHash: contentHash(document),
          };
          await appendEntry(queries, id, { kind: "import", facts, personId: actor.id, at: now });
        });
        return summaryOf(row, rooms);
      }),

    createVersion: (actor, speechId, file, request) =>
      inTurn(actor.id, async () => {
        await requireVersion(actor, speechId);
        const { text } = await read(file, request);
        // Asked again: reading took a while.
        await requireVersion(actor, speechId);
        return importVersion(dependencies, actor, speechId, { text, bytes: file.bytes, request });
      }),

    compare: (actor, speechId, file, request) =>
      inTurn(actor.id, async () => {
        await requireSight(actor, speechId);
        const { text, encoding } = await read(file, request);
        // Asked again: reading took a while.
        const { numbering_style: numberingStyle } = await requireSight(actor, speechId);
        const compared = await compareFile(dependencies, speechId, { text, request, numberingStyle });
        return { compared, findings: text.findings, encoding };
      }),
  };
}
