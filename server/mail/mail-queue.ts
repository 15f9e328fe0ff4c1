/**
 * The queue of people who are to be told by mail. It is in the database, so that a restart loses nothing;
 * a node takes a person out of the others' sight before it sends, so that several don't send twice.
 */
import type { Selectable } from "kysely";
import type { PersonId } from "@/core/ids";
import type { Locale } from "@/core/messages/locale";
import type { Notice } from "@/core/notice";
import type { Database } from "../db/database";
import type { MailQueueTable } from "../db/notice-tables";

export type QueuedMail = Selectable<MailQueueTable>;

/** However long something goes on happening, a mail goes out after so many pauses. */
const LONGEST_PAUSES = 4;
/** Far longer than a mail server takes; a node that died while sending is replaced after it. */
const LEASE_MS = 10 * 60_000;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 6 * 60 * 60_000;

/** Nodes' clocks differ by less: a time that is further ahead is from a clock that was wrong, and counts for nothing. */
const CLOCKS_DIFFER_MS = 10 * 60_000;

/** SQLite takes a condition of a thousand parts. */
const MARKED_AT_ONCE = 200;

/** Takes one that is due; null when there is none. */
export async function takeDue(database: Database, now: number, pauseMs: number): Promise<QueuedMail | null> {
  const due = await database.query((queries) =>
    queries
      .selectFrom("mail_queue")
      .selectAll()
      .where(({ or, eb }) =>
        or([eb("not_before", "<=", now), eb("not_before", ">", now + LONGEST_RETRY_MS + CLOCKS_DIFFER_MS)]),
      )
      .where(({ or, eb }) =>
        or([
          eb("last_at", "<=", now - pauseMs),
          eb("first_at", "<=", now - LONGEST_PAUSES * pauseMs),
          eb("first_at", ">", now + CLOCKS_DIFFER_MS),
        ]),
      )
      .orderBy("first_at")
      .execute(),
  );
  for (const row of due) {
    const { numUpdatedRows } = await database.query((queries) =>
      queries
        .updateTable("mail_queue")
        .set({ not_before: now + LEASE_MS })
        .where("person_id", "=", row.person_id)
        // As it was read: whoever else took it meanwhile has changed this.
        .where("not_before", "=", row.not_before)
        .executeTakeFirst(),
    );
    if (numUpdatedRows === 1n) return row;
  }
  return null;
}

/** The mail was handed over, or none is wanted. What came while it was sent waits for the next one. */
export function finish(
  database: Database,
  { person_id, last_at }: QueuedMail,
  mailed: readonly Pick<Notice, "id" | "at">[],
  now: number,
): Promise<void> {
  return database.transaction(async (queries) => {
    for (let from = 0; from < mailed.length; from += MARKED_AT_ONCE) {
      const some = mailed.slice(from, from + MARKED_AT_ONCE);
      await queries
        .updateTable("notices")
        .set({ mailed_at: now })
        // One that says more by now waits for the next mail.
        .where((is) =>
          is.or(some.map(({ id, at }) => is.and([is("id", "=", id), is("created_at", "=", at)]))),
        )
        .execute();
    }
    const row = queries.deleteFrom("mail_queue").where("person_id", "=", person_id);
    await row.where("last_at", "=", last_at).execute();
    await queries
      .updateTable("mail_queue")
      .set((eb) => ({ first_at: eb.ref("last_at"), attempts: 0, not_before: 0 }))
      .where("person_id", "=", person_id)
      .execute();
  });
}

/** Tries again later, each time twice as late. */
export async function postpone(
  database: Database,
  { person_id, attempts }: QueuedMail,
  now: number,
): Promise<void> {
  const wait = Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts, 20), LONGEST_RETRY_MS);
  await database.query((queries) =>
    queries
      .updateTable("mail_queue")
      .set({ attempts: attempts + 1, not_before: now + wait })
      .where("person_id", "=", person_id)
      .execute(),
  );
}

export interface Recipient {
  readonly name: string;
  readonly address: string;
  readonly locale: Locale;
}

/** Null for who doesn't want mail (any more), or whose account is disabled. */
export async function recipientOf(database: Database, personId: PersonId): Promise<Recipient | null> {
  const row = await database.query((queries) =>
    queries
      .selectFrom("mail_settings")
      .innerJoin("people", "people.id", "mail_settings.person_id")
      .where("person_id", "=", personId)
      .where("enabled", "=", 1)
      .where("people.disabled", "=", 0)
      .select(["people.name", "address", "locale"])
      .executeTakeFirst(),
  );
  return row ?? null;
}
