/** A person's row as the rest of the program sees it. */
import type { Selectable } from "kysely";
import type { Person } from "@/core/person";
import type { PeopleTable } from "../db/tables";

export type PersonRow = Selectable<PeopleTable>;
/** Every column given, so that it can be shown without reading it back. */
export type NewPersonRow = PersonRow;

export function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    signInName: row.sign_in_name,
    department: row.department,
    title: row.title,
    administrator: row.administrator === 1,
    disabled: row.disabled === 1,
    mustChangePassword: row.must_change_password === 1,
    createdAt: row.created_at,
  };
}
