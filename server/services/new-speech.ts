/** A new speech's rows. The callers decided access and put it on the record. */
import type { PersonId, SpeechId } from "@/core/ids";
import { firstStage } from "@/core/office-stages";
import type { NumberingStyle } from "@/core/speech";
import type { DatabaseKind, Queries } from "../db/database";
import { holdStages, readOfficeStages } from "./office-stages";
import { indexSpeech } from "./speech-search";

/** A speech's first text, made ready for the log and the home page. */
export interface FirstText {
  readonly update: Uint8Array;
  /** The Yjs client id it is written under; from now on its creator's. */
  readonly clientId: number;
  /** Of the shared document that holds just this. */
  readonly stateVector: Uint8Array;
  readonly characters: number;
  readonly spokenUnits: number;
  readonly numberingStyle: NumberingStyle;
}

export interface SpeechToInsert {
  readonly speech: {
    readonly id: SpeechId;
    readonly title: string;
    readonly speaker: string;
    readonly occasion: string;
    readonly dueOn: string | null;
    readonly charactersPerMinute: number;
  };
  /** Null for a blank one. */
  readonly first: FirstText | null;
  /** Becomes its chief. */
  readonly personId: PersonId;
  readonly now: number;
}

/** Until somebody sets another rate; a rate may be anything within CHARACTERS_PER_MINUTE (core/limits.ts). */
export const FIRST_CHARACTERS_PER_MINUTE = 200;
const EMPTY_TEXT = { characters: 0, spokenUnits: 0, numberingStyle: "nested" } as const;

export async function insertSpeech(
  queries: Queries,
  kind: DatabaseKind,
  { speech, first, personId, now }: SpeechToInsert,
): Promise<void> {
  const { id, dueOn, charactersPerMinute, ...names } = speech;
  const { characters, spokenUnits, numberingStyle } = first ?? EMPTY_TEXT;
  await holdStages(queries, kind, "as-they-are");
  await queries
    .insertInto("speeches")
    .values({
      id,
      ...names,
      due_on: dueOn,
      stage: firstStage(await readOfficeStages(queries)),
      numbering_style: numberingStyle,
      characters_per_minute: charactersPerMinute,
      characters,
      spoken_units: spokenUnits,
      archived: 0,
      last_seq: first === null ? 0 : 1,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await queries.insertInto("members").values({ speech_id: id, person_id: personId, role: "chief" }).execute();
  // Past the log's own thread, so that the speech never exists without its text. Nobody can have it
  // open yet.
  if (first !== null) {
    await queries.insertInto("updates").values({ speech_id: id, seq: 1, bytes: first.update }).execute();
    await queries
      .insertInto("client_bindings")
      .values({ speech_id: id, client_id: first.clientId, person_id: personId })
      .execute();
  }
  await indexSpeech(queries, kind, { id, ...names });
}
