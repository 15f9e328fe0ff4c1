/** An office with mail on, and a real SMTP server that takes it. */
import type { AddressInfo } from "node:net";
import pino from "pino";
import { SMTPServer } from "smtp-server";
import { afterEach } from "vitest";
import { newCommentId, newThreadId, type PersonId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { Storage } from "@/server/db/storage";
import { createMailer, type Mailer } from "@/server/mail/mailer";
import { type Office, openOffice } from "./offices";

/** So long a mail waits in it. */
export const PAUSE_MS = 60_000;

/** Opens such offices in the tests of a file, and closes what they opened after each. */
export function mailOffices() {
  const stops: Stop[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });
  return (storage: Storage) => openMail(storage, stops);
}

type Stop = () => unknown;

interface Delivered {
  readonly to: readonly string[];
  readonly body: string;
}

/** Takes mail without encryption and keeps it; refuses as long as `refuses` is set. */
async function openMailServer(stops: Stop[]) {
  const state: { delivered: Delivered[]; refuses: boolean; port: number; meanwhile: () => Promise<unknown> } =
    {
      delivered: [],
      refuses: false,
      port: 0,
      /** Runs while a mail is being taken. */
      meanwhile: async () => undefined,
    };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (state.refuses) return done(new Error("not now"));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        state.delivered.push({ to, body: decoded(Buffer.concat(chunks).toString()) });
        state.meanwhile().then(() => done(), done);
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  stops.push(() => new Promise<void>((resolve) => server.close(resolve)));
  state.port = (server.server.address() as AddressInfo).port;
  return state;
}

/** Every part that is written in base64 or quoted-printable, in letters. */
function decoded(mail: string): string {
  const words = mail.replace(/=\?UTF-8\?B\?([^?]+)\?=/g, (_, text: string) => utf8(text));
  const parts = words.split(/\r\n--[^\r\n]+\r\n/);
  return parts
    .map((part) => {
      const [head = "", ...rest] = part.split("\r\n\r\n");
      const body = rest.join("\r\n\r\n");
      if (/encoding: base64/i.test(head)) return utf8(body);
      return /encoding: quoted-printable/i.test(head) ? quotedPrintable(body) : part;
    })
    .join("\n");
}

const utf8 = (base64: string) => Buffer.from(base64, "base64").toString("utf8");
const quotedPrintable = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

async function openMail(storage: Storage, stops: Stop[]) {
  const office = await openOffice(storage);
  const smtp = await openMailServer(stops);
  const open = async (
    options: { port?: number; speechText?: boolean; smtpLimitMs?: number } = {},
  ): Promise<Mailer> => {
    const mailer = await createMailer({
      database: storage.database,
      clock: office.clock,
      logger: pino({ level: "silent" }),
      smtpUrl: `smtp://127.0.0.1:${options.port ?? smtp.port}`,
      from: "Lectern <lectern@office.example>",
      publicUrl: "https://lectern.example",
      pauseMs: PAUSE_MS,
      speechText: options.speechText ?? false,
      smtpLimitMs: options.smtpLimitMs,
    });
    stops.push(() => mailer.close());
    return mailer;
  };
  const chief = await office.addPerson({ name: "周文清" });
  const { id: speechId } = await office.addSpeech(chief, { title: "推进会上的讲话" });
  const editor = await office.addMember(chief, speechId, "editor");
  const mention = (office_: Office, by: Person, people: readonly PersonId[], body = "数字 <要> 核实") =>
    office_.threads.create(by, speechId, {
      id: newThreadId(),
      place: null,
      comment: { id: newCommentId(), body, mentions: [...people] },
    });
  const wantsMail = (person: Person, address: string, enabled = true) =>
    office.notices.setMailSettings(person, { address, enabled }, "zh-CN");
  const tell = (body?: string) => mention(office, editor, [chief.id], body);
  return { ...office, smtp, open, chief, editor, tell, wantsMail, speechId };
}
