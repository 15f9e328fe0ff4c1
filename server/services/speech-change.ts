/** Changing what a speech is called, its settings, and whether it's archived. */
import type { Updateable } from "kysely";
import type { SpeechAction } from "@/core/access";
import type { PersonId } from "@/core/ids";
import type { DetailChanges } from "@/core/record";
import type { SpeechChange } from "@/core/speech-requests";
import type { DatabaseKind, Queries } from "../db/database";
import type { Flag, SpeechesTable } from "../db/tables";
import { appendEntry } from "./record-rows";
import { requireOnSpeech, requireOnText, type SpeechRow } from "./speech-row";
import { indexSpeech } from "./speech-search";

const ACTION_FOR = {
  title: "rename",
  speaker: "rename",
  occasion: "rename",
  dueOn: "rename",
  numberingStyle: "change-settings",
  charactersPerMinute: "change-settings",
  archived: "archive",
  suggestOnly: "lock-suggesting",
} as const satisfies Record<keyof SpeechChange, SpeechAction>;

/**
 * Throws `forbidden` when the role doesn't allow every part of the change. An archived speech takes
 * none but its restoring, which may bring other changes with it.
 */
export function requireChange(row: SpeechRow, change: SpeechChange): void {
  const restores = change.archived === false;
  for (const field of Object.keys(change) as (keyof SpeechChange)[]) {
    // the schema lets no other key in
    if (change[field] === undefined) continue;
    if (field === "archived") requireOnSpeech(row, ACTION_FOR[field]);
    // What else takes rights away stays: a final text is final behind the archive too.
    else requireOnText(restores ? { ...row, archived: 0 } : row, ACTION_FOR[field]);
  }
}

interface RecordedChange {
  readonly before: SpeechRow;
  readonly after: SpeechRow;
  readonly personId: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Puts what became another on the record; nothing when nothing did. Call it with the speech locked. */
export async function recordChange(
  queries: Queries,
  { before, after, personId, at }: RecordedChange,
): Promise<void> {
  const changes = detailChanges(before, after);
  if (Object.keys(changes).length > 0) {
    await appendEntry(queries, after.id, { kind: "details", facts: { changes }, personId, at });
  }
  if (before.archived !== after.archived) {
    const facts = { archived: after.archived === 1 };
    await appendEntry(queries, after.id, { kind: "archive", facts, personId, at });
  }
  if (before.suggest_only !== after.suggest_only) {
    const facts = { on: after.suggest_only === 1 };
    await appendEntry(queries, after.id, { kind: "suggest-only", facts, personId, at });
  }
}

function detailChanges(before: SpeechRow, after: SpeechRow): DetailChanges {
  const [old, now] = [detailsOf(before), detailsOf(after)];
  const fields = (Object.keys(old) as (keyof typeof old)[]).filter((field) => old[field] !== now[field]);
  return Object.fromEntries(fields.map((field) => [field, { from: old[field], to: now[field] }]));
}

function detailsOf(row: SpeechRow) {
  return {
    title: row.title,
    speaker: row.speaker,
    occasion: row.occasion,
    dueOn: row.due_on,
    numberingStyle: row.numbering_style,
    charactersPerMinute: row.characters_per_minute,
  } satisfies Record<keyof DetailChanges, unknown>;
}

/**
 * Writes the change and its words; nothing where it is so already, which would be the speech's latest edit and move it
 * up everybody's list. The caller decided access.
 */
export async function changeSpeech(
  queries: Queries,
  kind: DatabaseKind,
  row: SpeechRow,
  { change, now }: { readonly change: SpeechChange; readonly now: number },
): Promise<void> {
  const columns = columnsOf(change);
  const isSo = Object.entries(columns).every(
    ([name, value]) => value === undefined || value === row[name as keyof SpeechRow], // columnsOf names columns
  );
  if (isSo) return;
  const changed = await queries
    .updateTable("speeches")
    .set({ ...columns, updated_at: Math.max(now, row.updated_at) })
    .where("id", "=", row.id)
    .returning(["id", "title", "speaker", "occasion"])
    .executeTakeFirstOrThrow();
  await indexSpeech(queries, kind, changed);
}

function columnsOf(change: SpeechChange): Updateable<SpeechesTable> {
  return {
    title: change.title,
    speaker: change.speaker,
    occasion: change.occasion,
    due_on: change.dueOn,
    numbering_style: change.numberingStyle,
    characters_per_minute: change.charactersPerMinute,
    archived: flagOf(change.archived),
    suggest_only: flagOf(change.suggestOnly),
  };
}

function flagOf(value: boolean | undefined): Flag | undefined {
  return value === undefined ? undefined : value ? 1 : 0;
}
