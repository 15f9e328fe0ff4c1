/** A text that is closed (final or archived) and nodes that haven't heard of it. */
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Role } from "@/core/access";
import { newThreadId, type SpeechId } from "@/core/ids";
import type { Storage } from "@/server/db/storage";
import { liveThreads } from "@/server/sync/live-threads";
import { describeOnBoth } from "../helpers/databases";
import { createHub } from "../helpers/hub-relay";
import { insertSpeech } from "../helpers/offices";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";
import { firstOfBlock } from "../helpers/text-range";
import { openVersionOffice } from "../helpers/version-office";

const close = (
  { database }: Storage,
  speechId: SpeechId,
  change: { stage?: "final" | "review"; archived?: 0 | 1 },
) =>
  database.query((queries) =>
    queries.updateTable("speeches").set(change).where("id", "=", speechId).execute(),
  );

/** The first two letters of the page's text. */
const firstTwoLetters = ({ fragment }: SyncClient) => firstOfBlock(fragment, 0, 2);

/** How the closing ends, and what becomes of the edit. */
const LOCK_CASES = [
  ["committed", "forbidden"],
  ["rolled back", null],
] as const;

/** How many statements of this database stand at a lock, asked past any transaction. */
async function waitingForLock({ database }: Storage): Promise<number> {
  const counted = sql<{ count: number }>`
    select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return (await database.query((queries) => counted.execute(queries))).rows[0]?.count ?? 0;
}

describeOnBoth("a closed text", (database) => {
  it.each([
    ["final", { stage: "final" }, { stage: "review" }],
    ["archived", { archived: 1 }, { archived: 0 }],
  ] as const)("SG-40 takes no edit while it is %s, and marks of comments still", async (_how, shut, open) => {
    const storage = await database.open();
    const speechId = await storage.database.query(insertSpeech);
    const append = (marksOnly: boolean) =>
      storage.log.append({ speechId, update: Uint8Array.of(1), bindings: [], marksOnly });
    await close(storage, speechId, shut);
    await expect(append(false)).rejects.toMatchObject({ code: "forbidden" });
    expect((await storage.log.load(speechId)).updates).toEqual([]);
    expect(await append(true)).toBe(1);
    await close(storage, speechId, open);
    expect(await append(false)).toBe(2);
  });

  /** Two nodes on one database whose messages to each other are all lost. */
  async function openNodes() {
    const storage = await database.open();
    const hub = createHub(() => true);
    const office = await openVersionOffice(storage, { relay: hub.join() });
    const other = openRooms({ log: storage.log, relay: hub.join(), idleTimeoutMs: 10_000 });
    const page = (role: Role = "editor") =>
      new SyncClient(other.rooms, office.speechId, { personId: office.chief.id, role });
    return { storage, office, other, page };
  }

  it("SG-40 what it stored before the closing is in the version kept, and an edit after it is refused", async () => {
    const { storage, office, other, page } = await openNodes();
    const { chief, speechId, stages, versions } = office;
    const writer = page();
    writer.write("定稿前写的");
    await until(() => writer.allSaved);
    const final = await stages.move(chief, speechId, { stage: "final", note: "" });
    expect(JSON.stringify((await versions.read(chief, speechId, final.id)).document)).toContain("定稿前写的");

    expect(writer.closed).toBeNull();
    writer.write("还不知道已经定稿");
    await until(() => writer.closeError === "access-changed");
    expect(writer.allSaved).toBe(false);
    const reader = page("commenter");
    await until(() => reader.fragment.length === 1);
    const compared = await versions.compare(chief, speechId, final.id, "now");
    expect(compared.comparison.rows.map(({ kind }) => kind)).toEqual(["same"]);
    await expect(versions.restore(chief, speechId, final.id, {})).rejects.toMatchObject({
      code: "forbidden",
    });

    await stages.move(chief, speechId, { stage: "review", note: "还要改" });
    const again = page();
    await until(() => again.fragment.length === 1);
    again.write("解除以后写的");
    await until(() => again.allSaved);
    await other.rooms.close();
    expect((await storage.log.load(speechId)).lastSeq).toBe(2);
  });

  it("SG-40 a comment still finds its place in a final text, while the server's own edits are refused", async () => {
    const { office, other, page } = await openNodes();
    const { chief, speechId, stages } = office;
    const writer = page();
    writer.write("定稿的文字");
    await until(() => writer.allSaved);
    await stages.move(chief, speechId, { stage: "final", note: "" });
    const { mark } = liveThreads(other.rooms);
    const range = firstTwoLetters(writer);
    expect(await mark(speechId, chief.id, newThreadId(), range)).toBe("定稿");
    await expect(
      other.rooms.edit(speechId, chief.id, (doc) => doc.getXmlFragment("default").delete(0, 1)),
    ).rejects.toThrow();
    const reader = page("commenter");
    await until(() => reader.fragment.toString().includes("定稿"));
    expect(reader.fragment.toString()).toContain("的文字");
    await other.rooms.close();
  });

  it.each([
    ["final", { stage: "final" }],
    ["archived", { archived: 1 }],
  ] as const)(
    "SG-40 the server's own edit of a text that is %s is refused by itself: who reads it stays, a comment goes through",
    async (_how, shut) => {
      const storage = await database.open();
      const { chief, speechId, liveRooms, page } = await openVersionOffice(storage);
      const writer = page(chief);
      await until(() => writer.allSaved);
      writer.write("定稿的文字");
      await until(() => writer.allSaved);
      await close(storage, speechId, shut);
      const reader = page(chief, "commenter");
      await until(() => reader.fragment.length === 1);
      const edit = () =>
        liveRooms.edit(speechId, chief.id, (doc) => doc.getXmlFragment("default").delete(0, 1));
      const [edited, marked] = await Promise.allSettled([
        edit(),
        liveThreads(liveRooms).mark(speechId, chief.id, newThreadId(), firstTwoLetters(writer)),
      ]);
      expect(edited).toMatchObject({ status: "rejected", reason: { code: "forbidden" } });
      expect(marked).toMatchObject({ status: "fulfilled", value: "定稿" });
      expect([reader.closed, writer.closed]).toEqual([null, null]);
      await close(storage, speechId, { stage: "review", archived: 0 });
      await edit();
      await until(() => reader.fragment.length === 0);
      await liveRooms.close();
    },
  );

  // SQLite's transactions take turns as they begin; there is no lock to stand at.
  const lockCases = database.kind === "sqlite" ? [] : LOCK_CASES;
  it.each(lockCases)(
    "SG-40 an edit that stands at the lock of a closing is judged by what that leaves when it is %s",
    async (end, code) => {
      const storage = await database.open();
      const speechId = await storage.database.query(insertSpeech);
      const append = () => storage.log.append({ speechId, update: Uint8Array.of(1), bindings: [] });
      let appended: Promise<number> | undefined;
      const closing = storage.database.transaction(async (queries) => {
        await queries.updateTable("speeches").set({ stage: "final" }).where("id", "=", speechId).execute();
        appended = append();
        appended.catch(() => undefined);
        for (let waits = 0; waits === 0; ) waits = await waitingForLock(storage);
        if (end === "rolled back") throw new Error("no closing after all");
      });
      if (end === "committed") await closing;
      else await expect(closing).rejects.toThrow("no closing");
      if (code === null) expect(await appended).toBe(1);
      else await expect(appended).rejects.toMatchObject({ code });
    },
  );
});
