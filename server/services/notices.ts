/** Each person's inbox, and how they want to be told by e-mail. Nobody reads another's. */

import type { PersonId } from "@/core/ids";
import type { Locale } from "@/core/messages/locale";
import type { Inbox, MailSettings, NoticesRead } from "@/core/notice";
import type { Person } from "@/core/person";
import type { Database, Queries } from "../db/database";
import type { Clock } from "./clock";
import { countUnread, leaveOutOfMail, markRead, readNotices } from "./notice-rows";
import type { NoticeBell } from "./ports";

export interface NoticeService {
  inbox(actor: Person): Promise<Inbox>;
  markRead(actor: Person, read: NoticesRead): Promise<Inbox>;
  /** For the live channel; null for somebody whose account is disabled. */
  unread(personId: PersonId): Promise<number | null>;
  mailSettings(actor: Person): Promise<MailSettings>;
  /** `locale`: the language of the page that it is set in, and of the mails from then on. */
  setMailSettings(actor: Person, settings: MailSettings, locale: Locale): Promise<MailSettings>;
}

export interface NoticeDependencies {
  readonly database: Database;
  readonly bell: NoticeBell;
  readonly clock: Clock;
}

export function createNoticeService({ database, bell, clock }: NoticeDependencies): NoticeService {
  const inbox = (actor: Person): Promise<Inbox> =>
    database.query(async (queries) => ({
      notices: await readNotices(queries, actor.id),
      unread: await countUnread(queries, actor.id),
    }));
  return {
    inbox,
    async markRead(actor, read) {
      await database.query((queries) => markRead(queries, actor.id, read, clock.now()));
      bell.ring([actor.id]);
      return inbox(actor);
    },
    unread: (personId) =>
      database.query(async (queries) => {
        const person = await queries
          .selectFrom("people")
          .select("disabled")
          .where("id", "=", personId)
          .executeTakeFirst();
        return person?.disabled === 0 ? countUnread(queries, personId) : null;
      }),
    mailSettings: (actor) =>
      database.query(async (queries) => {
        const row = await queries
          .selectFrom("mail_settings")
          .selectAll()
          .where("person_id", "=", actor.id)
          .executeTakeFirst();
        return row === undefined
          ? { address: "", enabled: false }
          : { address: row.address, enabled: row.enabled === 1 };
      }),
    async setMailSettings(actor, { address, enabled }, locale) {
      const row = { address, enabled: enabled ? 1 : 0, locale } as const;
      await database.transaction(async (queries) => {
        const before = await queries
          .selectFrom("mail_settings")
          .select(["enabled", "address"])
          .where("person_id", "=", actor.id)
          .executeTakeFirst();
        // Whoever turns mail on wants to hear of what comes, not of months gone by.
        if (enabled && before?.enabled !== 1) await leaveOutOfMail(queries, actor.id, clock.now());
        await queries
          .insertInto("mail_settings")
          .values({ person_id: actor.id, ...row })
          .onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
          .execute();
        if (before !== undefined && before.address !== address) await tryMailAnew(queries, actor.id);
      });
      return { address, enabled };
    },
  };
}

/** What couldn't be delivered needn't wait once there is another address; what is being sent is left alone. */
async function tryMailAnew(queries: Queries, personId: PersonId): Promise<void> {
  await queries
    .updateTable("mail_queue")
    .set({ attempts: 0, not_before: 0 })
    .where("person_id", "=", personId)
    .where("attempts", ">", 0)
    .execute();
}
