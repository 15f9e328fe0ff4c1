/** Changing what a speech is called, its settings, and whether it's archived. */
import type { Updateable } from "kysely";
import type { SpeechAction } from "@/core/access";
import type { SpeechChange } from "@/core/speech";
import type { DatabaseKind, Queries } from "../db/database";
import type { SpeechesTable } from "../db/tables";
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
    if (field === "archived" || restores) requireOnSpeech(row, ACTION_FOR[field]);
    else requireOnText(row, ACTION_FOR[field]);
  }
}

/** Writes the change and its words; the caller decided access. */
export async function changeSpeech(
  queries: Queries,
  kind: DatabaseKind,
  row: SpeechRow,
  { change, now }: { readonly change: SpeechChange; readonly now: number },
): Promise<void> {
  const changed = await queries
    .updateTable("speeches")
    .set({ ...columnsOf(change), updated_at: Math.max(now, row.updated_at) })
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
    archived: change.archived === undefined ? undefined : change.archived ? 1 : 0,
  };
}
