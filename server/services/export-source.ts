/** What a file is made of, read from the speech. Access is decided by whoever asks. */
import { proposersIn } from "@/core/document/proposers";
import type { DocumentNode } from "@/core/document/schema";
import type { ExportComparison, ExportNow } from "@/core/export";
import type { PersonId } from "@/core/ids";
import type { NumberingStyle } from "@/core/speech";
import type { SpeechFileContent } from "@/core/speech-file";
import type { VersionSummary } from "@/core/version";
import type { Database, Queries } from "../db/database";
import type { DocxContent } from "../export/exporter";
import { goesBackwards } from "./changers";
import type { Clock } from "./clock";
import { versionsForFile } from "./file-versions";
import type { VersionTexts } from "./ports";
import type { SpeechRow } from "./speech-row";
import { readThreads, readThreadsFor } from "./thread-rows";
import { versionSide } from "./version-side";

export interface SourceDependencies {
  readonly database: Database;
  readonly texts: Pick<VersionTexts, "snapshot">;
  readonly clock: Clock;
}

/** What a paper is made of, and the text that it stands for. */
export interface ExportSource {
  readonly content: DocxContent;
  readonly text: DocumentNode;
  /** How its headings are numbered: an earlier version's may be other than the speech's. */
  readonly numberingStyle: NumberingStyle;
  /** The two that are compared in it; null for the text as it is now. */
  readonly compared?: ComparedVersions;
}

export type ComparedVersions = Readonly<Record<"from" | "to", VersionSummary | null>>;

export async function paperSource(
  dependencies: SourceDependencies,
  row: SpeechRow,
  request: ExportNow | ExportComparison,
): Promise<ExportSource> {
  return request.content === "comparison"
    ? comparisonSource(dependencies, row, request)
    : nowSource(dependencies, row, request);
}

async function nowSource(
  { database, texts }: SourceDependencies,
  row: SpeechRow,
  { content, comments }: ExportNow,
): Promise<ExportSource> {
  const { id: speechId, numbering_style: numberingStyle } = row;
  const { document } = await texts.snapshot(speechId, null);
  const { threads, names } = await database.query(async (queries) => ({
    threads: comments ? await readThreadsFor(queries, row) : [],
    names: await namesOf(queries, [...proposersIn(document)]),
  }));
  const said = threads.filter((thread) => thread.comments.some(({ deleted }) => !deleted));
  return { content: { kind: content, document, names, threads: said }, text: document, numberingStyle };
}

async function comparisonSource(
  dependencies: SourceDependencies,
  { id: speechId, numbering_style: numberingStyleNow }: SpeechRow,
  { from, to, blackAndWhite }: ExportComparison,
): Promise<ExportSource> {
  const before = await versionSide(dependencies, speechId, from);
  const after = await versionSide(dependencies, speechId, to);
  const at = after.summary?.createdAt ?? dependencies.clock.now();
  const sides = { before: before.document, after: after.document };
  const numberingStyle = after.summary?.numberingStyle ?? numberingStyleNow;
  const oldNumberingStyle = before.summary?.numberingStyle ?? numberingStyleNow;
  const isBackwards = goesBackwards(before, after);
  const content = {
    kind: "comparison",
    ...sides,
    isBackwards,
    at,
    blackAndWhite,
    oldNumberingStyle,
  } as const;
  const compared = { from: before.summary, to: after.summary };
  return { content, text: after.document, numberingStyle, compared };
}

/** All of the speech that goes into a file of our own. `exportedAt`: epoch milliseconds. */
export async function wholeSource(
  { database, texts }: SourceDependencies,
  row: SpeechRow,
  exportedAt: number,
): Promise<SpeechFileContent> {
  const { document } = await texts.snapshot(row.id, null);
  const { proposers, names: makers, ...versions } = await versionsForFile(database, row.id);
  const { threads, names } = await database.query(async (queries) => {
    const threads = await readThreads(queries, row.id);
    const mentioned = threads.flatMap(({ comments }) => comments.flatMap(({ mentions }) => mentions));
    const ids = [...proposersIn(document), ...mentioned, ...proposers];
    return { threads, names: new Map([...(await namesOf(queries, ids)), ...makers]) };
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
  return { exportedAt, speech, document, threads, names, versions };
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
