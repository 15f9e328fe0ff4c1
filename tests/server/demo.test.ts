/** The office that `npm start -- --demo` opens, as whoever tries it finds it. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import type { SpeechSummary } from "@/core/speech";
import { ServerProcess } from "../helpers/server-process";
import { Visitor } from "../helpers/visitor";

it("OP-06 four people sign in as is printed, find the same speeches, and nothing of it stays", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "lectern-demo-test-"));
  const server = await ServerProcess.start({ TMPDIR: folder }, ["--demo"]);
  try {
    const rows = server.printed.split("\n").map((line) => line.trim().split(/\s{2,}/));
    const people = rows.filter(([post = ""]) => ["主笔", "起草人", "核稿人", "领导"].includes(post));
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
