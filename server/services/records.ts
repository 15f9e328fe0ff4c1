/** The record of a speech, to read. Others append to it where they act: record-rows.ts. */
import type { SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { SpeechRecord } from "@/core/record";
import type { Database } from "../db/database";
import { readRecord } from "./record-rows";
import { requireOnSpeech, speechFor } from "./speech-row";

export interface RecordService {
  read(actor: Person, speechId: SpeechId): Promise<SpeechRecord>;
}

export function createRecordService(database: Database): RecordService {
  return {
    read: (actor, speechId) =>
      database.query(async (queries) => {
        requireOnSpeech(await speechFor(queries, actor.id, speechId), "see-versions");
        return readRecord(queries, speechId);
      }),
  };
}
