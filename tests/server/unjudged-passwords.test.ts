/** Passwords that nobody came to look at: too many at once, or a database that is gone in the middle. */
import { expect, it } from "vitest";
import { AppError } from "@/core/errors";
import type { Database } from "@/server/db/database";
import type { Storage } from "@/server/db/storage";
import type { Passwords } from "@/server/services/passwords";
import { SIGN_IN_LIMITS } from "@/server/services/sign-in-throttle";
import { describeOnBoth } from "../helpers/databases";
import { openOffice, PASSWORD, servicesOver, TestClock } from "../helpers/offices";

const { account, address, firstDelayMs, windowMs } = SIGN_IN_LIMITS;
const BUSY = "nobody looks at this one";
const from = (password: string, at = "192.0.2.1", signInName = "admin") => ({
  signInName,
  password,
  address: at,
});
const busy = { code: "too-many-requests" };
const wrong = { code: "sign-in-failed" };
const locked = { code: "sign-in-locked" };

/** Compares, but for BUSY. */
const passwords: Passwords = {
  hash: async (password) => password,
  async verify(password, stored) {
    if (password === BUSY) throw new AppError("too-many-requests");
    return password === stored;
  },
};

/** The same storage, for which all is done and the answer to its second transaction since `lose` gets lost. */
function losing(storage: Storage) {
  let left = Number.POSITIVE_INFINITY;
  const database: Database = {
    ...storage.database,
    async transaction(run) {
      const done = await storage.database.transaction(run);
      left -= 1;
      if (left === 0) throw new AppError("storage-unavailable");
      return done;
    },
  };
  const lose = () => {
    left = 2;
  };
  return { storage: { ...storage, database }, lose };
}

/** The same storage, of which a query fails that a test names by its number since `fail`. */
function breaking(storage: Storage) {
  let left = Number.POSITIVE_INFINITY;
  const database: Database = {
    ...storage.database,
    query(run) {
      left -= 1;
      if (left === 0) return Promise.reject(new AppError("storage-unavailable"));
      return storage.database.query(run);
    },
  };
  const fail = (query: number) => {
    left = query;
  };
  return { storage: { ...storage, database }, fail };
}

describeOnBoth("a password that nobody looked at", (database) => {
  const open = async () => openOffice(await database.open(), { passwords });

  it("AU-10 counts as no failure of the account or the address, however often", async () => {
    const { sessions, clock } = await open();
    for (let time = 0; time <= address.most; time += 1) {
      await expect(sessions.signIn(from(BUSY))).rejects.toMatchObject(busy);
    }
    expect(clock.waits).toEqual([]);
    expect((await sessions.signIn(from(PASSWORD))).person.signInName).toBe("admin");
  });

  it("AU-10 takes off no wrong one: between them just as many are looked at, of the account and of the address", async () => {
    const { sessions } = await open();
    for (let failure = 0; failure < account.most; failure += 1) {
      await expect(sessions.signIn(from("wrong"))).rejects.toMatchObject(wrong);
      if (failure < account.most - 1) await expect(sessions.signIn(from(BUSY))).rejects.toMatchObject(busy);
    }
    await expect(sessions.signIn(from(PASSWORD, "198.51.100.1"))).rejects.toMatchObject(locked);
    for (let failure = account.most; failure < address.most; failure += 1) {
      const name = `name${failure}`;
      await expect(sessions.signIn(from("wrong", "192.0.2.1", name))).rejects.toMatchObject(wrong);
      if (failure < address.most - 1) {
        await expect(sessions.signIn(from(BUSY, "192.0.2.1", name))).rejects.toMatchObject(busy);
      }
    }
    await expect(sessions.signIn(from("wrong", "192.0.2.1", "other"))).rejects.toMatchObject(locked);
  });

  it("AU-10 sent side by side with wrong ones they let no more of those be looked at", async () => {
    const { sessions } = await open();
    const attempts = Array.from({ length: account.most * 4 }, (_, at) =>
      sessions.signIn(from(at % 2 === 0 ? "wrong" : BUSY)),
    );
    const codes = (await Promise.allSettled(attempts)).map((attempt) =>
      attempt.status === "rejected" ? attempt.reason.code : "in",
    );
    expect(codes.filter((code) => code === wrong.code).length).toBeLessThanOrEqual(account.most);
    // What is left to be looked at is what wasn't by then.
    let looked = codes.filter((code) => code === wrong.code).length;
    for (; looked < account.most; looked += 1) {
      await expect(sessions.signIn(from("wrong"))).rejects.toMatchObject(wrong);
    }
    await expect(sessions.signIn(from(PASSWORD, "198.51.100.1"))).rejects.toMatchObject(locked);
  });

  it("AU-10 AU-11 leaves the failures before it as old as they were", async () => {
    const { sessions, clock } = await open();
    const fail = async (times: number) => {
      for (let failure = 0; failure < times; failure += 1) {
        await expect(sessions.signIn(from("wrong"))).rejects.toMatchObject(wrong);
      }
    };
    await fail(account.most - 1);
    const lastAt = clock.time;
    clock.time = lastAt + 0.9 * windowMs;
    await expect(sessions.signIn(from(BUSY))).rejects.toMatchObject(busy);
    clock.time = lastAt + windowMs;
    clock.waits.length = 0;
    await fail(account.free);
    expect(clock.waits).toEqual([]);
  });

  it("AU-10 nor does one count where the database is gone before or after the look at it", async () => {
    const storage = await database.open();
    await openOffice(storage, { passwords });
    const { storage: broken, fail } = breaking(storage);
    const clock = new TestClock();
    const { sessions, people } = servicesOver(broken, { passwords, clock });
    for (let time = 0; time < account.most; time += 1) {
      fail(1);
      await expect(sessions.signIn(from(PASSWORD))).rejects.toMatchObject({ code: "storage-unavailable" });
    }
    const { person } = await sessions.signIn(from(PASSWORD));
    for (const query of [1, 2]) {
      for (let time = 0; time < account.most; time += 1) {
        fail(query);
        const change = people.changeOwnPassword(person, PASSWORD, "chosen by myself");
        await expect(change).rejects.toMatchObject({ code: "storage-unavailable" });
      }
    }
    expect(clock.waits).toEqual([]);
    await people.changeOwnPassword(person, PASSWORD, "chosen by myself");
  });

  it("AU-10 a right one whose answer is lost takes off no other's failure at the address", async () => {
    const { storage, lose } = losing(await database.open());
    const { sessions, clock } = await openOffice(storage, { passwords });
    const fail = (name: string) =>
      expect(sessions.signIn(from("wrong", "192.0.2.1", name))).rejects.toMatchObject(wrong);
    for (let failure = 0; failure < address.free; failure += 1) await fail(`name${failure}`);
    expect(clock.waits).toEqual([]);
    // Counted, then taken back: the second is the one that is lost.
    lose();
    await expect(sessions.signIn(from(PASSWORD))).rejects.toMatchObject({ code: "storage-unavailable" });
    clock.waits.length = 0;
    await fail("other");
    expect(clock.waits).toEqual([firstDelayMs]);
  });

  it("AU-43 AU-10 nor the current password at changing it, while a wrong one does", async () => {
    const { people, administrator } = await open();
    const change = (current: string) => people.changeOwnPassword(administrator, current, "chosen by myself");
    for (let time = 0; time <= account.most; time += 1) {
      await expect(change(BUSY)).rejects.toMatchObject(busy);
    }
    for (let failure = 0; failure < account.most; failure += 1) {
      await expect(change("wrong")).rejects.toMatchObject({ code: "password-wrong" });
    }
    await expect(change(PASSWORD)).rejects.toMatchObject(locked);
  });
});
