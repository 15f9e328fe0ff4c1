/** Sends what is due, one mail a person, and tries again what the mail server refused. */
import { createHash } from "node:crypto";
import type { Logger } from "pino";
import type { Database } from "../db/database";
import type { Clock } from "../services/clock";
import { readNotices, waitingForMail } from "../services/notice-rows";
import { writeDigest } from "./digest";
import { finish, postpone, type QueuedMail, recipientOf, takeDue } from "./mail-queue";

export interface MailerOptions {
  readonly database: Database;
  readonly clock: Pick<Clock, "now">;
  readonly logger: Pick<Logger, "warn" | "info">;
  readonly smtpUrl: string;
  readonly from: string;
  readonly publicUrl: string;
  readonly pauseMs: number;
  readonly speechText: boolean;
  /** A mail server that says nothing for so long is given up; what waited is tried again later. */
  readonly smtpLimitMs?: number;
}

export interface Mailer {
  /** Sends everything that is due; resolves with how many mails were handed over. */
  run(): Promise<number>;
  /** Runs by itself from now on. */
  start(): void;
  close(): Promise<void>;
}

/** A mail that is due is sent at most so much later. */
const LONGEST_INTERVAL_MS = 15_000;
const SMTP_LIMIT_MS = 20_000;

export async function createMailer(options: MailerOptions): Promise<Mailer> {
  // Loaded where it's used: without a mail server every start would wait for it.
  const { createTransport } = (await import("nodemailer")).default;
  const { database, clock, logger, pauseMs } = options;
  const limitMs = options.smtpLimitMs ?? SMTP_LIMIT_MS;
  const transport = createTransport({
    url: options.smtpUrl,
    connectionTimeout: limitMs,
    greetingTimeout: limitMs,
    socketTimeout: limitMs,
  });
  let running: Promise<number> | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let closed = false;

  async function sendDue(): Promise<number> {
    let sent = 0;
    while (!closed) {
      const row = await takeDue(database, clock.now(), pauseMs);
      if (row === null) break;
      if (await send(row)) sent += 1;
    }
    return sent;
  }

  async function send(row: QueuedMail): Promise<boolean> {
    const recipient = await recipientOf(database, row.person_id);
    const waiting = await database.query((queries) => waitingForMail(queries, row.person_id));
    if (recipient === null || waiting.length === 0) {
      await finish(database, row, waiting, clock.now());
      return false;
    }
    const known = new Set(waiting.map(({ id }) => id));
    const latest = await database.query((queries) => readNotices(queries, row.person_id, { toMail: true }));
    const notices = latest.filter(({ id }) => known.has(id));
    const { address, name, locale } = recipient;
    // With its time: a notice that says more since is told by another mail, under the same id.
    const told = waiting.map(({ id, at }) => `${id} ${at}`);
    try {
      const earlier = Math.max(0, waiting.length - notices.length);
      const digest = writeDigest({ ...options, notices, earlier, name, locale });
      await transport.sendMail({
        ...digest,
        from: options.from,
        to: address,
        // The same for the same notices: sent again after a crash, mail programs show it once.
        messageId: `<${createHash("sha256").update(told.join()).digest("hex").slice(0, 32)}@lectern>`,
      });
    } catch (error) {
      // Its text may quote the recipient; of the mail itself it holds nothing.
      logger.warn({ err: error, personId: row.person_id, attempts: row.attempts + 1 }, "mail not sent");
      await postpone(database, row, clock.now());
      return false;
    }
    await finish(database, row, waiting, clock.now());
    logger.info({ personId: row.person_id, notices: told.length }, "mail sent");
    return true;
  }

  const run = (): Promise<number> => {
    running ??= sendDue().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    run,
    start() {
      const work = () =>
        void run().catch((error: unknown) => logger.warn({ err: error }, "mail queue not read"));
      timer = setInterval(work, Math.min(pauseMs, LONGEST_INTERVAL_MS));
      timer.unref();
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
      transport.close();
    },
  };
}
