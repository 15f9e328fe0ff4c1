/** A speech's record in the database: a chain of hashes, appended to inside the caller's transaction. */
import { createHash } from "node:crypto";
import type { Selectable } from "kysely";
import type { PersonId, SpeechId } from "@/core/ids";
import type { RecordEntry, RecordFacts, RecordKind, SpeechRecord } from "@/core/record";
import type { Queries } from "../db/database";
import type { RecordEntriesTable } from "../db/tables";

/** What the first entry is chained to. */
const BEGINNING = "";

export interface NewEntry<Kind extends RecordKind> {
  readonly kind: Kind;
  readonly facts: RecordFacts[Kind];
  readonly personId: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
}

export type AnyEntry = { readonly [Kind in RecordKind]: NewEntry<Kind> }[RecordKind];

/** Call it with the speech locked (lockSpeech), so that entries take turns. */
export async function appendEntry<Kind extends RecordKind>(
  queries: Queries,
  speechId: SpeechId,
  { kind, facts, personId, at }: NewEntry<Kind>,
): Promise<void> {
  const last = await queries
    .selectFrom("record_entries")
    .select(["number", "hash"])
    .where("speech_id", "=", speechId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const { name } = await queries
    .selectFrom("people")
    .select("name")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  const entry = {
    speech_id: speechId,
    number: (last?.number ?? 0) + 1,
    kind,
    facts: JSON.stringify(facts),
    person_id: personId,
    person_name: name,
    created_at: at,
  };
  const hash = hashOf(entry, last?.hash ?? BEGINNING);
  await queries
    .insertInto("record_entries")
    .values({ ...entry, hash })
    .execute();
  const head = { entries: entry.number, hash };
  await queries
    .insertInto("record_heads")
    .values({ speech_id: speechId, ...head })
    .onConflict((conflict) => conflict.column("speech_id").doUpdateSet(head))
    .execute();
}

/** The last entry of this kind, by whom and when it was made; null when there is none. */
export async function lastEntry<Kind extends RecordKind>(
  queries: Queries,
  speechId: SpeechId,
  kind: Kind,
): Promise<NewEntry<Kind> | null> {
  const row = await queries
    .selectFrom("record_entries")
    .where("speech_id", "=", speechId)
    .where("kind", "=", kind)
    .orderBy("number", "desc")
    .limit(1)
    .select(["person_id", "facts", "created_at"])
    .executeTakeFirst();
  if (row === undefined) return null;
  // As appendEntry() wrote them, of that kind.
  return { kind, facts: JSON.parse(row.facts), personId: row.person_id, at: row.created_at };
}

export async function readRecord(queries: Queries, speechId: SpeechId): Promise<SpeechRecord> {
  // Its end before its entries: what is appended in between comes behind it.
  const head = await queries
    .selectFrom("record_heads")
    .selectAll()
    .where("speech_id", "=", speechId)
    .executeTakeFirst();
  const rows = await queries
    .selectFrom("record_entries")
    .innerJoin("people", "people.id", "record_entries.person_id")
    .where("speech_id", "=", speechId)
    .orderBy("number")
    .selectAll("record_entries")
    .select("people.name")
    .execute();
  let previous = BEGINNING;
  let brokenAt: number | null = null;
  for (const [index, row] of rows.entries()) {
    if (row.number !== index + 1 || row.hash !== hashOf(row, previous)) brokenAt ??= index + 1;
    previous = row.hash;
  }
  if (head === undefined || endOf(rows, head.entries) !== head.hash) {
    // Cut off at its end, a chain fits together.
    brokenAt ??= Math.min(rows.length, head?.entries ?? rows.length) + 1;
  }
  return { entries: rows.map(entryOf), brokenAt };
}

/** The hash that a record ends with after so many entries; undefined when it hasn't so many. */
function endOf(rows: readonly Pick<RecordEntriesTable, "hash">[], entries: number): string | undefined {
  return entries === 0 ? BEGINNING : rows[entries - 1]?.hash;
}

/** An array, since its order is the same everywhere. */
function hashOf(row: Omit<Selectable<RecordEntriesTable>, "hash">, previous: string): string {
  const { speech_id, number, kind, facts, person_id, person_name, created_at } = row;
  const parts = [previous, speech_id, number, kind, facts, person_id, created_at];
  const text = JSON.stringify(person_name === null ? parts : [...parts, person_name]);
  return createHash("sha256").update(text).digest("hex");
}

function entryOf(row: Selectable<RecordEntriesTable> & { readonly name: string }): RecordEntry {
  return {
    number: row.number,
    kind: row.kind,
    facts: factsOf(row),
    person: { id: row.person_id, name: row.person_name ?? row.name },
    at: row.created_at,
    hash: row.hash,
  } as RecordEntry; // appendEntry() wrote kind and facts together
}

/** Entries stay as they were written, or the chain would break; what has another name today gets it here. */
function factsOf(row: Selectable<RecordEntriesTable>): unknown {
  const facts = JSON.parse(row.facts);
  if (row.kind !== "export" || facts.preset === undefined) return facts;
  const { preset: style, ...rest } = facts;
  return { ...rest, style };
}
