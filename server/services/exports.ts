/** Speeches as files. Decides access itself, from `actor`. */
import { proposersIn } from "@/core/document/proposers";
import type { DocumentNode } from "@/core/document/schema";
import type { ExportComparison, ExportNow, ExportReading, ExportRequest } from "@/core/export";
import type { PersonId, SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { paperPreset } from "@/core/paper/preset";
import type { ReadingSize } from "@/core/paper/reading-copy";
import type { Person } from "@/core/person";
import type { Database, Queries } from "../db/database";
import type { DocxContent, Exporter } from "../export/exporter";
import type { Typesetting } from "../export/typesetting";
import type { Clock } from "./clock";
import { contentHash } from "./content-hash";
import type { VersionTexts } from "./ports";
import { keepReadingSize, readReadingSize } from "./reading-sizes";
import { appendEntry } from "./record-rows";
import { lockSpeech, requireOnSpeech, type SpeechRow, speechFor } from "./speech-row";
import { readThreads } from "./thread-rows";
import { createTurns } from "./turns";
import { versionSide } from "./version-side";

export interface ExportedFile {
  /** Without an extension; as people read it. */
  readonly title: string;
  readonly bytes: Uint8Array;
}

export interface ExportService {
  /** On the record before anybody has the file; `too-many-requests` while too many are being made for them. */
  make(actor: Person, speechId: SpeechId, request: ExportRequest): Promise<ExportedFile>;
  /** What the reading copies of this speech's speaker were last set in. */
  readingSize(actor: Person, speechId: SpeechId): Promise<ReadingSize>;
}

export interface ExportDependencies {
  readonly database: Database;
  readonly texts: Pick<VersionTexts, "snapshot">;
  readonly exporter: Exporter;
  readonly typesetting: Pick<Typesetting, "reading">;
  readonly clock: Clock;
}

/** What a Word file is made of, and the text that it stands for. */
interface Source {
  readonly content: DocxContent;
  readonly text: DocumentNode;
}

/** A file and the text that it stands for. */
interface Made {
  readonly bytes: Uint8Array;
  readonly text: DocumentNode;
}

export function createExportService(dependencies: ExportDependencies): ExportService {
  const { database, texts, exporter, typesetting, clock } = dependencies;

  async function nowSource(speechId: SpeechId, { content, comments }: ExportNow): Promise<Source> {
    const { document } = await texts.snapshot(speechId, null);
    const { threads, names } = await database.query(async (queries) => ({
      threads: comments ? await readThreads(queries, speechId) : [],
      names: await namesOf(queries, [...proposersIn(document)]),
    }));
    const said = threads.filter((thread) => thread.comments.some(({ deleted }) => !deleted));
    return { content: { kind: content, document, names, threads: said }, text: document };
  }

  async function comparisonSource(speechId: SpeechId, { from, to }: ExportComparison): Promise<Source> {
    const before = await versionSide(dependencies, speechId, from);
    const after = await versionSide(dependencies, speechId, to);
    const at = after.summary?.createdAt ?? clock.now();
    const content = { kind: "comparison", before: before.document, after: after.document, at } as const;
    return { content, text: after.document };
  }

  async function wholeSpeech(row: SpeechRow, exportedAt: number): Promise<Made> {
    const { document } = await texts.snapshot(row.id, null);
    const { threads, names } = await database.query(async (queries) => {
      const threads = await readThreads(queries, row.id);
      const mentioned = threads.flatMap(({ comments }) => comments.flatMap(({ mentions }) => mentions));
      return { threads, names: await namesOf(queries, [...proposersIn(document), ...mentioned]) };
    });
    const speech = {
      title: row.title,
      speaker: row.speaker,
      occasion: row.occasion,
      dueOn: row.due_on,
      stage: row.stage,
      numberingStyle: row.numbering_style,
      charactersPerMinute: row.characters_per_minute,
    };
    const content = { exportedAt, speech, document, threads, names };
    return { bytes: await exporter.make({ format: "json", content }), text: document };
  }

  async function made(row: SpeechRow, request: ExportRequest, madeAt: number): Promise<Made> {
    const { id, title, numbering_style: numberingStyle } = row;
    if (request.format === "json") return wholeSpeech(row, madeAt);
    if (isReading(request)) {
      const { document: text } = await texts.snapshot(id, null);
      const { format, size } = request;
      const order = { format, size, document: text, numberingStyle, title, madeAt };
      return { bytes: (await typesetting.reading(order)).bytes, text };
    }
    if (!isPaper(request)) {
      const { document: text } = await texts.snapshot(id, null);
      const { format } = request;
      return { bytes: await exporter.make({ format, document: text, numberingStyle }), text };
    }
    const { format, style } = request;
    const { content, text } =
      request.content === "comparison" ? await comparisonSource(id, request) : await nowSource(id, request);
    const paper = paperPreset(style);
    return { bytes: await exporter.make({ format, content, paper, numberingStyle, title, madeAt }), text };
  }

  const inTurn = createTurns(LIMITS.exportsPerPerson);

  async function make(actor: Person, speechId: SpeechId, request: ExportRequest): Promise<ExportedFile> {
    const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
    requireExport(row, request);
    const at = clock.now();
    const { bytes, text } = await made(row, request, at);
    await database.transaction(async (queries) => {
      await lockSpeech(queries, database.kind, speechId);
      // Asked again: somebody may have been taken off the speech meanwhile.
      requireExport(await speechFor(queries, actor.id, speechId), request);
      if (isReading(request)) await keepReadingSize(queries, row.speaker, request.size);
      const facts = { ...request, contentHash: contentHash(text) };
      await appendEntry(queries, speechId, { kind: "export", facts, personId: actor.id, at });
    });
    return { title: row.title, bytes };
  }

  return {
    make: (actor, speechId, request) => inTurn(actor.id, () => make(actor, speechId, request)),
    readingSize: (actor, speechId) =>
      database.query(async (queries) => {
        const row = await speechFor(queries, actor.id, speechId);
        requireOnSpeech(row, "export");
        return readReadingSize(queries, row.speaker);
      }),
  };
}

const isReading = (request: ExportRequest): request is ExportReading =>
  "content" in request && request.content === "reading";
const isPaper = (request: ExportRequest): request is ExportNow | ExportComparison => "style" in request;

/** A reader is shown the text as it is, not how it comes about. */
function requireExport(row: SpeechRow, request: ExportRequest): void {
  requireOnSpeech(row, "export");
  const showsChanges = request.format === "json" || (isPaper(request) && request.content !== "clean");
  if (showsChanges) requireOnSpeech(row, "see-versions");
}

/** People's names by id. */
async function namesOf(queries: Queries, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom("people")
    .select(["id", "name"])
    .where("id", "in", [...new Set(ids)] as PersonId[])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
