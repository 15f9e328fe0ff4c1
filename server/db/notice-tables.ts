/** The tables of notices, and of the mail about them. */
import type { Kysely } from "kysely";
import type { NoticeId, PersonId, SpeechId } from "@/core/ids";
import type { Locale } from "@/core/messages/locale";
import type { NoticeKind } from "@/core/notice";
import type { Flag } from "./tables";

export interface NoticesTable {
  id: NoticeId;
  person_id: PersonId;
  kind: NoticeKind;
  speech_id: SpeechId;
  actor_id: PersonId;
  /** JSON of NoticeFacts[kind]. */
  facts: string;
  created_at: number;
  read_at: number | null;
  /** When a mail that tells of it was handed over, or when it turned out that none would be wanted. */
  mailed_at: number | null;
}

/** A row once somebody gave an address. */
export interface MailSettingsTable {
  person_id: PersonId;
  address: string;
  enabled: Flag;
  /** The language that the person set it in. */
  locale: Locale;
}

/** People for whom notices wait to be mailed: the queue. */
export interface MailQueueTable {
  person_id: PersonId;
  /** The first and the latest notice since the last mail. */
  first_at: number;
  last_at: number;
  attempts: number;
  /** Not before: after a failure, or while a node is at it. */
  not_before: number;
}

export interface NoticeTables {
  notices: NoticesTable;
  mail_settings: MailSettingsTable;
  mail_queue: MailQueueTable;
}

export async function createNoticeTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("notices")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("person_id", "text", (column) => column.notNull().references("people.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("actor_id", "text", (column) => column.notNull().references("people.id"))
    .addColumn("facts", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("read_at", "bigint")
    .addColumn("mailed_at", "bigint")
    .execute();
  await db.schema
    .createIndex("notices_by_person")
    .on("notices")
    .columns(["person_id", "created_at"])
    .execute();

  await db.schema
    .createTable("mail_settings")
    .addColumn("person_id", "text", (column) => column.primaryKey().references("people.id"))
    .addColumn("address", "text", (column) => column.notNull())
    .addColumn("enabled", "integer", (column) => column.notNull())
    .addColumn("locale", "text", (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("mail_queue")
    .addColumn("person_id", "text", (column) => column.primaryKey().references("people.id"))
    .addColumn("first_at", "bigint", (column) => column.notNull())
    .addColumn("last_at", "bigint", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("not_before", "bigint", (column) => column.notNull())
    .execute();
}
