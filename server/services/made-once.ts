/**
 * Speeches, and versions from files, that are asked for again because the answer to the first request was lost: the
 * same request of the same person is the same one. It isn't the page's to choose an id: whoever chose that of another's
 * would hear that there is one.
 */
import { createHash } from "node:crypto";
import { AppError } from "@/core/errors";
import { newSpeechId, type PersonId, type SpeechId, speechIdSchema } from "@/core/ids";
import { TIME_SYMBOLS } from "@/core/new-id";
import type { Database, Queries } from "../db/database";
import { type SpeechRow, speechFor } from "./speech-row";

export interface AskedSpeech {
  readonly id: SpeechId;
  readonly personId: PersonId;
  /** Whether it may have been made already. */
  readonly again: boolean;
}

/** Hexadecimal ones of an id, behind those that tell its time: 64 bits. */
const HASH_SYMBOLS = 16;

/**
 * The id, not branded yet, of what a person asks for.
 *
 * @param key the page's for what it asks for, the same each time it asks
 * @param asked all that it is made of, as JSON: with anything changed it is another one
 */
export function askedId(personId: PersonId, key: string, asked: unknown): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([personId, key, asked]))
    .digest("hex");
  return key.slice(0, TIME_SYMBOLS) + hash.slice(0, HASH_SYMBOLS);
}

/** As askedId(); without a key every request is another speech. */
export function askedSpeech(personId: PersonId, key: string | undefined, asked: unknown): AskedSpeech {
  if (key === undefined) return { id: newSpeechId(), personId, again: false };
  return { id: speechIdSchema.parse(askedId(personId, key, asked)), personId, again: true };
}

/** The row of the speech that `make` makes in one transaction, or made before. */
export async function madeOnce(
  database: Database,
  { id, personId, again }: AskedSpeech,
  make: (queries: Queries) => Promise<void>,
): Promise<SpeechRow> {
  const isThere = async (queries: Queries) =>
    (await queries.selectFrom("speeches").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
  try {
    return await database.transaction(async (queries) => {
      if (!again || !(await isThere(queries))) await make(queries);
      return speechFor(queries, personId, id);
    });
  } catch (error) {
    // Asked twice in one moment, the second finds the first one's rows only as it stores its own.
    const isTwin = again && error instanceof AppError && error.code === "conflict";
    if (!isTwin || !(await database.query(isThere))) throw error;
    return database.query((queries) => speechFor(queries, personId, id));
  }
}
