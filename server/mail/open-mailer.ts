/** The queue of e-mail as the settings have it. */
import type { Logger } from "pino";
import type { Config } from "../config";
import type { Database } from "../db/database";
import { systemClock } from "../services/clock";
import { createMailer, type Mailer } from "./mailer";

/** Null without a mail server; else it runs by itself from now on. */
export async function openMailer(config: Config, database: Database, logger: Logger): Promise<Mailer | null> {
  const { smtpUrl, mailFrom: from, publicUrl, mailPauseMs: pauseMs, mailSpeechText: speechText } = config;
  if (smtpUrl === undefined || from === undefined || publicUrl === undefined) return null;
  const url = publicUrl.replace(/\/+$/, "");
  const shared = { database, clock: systemClock, logger };
  const mailer = await createMailer({ ...shared, smtpUrl, from, publicUrl: url, pauseMs, speechText });
  mailer.start();
  return mailer;
}
