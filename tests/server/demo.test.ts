/** The office that `npm start -- --demo` opens, as whoever tries it finds it. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import type { SpeechSummary } from "@/core/speech";
import { readConfig } from "@/server/config";
import { openDemo } from "@/server/demo";
import { ServerProcess } from "../helpers/server-process";
import { Visitor } from "../helpers/visitor";

it("OP-06 four people sign in as is printed, find the same speeches, and nothing of it stays", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "lectern-demo-test-"));
  const server = await ServerProcess.start({ TMPDIR: folder }, ["--demo"]);
  try {
    const rows = server.printed.split("\n").map((line) => line.trim().split(/\s{2,}/));
    const people = rows.filter(([part = ""]) => ["主笔", "起草人", "核稿人", "领导"].includes(part));
    expect(people).toHaveLength(4);
    const roles = [];
    for (const [, name, signInName = "", password = ""] of people) {
      const visitor = new Visitor(server.url);
      await visitor.signIn(signInName, password);
      expect((await visitor.me()).name).toBe(name);
      const { speeches } = await visitor.request<{ speeches: SpeechSummary[] }>("GET", "/api/speeches");
      const characters = speeches.map((speech) => speech.characters);
      expect(Math.max(...characters)).toBeGreaterThan(5500);
      expect(Math.max(...characters)).toBeLessThan(6500);
      roles.push(new Set(speeches.map(({ role }) => role)));
    }
    expect(roles).toEqual(["chief", "editor", "editor", "suggester"].map((role) => new Set([role])));
    await expect(new Visitor(server.url).signIn("zhubi", "not-that-one")).rejects.toThrow();
    expect(await readdir(folder)).toHaveLength(1);
  } finally {
    await server.stop();
  }
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
}, 60_000);

it("OP-06 it takes no part in the office that the settings are for: no database, Redis or mail of it", async () => {
  const settings = readConfig({
    DATABASE_URL: "postgres://office/lectern",
    REDIS_URL: "redis://office",
    SESSION_SECRET: "a secret that is long enough for tests",
    SMTP_URL: "smtp://office",
    MAIL_FROM: "lectern@office.example",
    PUBLIC_URL: "https://lectern.office.example",
    PORT: "4123",
  });
  const demo = await openDemo();
  try {
    const config = demo.configure(settings);
    expect([config.databaseUrl, config.redisUrl, config.smtpUrl]).toEqual([undefined, undefined, undefined]);
    expect(config.dataDir).not.toBe(settings.dataDir);
    expect(config.port).toBe(4123);
  } finally {
    await demo.remove();
  }
});
