/** Speeches as files, and the record of who made which. Decides access itself, from `actor`. */
import { createHash } from "node:crypto";
import { canonicalText } from "@/core/compare/canonical-document";
import { proposersIn } from "@/core/document/proposers";
import type { DocumentNode } from "@/core/document/schema";
import type { ExportRequest } from "@/core/export";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { SpeechRecord } from "@/core/record";
import type { Database, Queries } from "../db/database";
import type { Exporter } from "../export/exporter";
import type { Clock } from "./clock";
import type { VersionTexts } from "./ports";
import { appendEntry, readRecord } from "./record-rows";
import { lockSpeech, requireOnSpeech, speechFor } from "./speech-row";
import { readThreads } from "./thread-rows";

export interface ExportedFile {
  /** Without an extension; as people read it. */
  readonly title: string;
  readonly bytes: Uint8Array;
}

export interface ExportService {
  /** The text as it is now. On the record before anybody has the file. */
  docx(actor: Person, speechId: SpeechId, request: ExportRequest): Promise<ExportedFile>;
  record(actor: Person, speechId: SpeechId): Promise<SpeechRecord>;
}

export interface ExportDependencies {
  readonly database: Database;
  readonly texts: Pick<VersionTexts, "snapshot">;
  readonly exporter: Exporter;
  readonly clock: Clock;
}

export function createExportService({ database, texts, exporter, clock }: ExportDependencies): ExportService {
  return {
    async docx(actor, speechId, request) {
      const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
      requireOnSpeech(row, "export");
      // A reader is shown the text as it is, not how it comes about.
      if (request.content === "marked") requireOnSpeech(row, "see-versions");
      const { document } = await texts.snapshot(speechId, null);
      const { threads, names } = await database.query(async (queries) => ({
        threads: request.comments ? await readThreads(queries, speechId) : [],
        names: await namesIn(queries, document),
      }));
      const at = clock.now();
      const bytes = await exporter.docx({
        document,
        request,
        numberingStyle: row.numbering_style,
        title: row.title,
        names,
        // A clean copy may have lost a thread's words; the thread is kept all the same.
        threads: threads.filter(({ comments }) => comments.some(({ deleted }) => !deleted)),
        madeAt: at,
      });
      const contentHash = createHash("sha256").update(canonicalText(document)).digest("hex");
      await database.transaction(async (queries) => {
        await lockSpeech(queries, database.kind, speechId);
        // Asked again: somebody may have been taken off the speech meanwhile.
        requireOnSpeech(await speechFor(queries, actor.id, speechId), "export");
        const facts = { format: "docx" as const, ...request, contentHash };
        await appendEntry(queries, speechId, { kind: "export", facts, personId: actor.id, at });
      });
      return { title: row.title, bytes };
    },

    record: (actor, speechId) =>
      database.query(async (queries) => {
        requireOnSpeech(await speechFor(queries, actor.id, speechId), "see-versions");
        return readRecord(queries, speechId);
      }),
  };
}

/** The names of those who propose something in the document. */
async function namesIn(queries: Queries, document: DocumentNode): Promise<Map<string, string>> {
  const people = proposersIn(document);
  if (people.size === 0) return new Map();
  const rows = await queries
    .selectFrom("people")
    .select(["id", "name"])
    .where("id", "in", [...people] as PersonId[])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
