/** E-mail about notices, to a real SMTP server that runs in the test. */
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { expect, it } from "vitest";
import { newCommentId } from "@/core/ids";
import { addNotices, renewNotice, unreadOfSuggestions } from "@/server/services/notice-rows";
import { describeOnBoth } from "../helpers/databases";
import { mailOffices, PAUSE_MS } from "../helpers/mail-office";

const openMail = mailOffices();

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

  it("NT-142 what a notice says beyond the mail that told of it comes in another mail; the same is told under the same id", async () => {
    const storage = await openStorage();
    const { open, smtp, clock, chief, editor, wantsMail, speechId } = await openMail(storage);
    const mailer = await open();
    await wantsMail(chief, "zhou@office.example");
    const [person, actorId] = [chief.id, editor.id];
    const says = (accepted: number) => ({ on: "suggestion", outcomes: { accepted } }) as const;
    await storage.database.query((queries) =>
      addNotices(queries, {
        kind: "decision",
        facts: says(1),
        speechId,
        actorId,
        people: [person],
        at: clock.now(),
      }),
    );
    // As more is decided while the mail is on its way.
    smtp.meanwhile = async () => {
      clock.time += 1;
      const at = clock.now();
      await storage.database.query(async (queries) => {
        const known = await unreadOfSuggestions(queries, { person, speechId, actorId });
        if (known !== undefined) await renewNotice(queries, { id: known.id, person, facts: says(2), at });
      });
      smtp.meanwhile = async () => Promise.reject(new Error("lost"));
    };
    const send = async () => {
      clock.time += PAUSE_MS;
      await mailer.run();
    };
    await send();
    // Taken, though the server says that it wasn't: the next one repeats it.
    await send();
    smtp.meanwhile = async () => undefined;
    await send();
    const ids = smtp.delivered.map(({ body }) => /^Message-ID: (.*)$/im.exec(body)?.[1]);
    expect(ids).toHaveLength(3);
    expect(ids[1]).not.toBe(ids[0]);
    expect(ids[2]).toBe(ids[1]);
    expect(smtp.delivered[1]?.body).toContain("接受了您的修订 2 处");
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
