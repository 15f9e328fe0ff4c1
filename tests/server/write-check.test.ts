/** The check behind /health/ready: the database is there and takes a write. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { openStorage } from "@/server/db/storage";
import { createWriteCheck } from "@/server/db/write-check";
import { describeOnBoth } from "../helpers/databases";
import { openOffice } from "../helpers/offices";

/** As a full disk does: reads work, writes fail. */
const REFUSAL = {
  sqlite: ["create trigger full_disk before insert on installation begin select raise(abort, 'full'); end"],
  postgres: [
    "create function refuse() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$",
    "create trigger full_disk before insert on installation for each row execute function refuse()",
  ],
};
const END = { sqlite: "drop trigger full_disk", postgres: "drop trigger full_disk on installation" };

describeOnBoth("whether the database takes a write", (database) => {
  it("OP-30 it doesn't where only reads work, does again afterwards, and is asked once in a while", async () => {
    const storage = await database.open();
    await openOffice(storage);
    const rows = () =>
      storage.database.query((queries) => queries.selectFrom("installation").selectAll().execute());
    const before = await rows();
    let time = 0;
    const check = createWriteCheck(storage, () => time);
    await expect(check()).resolves.toBe(true);
    expect(await rows()).toEqual(before);

    for (const statement of REFUSAL[database.kind]) await database.execute(statement);
    await expect(check()).resolves.toBe(true);
    time += 5000;
    await expect(check()).rejects.toThrow();
    expect(await rows()).toEqual(before);
    await database.execute(END[database.kind]);
    await expect(check()).rejects.toThrow();
    time += 5000;
    await expect(check()).resolves.toBe(true);
  });

  it("OP-30 a time of day that is set back holds no old answer up", async () => {
    vi.useFakeTimers({ toFake: ["Date", "performance"] });
    try {
      const storage = await database.open();
      await openOffice(storage);
      const check = createWriteCheck(storage);
      await expect(check()).resolves.toBe(true);
      for (const statement of REFUSAL[database.kind]) await database.execute(statement);
      vi.advanceTimersByTime(5000);
      vi.setSystemTime(Date.now() - 365 * 24 * 3_600_000);
      await expect(check()).rejects.toThrow();
    } finally {
      vi.useRealTimers();
    }
  });
});

it("OP-30 what SQLite is asked reaches the disk, before the office is set up too", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "lectern-check-"));
  const storage = await openStorage({ dataDir, databaseUrl: undefined, onConnectionLost: () => undefined });
  try {
    const written = () => readFile(path.join(dataDir, "lectern.db-wal"));
    const check = createWriteCheck(storage, () => performance.now() * 1e9);
    for (const setUp of [false, true]) {
      if (setUp) await openOffice(storage);
      const before = await written();
      await check();
      expect(before.equals(await written())).toBe(false);
    }
  } finally {
    await storage.close();
    await rm(dataDir, { recursive: true });
  }
});
