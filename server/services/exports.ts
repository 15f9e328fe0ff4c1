/** Speeches as files. Decides access itself, from `actor`, for each speech. */
import type { DocumentNode } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import type {
  ExportComparison,
  ExportNow,
  ExportProgress,
  ExportReading,
  ExportRequest,
  ExportSeveral,
} from "@/core/export";
import { fileNames } from "@/core/file-names";
import type { SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { ReadingSize } from "@/core/paper/reading-copy";
import type { Person } from "@/core/person";
import type { RecordFacts } from "@/core/record";
import type { Queries } from "../db/database";
import type { Exporter } from "../export/exporter";
import type { Typesetting } from "../export/typesetting";
import { watermarkText } from "../export/watermark";
import { contentHash } from "./content-hash";
import { type ComparedVersions, paperSource, type SourceDependencies, wholeSource } from "./export-source";
import { paperOf } from "./house-styles";
import { keepReadingSize, readReadingSize } from "./reading-sizes";
import { appendEntry } from "./record-rows";
import { recordedVersion } from "./recorded-version";
import { lockSpeech, requireOnSpeech, type SpeechRow, speechFor } from "./speech-row";
import { createTurns } from "./turns";

export interface ExportedFile {
  /** Without an extension; as people read it. */
  readonly title: string;
  readonly bytes: Uint8Array;
}

export interface ExportedSeveral {
  /** A ZIP. */
  readonly bytes: Uint8Array;
  /** Those that aren't, or no longer, open to the person in this way. */
  readonly leftOut: readonly SpeechId[];
}

export interface ExportOptions {
  /** Aborted, the work ends and nothing is on the record. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined;
  /** By whose clock the file's times are; the server's when left out. */
  readonly timeZone?: string | undefined;
}

export interface ExportService {
  /** On the record before anybody has the file; `too-many-requests` while too many are being made for them. */
  make(
    actor: Person,
    speechId: SpeechId,
    request: ExportRequest,
    options?: ExportOptions,
  ): Promise<ExportedFile>;
  /** Each on its own speech's record. Fails as a single one does when none of them can be had. */
  makeSeveral(actor: Person, several: ExportSeveral, options?: ExportOptions): Promise<ExportedSeveral>;
  /** What the reading copies of this speech's speaker were last set in. */
  readingSize(actor: Person, speechId: SpeechId): Promise<ReadingSize>;
}

export interface ExportDependencies extends SourceDependencies {
  readonly exporter: Exporter;
  readonly typesetting: Pick<Typesetting, "reading">;
}

/** A file that is on nobody's record yet. */
interface Made {
  readonly speechId: SpeechId;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** The text that it stands for. */
  readonly text: DocumentNode;
  /** Of the office's own layout. */
  readonly styleName?: string | undefined;
  readonly compared?: ComparedVersions | undefined;
}

export function createExportService(dependencies: ExportDependencies): ExportService {
  const { database, texts, exporter, typesetting, clock } = dependencies;
  const inTurn = createTurns(LIMITS.exportsPerPerson);

  async function made(
    actor: Person,
    speechId: SpeechId,
    {
      request,
      options: { signal, onProgress, timeZone },
    }: { request: ExportRequest; options: ExportOptions },
  ): Promise<Made> {
    onProgress?.({ stage: "reading" });
    const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
    requireExport(row, request);
    const { title, numbering_style: numberingStyle } = row;
    const at = clock.now();
    const calling = {
      signal,
      onPlace: (ahead: number) =>
        onProgress?.(ahead === 0 ? { stage: "making" } : { stage: "waiting", ahead }),
    };
    if (request.format === "json") {
      const content = await wholeSource(dependencies, row, at);
      const bytes = await exporter.make({ format: "json", content }, calling);
      return { speechId, title, bytes, text: content.document };
    }
    if (isReading(request)) {
      const { document: text } = await texts.snapshot(speechId, null);
      const { format, size } = request;
      const watermark = request.watermark === true ? watermarkText(actor.name, at, timeZone) : null;
      const order = { format, size, document: text, numberingStyle, title, madeAt: at, watermark };
      return { speechId, title, bytes: (await typesetting.reading(order, calling)).bytes, text };
    }
    if (!isPaper(request)) {
      const { document: text } = await texts.snapshot(speechId, null);
      const order = { format: request.format, title, document: text, numberingStyle };
      return { speechId, title, bytes: await exporter.make(order, calling), text };
    }
    const { paper, styleName } = await database.query((queries) => paperOf(queries, request.style));
    const { text, compared, ...source } = await paperSource(dependencies, row, request);
    const watermark = request.watermark ? watermarkText(actor.name, at, timeZone) : null;
    const order = { format: request.format, ...source, paper, title, madeAt: at, timeZone, watermark };
    return { speechId, title, bytes: await exporter.make(order, calling), text, styleName, compared };
  }

  async function enter(actor: Person, request: ExportRequest, file: Made): Promise<void> {
    const { speechId, styleName, compared, text } = file;
    await database.transaction(async (queries) => {
      await lockSpeech(queries, database.kind, speechId);
      // Asked again: somebody may have been taken off the speech meanwhile.
      const row = await speechFor(queries, actor.id, speechId);
      requireExport(row, request);
      if (isReading(request)) await keepReadingSize(queries, row.speaker, request.size);
      const named = styleName === undefined ? {} : { styleName };
      const called = compared && { compared: await calledThen(queries, compared) };
      const facts = { ...request, ...named, ...called, contentHash: contentHash(text) };
      // When it is given out: an entry that was made while it was being typeset stands in front of it.
      const entry = { kind: "export", facts, personId: actor.id, at: clock.now() } as const;
      await appendEntry(queries, speechId, entry);
    });
  }

  async function make(
    actor: Person,
    speechId: SpeechId,
    { request, options }: { request: ExportRequest; options: ExportOptions },
  ): Promise<ExportedFile> {
    const file = await made(actor, speechId, { request, options });
    options.signal?.throwIfAborted();
    options.onProgress?.({ stage: "recording" });
    await enter(actor, request, file);
    return { title: file.title, bytes: file.bytes };
  }

  async function makeSeveral(
    actor: Person,
    { speeches, request, nameEnds = {} }: ExportSeveral,
    { signal, onProgress, timeZone }: ExportOptions,
  ): Promise<ExportedSeveral> {
    const files: Made[] = [];
    const refusals = new Map<SpeechId, unknown>();
    const leaveOut = (id: SpeechId) => (error: unknown) => {
      if (!isRefusal(error)) throw error;
      refusals.set(id, error);
      return null;
    };
    for (const [index, id] of speeches.entries()) {
      const part = { done: index, all: speeches.length };
      const options = {
        signal,
        timeZone,
        onProgress: (progress: ExportProgress) => onProgress?.({ ...progress, part }),
      };
      const file = await made(actor, id, { request, options }).catch(leaveOut(id));
      if (file !== null) files.push(file);
    }
    if (files.length === 0) throw [...refusals.values()][0];
    const all = await zipped(files, { request, nameEnds, signal });
    onProgress?.({ stage: "recording" });
    // Last of all: what is given up until now is on nobody's record.
    signal?.throwIfAborted();
    for (const file of files) await enter(actor, request, file).catch(leaveOut(file.speechId));
    const had = files.filter(({ speechId }) => !refusals.has(speechId));
    if (had.length === 0) throw [...refusals.values()][0];
    const bytes = had.length === files.length ? all : await zipped(had, { request, nameEnds });
    return { bytes, leftOut: [...refusals.keys()] };
  }

  function zipped(
    files: readonly Made[],
    {
      request,
      nameEnds,
      signal,
    }: Pick<Required<ExportSeveral>, "request" | "nameEnds"> & Pick<ExportOptions, "signal">,
  ): Promise<Uint8Array> {
    const names = fileNames(
      files.map(({ title }) => title),
      request.format,
      files.map(({ speechId }) => nameEnds[speechId] ?? ""),
    );
    const parts = files.map(({ bytes }, index) => ({ name: names[index] ?? "", bytes }));
    return exporter.make({ format: "zip", files: parts }, { signal });
  }

  return {
    make: (actor, speechId, request, options = {}) =>
      inTurn(actor.id, () => make(actor, speechId, { request, options })),
    makeSeveral: (actor, several, options = {}) =>
      inTurn(actor.id, () => makeSeveral(actor, several, options)),
    readingSize: (actor, speechId) =>
      database.query(async (queries) => {
        const row = await speechFor(queries, actor.id, speechId);
        requireOnSpeech(row, "export");
        return readReadingSize(queries, row.speaker);
      }),
  };
}

async function calledThen(
  queries: Queries,
  { from, to }: ComparedVersions,
): Promise<NonNullable<RecordFacts["export"]["compared"]>> {
  return {
    from: from && (await recordedVersion(queries, from)),
    to: to && (await recordedVersion(queries, to)),
  };
}

const isReading = (request: ExportRequest): request is ExportReading =>
  "content" in request && request.content === "reading";
const isPaper = (request: ExportRequest): request is ExportNow | ExportComparison => "style" in request;

const isRefusal = (error: unknown): boolean =>
  error instanceof AppError && (error.code === "not-found" || error.code === "forbidden");

/** A reader is shown the text as it is, not how it comes about. */
function requireExport(row: SpeechRow, request: ExportRequest): void {
  requireOnSpeech(row, "export");
  const showsChanges = request.format === "json" || (isPaper(request) && request.content !== "clean");
  if (showsChanges) requireOnSpeech(row, "see-versions");
}
