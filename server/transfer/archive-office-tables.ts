/** Of what an archive holds the tables of people and of the office, and none of a speech; see archive-tables.ts. */
import type { ArchiveTable } from "./archive-tables";

export const OFFICE_TABLES: readonly ArchiveTable[] = [
  {
    name: "reading_settings",
    key: ["person_id"],
    columns: ["person_id", "size", "layout"],
    page: 1000,
  },
  {
    name: "office_stages",
    key: ["stage"],
    words: "stage",
    columns: ["stage", "position", "name", "expects", "removed", "needs_sign_off"],
    page: 100,
  },
  { name: "reading_copies", key: ["speaker"], words: "speaker", columns: ["speaker", "size"], page: 1000 },
  {
    name: "notices",
    key: ["id"],
    columns: [
      "id",
      "person_id",
      "kind",
      "speech_id",
      "actor_id",
      "facts",
      "created_at",
      "read_at",
      "mailed_at",
    ],
    page: 1000,
  },
  {
    name: "mail_settings",
    key: ["person_id"],
    columns: ["person_id", "address", "enabled", "locale"],
    page: 1000,
  },
  {
    name: "mail_queue",
    key: ["person_id"],
    columns: ["person_id", "first_at", "last_at", "attempts", "not_before"],
    page: 1000,
  },
  {
    name: "house_styles",
    key: ["id"],
    columns: ["id", "name", "paper", "created_at", "updated_at"],
    page: 100,
  },
  { name: "installation", key: ["key"], words: "key", columns: ["key", "value"], page: 10 },
];
