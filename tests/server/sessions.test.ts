/** Signing in, and the brakes on guessing. */
import { expect, it } from "vitest";
import { newPersonId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { Passwords } from "@/server/services/passwords";
import { SIGN_IN_LIMITS } from "@/server/services/sign-in-throttle";
import { describeOnBoth, describeOnSqlite } from "../helpers/databases";
import { openOffice, PASSWORD, servicesOver, TestClock } from "../helpers/offices";

const { account, address, windowMs, firstDelayMs, longestDelayMs } = SIGN_IN_LIMITS;
const HERE = "192.0.2.1";
const wrong = (signInName: string, from = HERE) => ({
  signInName,
  password: "wrong password",
  address: from,
});
const right = (signInName: string, from = HERE) => ({ signInName, password: PASSWORD, address: from });

describeOnBoth("signing in", (database) => {
  it("AU-10 refuses an account after repeated failures, from any address, until the window has passed", async () => {
    const { sessions, clock } = await openOffice(await database.open());
    let lastAt = 0;
    for (let failure = 0; failure < account.most; failure++) {
      lastAt = clock.time;
      await expect(sessions.signIn(wrong("admin", `192.0.2.${failure}`))).rejects.toMatchObject({
        code: "sign-in-failed",
      });
    }
    const elsewhere = right("admin", "198.51.100.1");
    await expect(sessions.signIn(elsewhere)).rejects.toMatchObject({ code: "sign-in-locked" });
    clock.time = lastAt + windowMs - 1;
    await expect(sessions.signIn(elsewhere)).rejects.toMatchObject({ code: "sign-in-locked" });
    clock.time += 1;
    expect((await sessions.signIn(elsewhere)).person.signInName).toBe("admin");
  });

  it("AU-10 attempts made at the same moment count like those made one by one", async () => {
    const { sessions } = await openOffice(await database.open());
    const attempts = await Promise.allSettled(
      Array.from({ length: account.most * 2 }, () => sessions.signIn(wrong("admin"))),
    );
    const codes = attempts.map((attempt) => (attempt.status === "rejected" ? attempt.reason.code : "in"));
    expect(codes.filter((code) => code === "sign-in-failed")).toHaveLength(account.most);
    expect(codes.filter((code) => code === "sign-in-locked")).toHaveLength(account.most);
  });

  it("AU-11 refuses an address that tries many accounts, and lets other addresses in", async () => {
    const { sessions } = await openOffice(await database.open());
    for (let failure = 0; failure < address.most; failure++) {
      await expect(sessions.signIn(wrong(`name${failure}`))).rejects.toMatchObject({
        code: "sign-in-failed",
      });
    }
    await expect(sessions.signIn(right("admin"))).rejects.toMatchObject({ code: "sign-in-locked" });
    expect((await sessions.signIn(right("admin", "198.51.100.1"))).person.signInName).toBe("admin");
  });
});

describeOnBoth("people at an address that failed", (database) => {
  const failFrom = async ({ sessions }: Awaited<ReturnType<typeof openOffice>>, times: number) => {
    for (let failure = 0; failure < times; failure++) {
      await expect(sessions.signIn(wrong(`name${failure}`))).rejects.toMatchObject({
        code: "sign-in-failed",
      });
    }
  };

  it("AU-10 what an address that is refused tries counts against no account", async () => {
    const office = await openOffice(await database.open());
    const { sessions, clock } = office;
    await failFrom(office, address.most);
    for (let refused = 0; refused < account.most; refused++) {
      await expect(sessions.signIn(wrong("admin"))).rejects.toMatchObject({ code: "sign-in-locked" });
    }
    clock.waits.length = 0;
    expect((await sessions.signIn(right("admin", "198.51.100.1"))).person.signInName).toBe("admin");
    expect(clock.waits).toEqual([]);
  });

  it("AU-11 an address's failures are forgotten a window after the last one, however often people sign in there", async () => {
    const office = await openOffice(await database.open());
    const { sessions, clock } = office;
    await failFrom(office, address.most - 1);
    const lastAt = clock.time;
    for (const part of [0.3, 0.6, 0.9]) {
      clock.time = lastAt + part * windowMs;
      expect((await sessions.signIn(right("admin"))).person.signInName).toBe("admin");
    }
    clock.time = lastAt + windowMs;
    clock.waits.length = 0;
    await failFrom(office, address.free);
    expect(clock.waits).toEqual([]);
  });

  it("AU-11 a failure beside a sign-in keeps its own time", async () => {
    const office = await openOffice(await database.open());
    const { sessions, clock } = office;
    await failFrom(office, address.most - 2);
    const lastAt = clock.time;
    clock.time = lastAt + 0.9 * windowMs;
    // It is counted and waits as somebody else fails.
    const wait = clock.wait.bind(clock);
    clock.wait = async (durationMs) => {
      clock.wait = wait;
      await wait(durationMs);
      await expect(sessions.signIn(wrong("nobody"))).rejects.toMatchObject({ code: "sign-in-failed" });
    };
    expect((await sessions.signIn(right("admin"))).person.signInName).toBe("admin");
    clock.time = lastAt + windowMs;
    await failFrom(office, 1);
    await expect(sessions.signIn(wrong("somebody"))).rejects.toMatchObject({ code: "sign-in-locked" });
  });
});

describeOnSqlite("addresses that failed", (database) => {
  it("AU-11 counts a whole IPv6 network as one address, and wrapped IPv4 as what it is", async () => {
    const { sessions } = await openOffice(await database.open());
    const spellings = (last: number) => [
      `2001:db8:0:7::${last.toString(16)}`,
      `2001:0DB8::7:${last.toString(16)}:0:0:1`,
    ];
    for (let failure = 0; failure < address.most; failure++) {
      const [one, other] = spellings(failure + 1);
      const from = failure % 2 === 0 ? one : other;
      await sessions.signIn(wrong(`name${failure}`, from)).catch(() => undefined);
    }
    const locked = { code: "sign-in-locked" };
    await expect(sessions.signIn(right("admin", "2001:db8:0:7:ffff::1"))).rejects.toMatchObject(locked);
    expect((await sessions.signIn(right("admin", "2001:db8:0:8::1"))).person.signInName).toBe("admin");

    for (let failure = 0; failure < address.most; failure++) {
      await sessions.signIn(wrong(`other${failure}`, "::ffff:192.0.2.7")).catch(() => undefined);
    }
    await expect(sessions.signIn(right("admin", "192.0.2.7"))).rejects.toMatchObject(locked);
    expect((await sessions.signIn(right("admin", "::ffff:192.0.2.8"))).person.signInName).toBe("admin");
  });
});

describeOnSqlite("sessions", (database) => {
  const open = async () => openOffice(await database.open());

  it("AU-12 each failure past the free ones waits longer than the last", async () => {
    const { sessions, clock } = await open();
    for (let failure = 0; failure < account.most; failure++) {
      await sessions.signIn(wrong("admin")).catch(() => undefined);
    }
    const expected = Array.from({ length: account.most - account.free }, (_, past) =>
      Math.min(firstDelayMs * 2 ** past, longestDelayMs),
    );
    expect(clock.waits).toEqual(expected);
    expect(clock.waits.at(-1)).toBe(longestDelayMs);
  });

  it("AU-12 a restart forgives nobody", async () => {
    const clock = new TestClock();
    const storage = await database.open();
    const before = await openOffice(storage, { clock });
    for (let failure = 0; failure < account.most; failure++) {
      await before.sessions.signIn(wrong("admin")).catch(() => undefined);
    }
    await storage.close();
    const after = servicesOver(await database.open(), { clock });
    await expect(after.sessions.signIn(right("admin"))).rejects.toMatchObject({ code: "sign-in-locked" });
  });

  it("AU-12 failures from a clock that was far ahead lock nobody once it is right; a little ahead they count", async () => {
    const { sessions, clock } = await open();
    const trueTime = clock.time;
    const fail = async () => {
      for (let failure = 0; failure < account.most; failure++) {
        await sessions.signIn(wrong("admin")).catch(() => undefined);
      }
    };
    clock.time = trueTime + 60_000;
    await fail();
    clock.time = trueTime;
    await expect(sessions.signIn(right("admin"))).rejects.toMatchObject({ code: "sign-in-locked" });
    clock.time = trueTime + 3 * windowMs;
    expect((await sessions.signIn(right("admin"))).person.signInName).toBe("admin");
    clock.time = trueTime + 365 * 24 * 3_600_000;
    await fail();
    clock.time = trueTime;
    expect((await sessions.signIn(right("admin"))).person.signInName).toBe("admin");
  });

  it("AU-13 signing in forgets the account's failures but not the address's", async () => {
    const { sessions, clock } = await open();
    const rounds = 3;
    for (let round = 0; round < rounds; round++) {
      for (let failure = 0; failure < account.most - 1; failure++) {
        await sessions.signIn(wrong("admin")).catch(() => undefined);
      }
      expect((await sessions.signIn(right("admin"))).person.signInName).toBe("admin");
    }
    clock.waits.length = 0;
    await sessions.signIn(wrong("admin")).catch(() => undefined);
    expect(rounds * (account.most - 1)).toBeGreaterThan(address.free);
    expect(clock.waits).toHaveLength(1);
  });

  it("AU-14 an unknown name, a wrong password and a disabled account are the same answer and the same work", async () => {
    const storage = await database.open();
    const { passwords, calls } = countedPasswords();
    const office = await openOffice(storage, { passwords });
    const disabled = await office.addPerson();
    await office.people.change(office.administrator, disabled.id, { disabled: true });
    calls.length = 0;
    for (const attempt of [wrong("nobody"), wrong("admin"), right(disabled.signInName)]) {
      await expect(office.sessions.signIn(attempt)).rejects.toMatchObject({
        code: "sign-in-failed",
        message: "sign-in-failed",
      });
    }
    expect(calls).toEqual(["verify", "verify", "verify"]);
    await office.sessions.signIn(right("admin"));
  });

  it("AU-14 an unknown name is refused after the same number of tries as a known one", async () => {
    const { sessions } = await open();
    for (let failure = 0; failure < account.most; failure++) {
      await expect(sessions.signIn(wrong("nobody"))).rejects.toMatchObject({ code: "sign-in-failed" });
    }
    await expect(sessions.signIn(wrong("nobody"))).rejects.toMatchObject({ code: "sign-in-locked" });
  });

  it("AU-15 the sign-in name counts in any case and with blanks around it", async () => {
    const { sessions, administrator } = await open();
    expect((await sessions.signIn(right("  Admin "))).person).toEqual(administrator);
    for (let failure = 0; failure < account.most; failure++) {
      await sessions.signIn(wrong(failure % 2 === 0 ? "ADMIN" : " admin")).catch(() => undefined);
    }
    await expect(sessions.signIn(right("admin"))).rejects.toMatchObject({ code: "sign-in-locked" });
  });

  it("AU-16 a session is the person's while version and account stand", async () => {
    const { sessions, administrator } = await open();
    const { sessionVersion } = await sessions.signIn(right("admin"));
    expect(
      await sessions.resolve({ personId: administrator.id, sessionVersion, sessionId: newId() }),
    ).toEqual(administrator);
    expect(
      await sessions.resolve({
        personId: administrator.id,
        sessionVersion: sessionVersion + 1,
        sessionId: newId(),
      }),
    ).toBeNull();
    expect(
      await sessions.resolve({ personId: newPersonId(), sessionVersion, sessionId: newId() }),
    ).toBeNull();
  });

  it("AU-17 a session that was signed out of is nobody's, and the person's sockets close; other sessions stand", async () => {
    const { sessions, administrator, rooms, clock } = await open();
    const { sessionVersion } = await sessions.signIn(right("admin"));
    const claims = () => ({ personId: administrator.id, sessionVersion, sessionId: newId() });
    const [left, other] = [claims(), claims()];
    expect(await sessions.resolve(left)).toEqual(administrator);
    await sessions.end(left, clock.now() + 1000);
    await sessions.end(left, clock.now() + 1000);
    expect(rooms.revoked).toEqual([
      { personId: administrator.id, speechId: undefined },
      { personId: administrator.id, speechId: undefined },
    ]);
    expect(await sessions.resolve(left)).toBeNull();
    expect(await sessions.resolve(other)).toEqual(administrator);
    // Its cookies are over by themselves then: nothing is kept for ever.
    clock.time += 2000;
    await sessions.end(other, clock.now() + 1000);
    expect(await sessions.resolve(other)).toBeNull();
    expect(await sessions.resolve(left)).toEqual(administrator);
  });
});

/** Plain comparison that remembers how often it was asked. */
function countedPasswords(): { passwords: Passwords; calls: string[] } {
  const calls: string[] = [];
  const passwords: Passwords = {
    async hash(password) {
      calls.push("hash");
      return password;
    },
    async verify(password, stored) {
      calls.push("verify");
      return password === stored;
    },
  };
  return { passwords, calls };
}
