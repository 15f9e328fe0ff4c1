/** The rows that the log refers to: the speeches under load and the people who write them. */
import { type PersonId, personIdSchema, speechIdSchema } from "@/core/ids";
import type { Database } from "@/server/db/database";

/** More than any load has clients, so that each socket has a person of its own. */
const PEOPLE = 400;

/** Writes what isn't there yet: a restart finds everything. Returns the people. */
export async function insertRows(
  database: Database,
  speechIds: readonly string[],
): Promise<readonly PersonId[]> {
  const now = Date.now();
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    personIdSchema.parse(`benchperson${String(index).padStart(9, "0")}`),
  );
  const personRows = people.map((id) => ({
    id,
    name: "撰稿人",
    sign_in_name: id,
    department: "",
    title: "",
    administrator: 0 as const,
    disabled: 0 as const,
    must_change_password: 0 as const,
    password_hash: "none",
    created_at: now,
  }));
  const speechRows = speechIds.map((id) => ({
    id: speechIdSchema.parse(id),
    title: id,
    speaker: "",
    occasion: "",
    due_on: null,
    stage: "draft" as const,
    numbering_style: "nested" as const,
    characters_per_minute: 220,
    characters: 0,
    spoken_units: 0,
    archived: 0 as const,
    created_at: now,
    updated_at: now,
  }));
  await database.transaction(async (queries) => {
    await queries
      .insertInto("people")
      .values(personRows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await queries
      .insertInto("speeches")
      .values(speechRows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  return people;
}
