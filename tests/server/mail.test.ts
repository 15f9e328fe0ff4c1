/** E-mail about notices, to a real SMTP server that runs in the test. */
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import pino from "pino";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, it } from "vitest";
import { newCommentId, newThreadId, type PersonId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { Storage } from "@/server/db/storage";
import { createMailer, type Mailer } from "@/server/mail/mailer";
import { describeOnBoth } from "../helpers/databases";
import { type Office, openOffice } from "../helpers/offices";

const PAUSE_MS = 60_000;

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

interface Delivered {
  readonly to: readonly string[];
  readonly body: string;
}

/** Takes mail without encryption and keeps it; refuses as long as `refuses` is set. */
async function openMailServer() {
  const state: { delivered: Delivered[]; refuses: boolean; port: number } = {
    delivered: [],
    refuses: false,
    port: 0,
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
        done();
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

async function openMail(storage: Storage) {
  const office = await openOffice(storage);
  const smtp = await openMailServer();
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

describeOnBoth("mail", ({ open: openStorage }) => {
  it("NT-10 what happened is told in one mail after a pause, without a word of the speech", async () => {
    const { open, smtp, clock, chief, tell, wantsMail, speechId } = await openMail(await openStorage());
    const mailer = await open();
    await wantsMail(chief, "zhou@office.example");
    await tell();
    clock.time += PAUSE_MS - 1;
    await tell();
    expect(await mailer.run()).toBe(0);
    clock.time += PAUSE_MS;
    expect(await mailer.run()).toBe(1);
    const [mail] = smtp.delivered;
    expect(mail?.to).toEqual(["zhou@office.example"]);
    expect(mail?.body).toContain("合稿：2 条新消息");
    expect(mail?.body).toContain("提到了您");
    expect(mail?.body).toContain(`https://lectern.example/speeches/${speechId}?thread=`);
    for (const word of ["推进会", "核实"]) expect(mail?.body).not.toContain(word);
    clock.time += 10 * PAUSE_MS;
    expect(await mailer.run()).toBe(0);
  });

  it("NT-11 a mail holds titles and what was said only where the administrator allows it", async () => {
    const { open, smtp, clock, chief, tell, wantsMail } = await openMail(await openStorage());
    await wantsMail(chief, "zhou@office.example");
    await tell();
    clock.time += PAUSE_MS;
    expect(await (await open({ speechText: true })).run()).toBe(1);
    expect(smtp.delivered[0]?.body).toContain("《推进会上的讲话》“数字 <要> 核实”");
    expect(smtp.delivered[0]?.body).toContain("数字 &lt;要&gt; 核实");
  });

  it("NT-12 nothing is sent to who doesn't want it, or has seen it in the page meanwhile", async () => {
    const { open, smtp, clock, notices, chief, tell, wantsMail } = await openMail(await openStorage());
    const mailer = await open();
    await wantsMail(chief, "zhou@office.example", false);
    await tell();
    clock.time += PAUSE_MS;
    expect(await mailer.run()).toBe(0);
    await wantsMail(chief, "zhou@office.example");
    await tell();
    await notices.markRead(chief, {});
    clock.time += PAUSE_MS;
    expect(await mailer.run()).toBe(0);
    await tell();
    await wantsMail(chief, "", false);
    clock.time += PAUSE_MS;
    expect(await mailer.run()).toBe(0);
    expect(smtp.delivered).toEqual([]);
    // The twin: wanted and unread, it goes out.
    await wantsMail(chief, "zhou@office.example");
    await tell();
    clock.time += PAUSE_MS;
    expect(await mailer.run()).toBe(1);
  });

  it("NT-60 of more than a hundred one mail lists the latest and counts the others, and none is told again", async () => {
    const { open, smtp, clock, chief, tell, wantsMail } = await openMail(await openStorage());
    const mailer = await open();
    await wantsMail(chief, "zhou@office.example");
    for (let count = 0; count < 230; count += 1) await tell();
    clock.time += PAUSE_MS;
    expect(await mailer.run()).toBe(1);
    const body = smtp.delivered[0]?.body ?? "";
    expect(body).toContain("合稿：230 条新消息");
    expect(body).toContain("（更早的 130 条没有列出。）");
    expect(body.match(/^ {2}https:.*thread=/gm)).toHaveLength(100);
    await tell();
    clock.time += PAUSE_MS;
    expect(await mailer.run()).toBe(1);
    expect(smtp.delivered[1]?.body).toContain("合稿：1 条新消息");
  });

  it("NT-61 what was told while mail wasn't wanted is in no mail later", async () => {
    const storage = await openStorage();
    const { open, smtp, clock, chief, tell, wantsMail } = await openMail(storage);
    const mailer = await open();
    const told = async () => {
      await tell();
      clock.time += PAUSE_MS;
      const sent = await mailer.run();
      return sent === 0 ? 0 : Number(/合稿：(\d+) 条/.exec(smtp.delivered.at(-1)?.body ?? "")?.[1]);
    };
    expect(await told()).toBe(0);
    await wantsMail(chief, "zhou@office.example");
    expect(await told()).toBe(1);
    // Turned off and on again; another address alone changes nothing.
    await wantsMail(chief, "zhou@office.example", false);
    expect(await told()).toBe(0);
    await wantsMail(chief, "zhou@office.example");
    await tell();
    await wantsMail(chief, "chief@office.example");
    expect(await told()).toBe(2);
    // So it is after an account was disabled.
    const disable = (disabled: 0 | 1) =>
      storage.database.query((queries) =>
        queries.updateTable("people").set({ disabled }).where("id", "=", chief.id).execute(),
      );
    await disable(1);
    expect(await told()).toBe(0);
    await disable(0);
    expect(await told()).toBe(1);
  });

  it("NT-13 what the mail server refuses, or that can't be reached, is tried again, later each time", async () => {
    const { open, smtp, clock, chief, tell, wantsMail } = await openMail(await openStorage());
    await wantsMail(chief, "zhou@office.example");
    await tell();
    clock.time += PAUSE_MS;
    const closed = createServer();
    await new Promise<void>((resolve) => {
      closed.listen(0, "127.0.0.1", resolve);
    });
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await (await open({ port })).run()).toBe(0);
    const mailer = await open();
    expect(await mailer.run()).toBe(0); // not yet
    clock.time += 60_000;
    smtp.refuses = true;
    expect(await mailer.run()).toBe(0);
    clock.time += 60_000;
    smtp.refuses = false;
    expect(await mailer.run()).toBe(0); // twice as long
    clock.time += 60_000;
    expect(await mailer.run()).toBe(1);
    expect(smtp.delivered).toHaveLength(1);
  });

  it("NT-34 a mail server that takes the call and says nothing is given up, and the mail goes out later", async () => {
    const { open, smtp, clock, chief, tell, wantsMail } = await openMail(await openStorage());
    await wantsMail(chief, "zhou@office.example");
    await tell();
    clock.time += PAUSE_MS;
    const calls: Socket[] = [];
    const silent = createServer((socket) => calls.push(socket));
    await new Promise<void>((resolve) => {
      silent.listen(0, "127.0.0.1", resolve);
    });
    const { port } = silent.address() as AddressInfo;
    expect(await (await open({ port, smtpLimitMs: 50 })).run()).toBe(0);
    expect(calls).toHaveLength(1);
    for (const socket of calls) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
    clock.time += 60_000;
    expect(await (await open()).run()).toBe(1);
    expect(smtp.delivered).toHaveLength(1);
  });

  it("NT-14 several nodes send it once, and a restart loses nothing", async () => {
    const { open, smtp, clock, chief, editor, tell, wantsMail, threads, speechId } = await openMail(
      await openStorage(),
    );
    await wantsMail(chief, "zhou@office.example");
    await wantsMail(editor, "lin@office.example");
    const { id } = await tell();
    await threads.reply(chief, speechId, id, { id: newCommentId(), body: "好", mentions: [] });
    clock.time += PAUSE_MS;
    // The process that was told of it is gone; these begin anew.
    const mailers = await Promise.all([open(), open(), open()]);
    const sent = await Promise.all(mailers.map((mailer) => mailer.run()));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(smtp.delivered.map(({ to }) => to[0]).sort()).toEqual([
      "lin@office.example",
      "zhou@office.example",
    ]);
  });
});

it("NT-15 mail needs to know whom it is from and where its links lead", async () => {
  const { readConfig } = await import("@/server/config");
  const settings = { SMTP_URL: "smtp://mail.example" };
  expect(() => readConfig(settings)).toThrow(/MAIL_FROM[\s\S]*PUBLIC_URL/);
  const whole = { ...settings, MAIL_FROM: "lectern@office.example", PUBLIC_URL: "https://l.example" };
  expect(readConfig(whole)).toMatchObject({ mailPauseMs: 300_000, mailSpeechText: false });
});
