/** The record of a speech, to read and as a sheet. Others append to it where they act: record-rows.ts. */
import type { SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { messagesFor } from "@/core/messages/messages";
import type { Person } from "@/core/person";
import type { SpeechRecord } from "@/core/record";
import { type RecordSheetRequest, recordSheet } from "@/core/record-sheet";
import type { Database, Queries } from "../db/database";
import type { Typesetting } from "../export/typesetting";
import type { Clock } from "./clock";
import type { ExportedFile } from "./exports";
import { readRecord } from "./record-rows";
import { requireOnSpeech, speechFor } from "./speech-row";
import { createTurns } from "./turns";

export interface RecordService {
  read(actor: Person, speechId: SpeechId): Promise<SpeechRecord>;
  /** For the archive, as a PDF. `too-many-requests` while too many are being made for them. */
  sheet(
    actor: Person,
    speechId: SpeechId,
    request: RecordSheetRequest,
    options?: { readonly signal?: AbortSignal },
  ): Promise<ExportedFile>;
}

export interface RecordDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly typesetting: Pick<Typesetting, "record">;
}

export function createRecordService({ database, clock, typesetting }: RecordDependencies): RecordService {
  const inTurn = createTurns(LIMITS.exportsPerPerson);

  async function open(queries: Queries, actor: Person, speechId: SpeechId) {
    const row = await speechFor(queries, actor.id, speechId);
    requireOnSpeech(row, "see-versions");
    return { title: row.title, record: await readRecord(queries, speechId) };
  }

  return {
    read: (actor, speechId) =>
      database.query(async (queries) => (await open(queries, actor, speechId)).record),
    sheet: (actor, speechId, { locale, timeZone }, { signal } = {}) =>
      inTurn(actor.id, async () => {
        const { title, record } = await database.query((queries) => open(queries, actor, speechId));
        const messages = messagesFor(locale);
        const sheet = recordSheet(title, record, { messages, locale, timeZone });
        const madeAt = clock.now();
        const clockFace = new Intl.DateTimeFormat(locale, {
          dateStyle: "long",
          timeStyle: "short",
          timeZone,
        });
        const made = messages.record.made(actor.name, clockFace.format(madeAt));
        const { bytes } = await typesetting.record({ sheet, locale, made, madeAt }, { signal });
        return { title: `${sheet.title} ${sheet.subtitle}`, bytes };
      }),
  };
}
