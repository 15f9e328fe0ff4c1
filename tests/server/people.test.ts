/** People and their accounts. */
import { describe, expect, it } from "vitest";
import { newId } from "@/core/new-id";
import type { Person } from "@/core/person";
import type { Storage } from "@/server/db/storage";
import { SIGN_IN_LIMITS } from "@/server/services/sign-in-throttle";
import { describeOnBoth, describeOnSqlite } from "../helpers/databases";
import { type Office, openOffice, PASSWORD, servicesOver } from "../helpers/offices";

const signIn = ({ sessions }: Pick<Office, "sessions">, signInName: string, password: string) =>
  sessions.signIn({ signInName, password, address: "192.0.2.1" });

describeOnBoth("people", (database) => {
  async function openBoth(): Promise<Office & { storage: Storage }> {
    const storage = await database.open();
    return { ...(await openOffice(storage)), storage };
  }

  it("AU-01 the first visit makes the administrator, once, also when two race", async () => {
    const { people, sessions } = servicesOver(await database.open());
    expect(await people.needsSetUp()).toBe(true);
    const setUp = (signInName: string) => people.setUp({ name: "管理员", signInName, password: PASSWORD });
    const attempts = await Promise.allSettled([setUp("one"), setUp("two")]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(attempts.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "already-set-up" },
    });
    expect(await people.needsSetUp()).toBe(false);
    const winner = attempts[0]?.status === "fulfilled" ? "one" : "two";
    const { person } = await signIn({ sessions }, winner, PASSWORD);
    expect(person).toMatchObject({ administrator: true, disabled: false, mustChangePassword: false });
    await expect(setUp("three")).rejects.toMatchObject({ code: "already-set-up" });
  });

  it("AU-02 somebody added must change the initial password; a sign-in name is taken once", async () => {
    const { addPerson, sessions } = await openBoth();
    const person = await addPerson({ name: "王伟", signInName: "wangwei", department: "办公室" });
    expect(person).toMatchObject({ name: "王伟", department: "办公室", mustChangePassword: true });
    await expect(addPerson({ signInName: "wangwei" })).rejects.toMatchObject({ code: "sign-in-name-taken" });
    expect((await signIn({ sessions }, "wangwei", PASSWORD)).person).toEqual(person);
  });

  it("AU-52 somebody who is added again just so, since the answer was lost, is the one who was added", async () => {
    const { people, administrator, addPerson, sessions } = await openBoth();
    const input = { name: "王伟", signInName: "wangwei", department: "办公室" };
    const person = await addPerson(input);
    expect(await addPerson(input)).toEqual(person);
    for (const other of [
      { name: "王玮" },
      { administrator: true },
      { initialPassword: "another long password" },
    ]) {
      await expect(addPerson({ ...input, ...other })).rejects.toMatchObject({ code: "sign-in-name-taken" });
    }
    await signIn({ sessions }, "wangwei", PASSWORD);
    await people.changeOwnPassword(person, PASSWORD, "a password of one's own");
    await expect(addPerson(input)).rejects.toMatchObject({ code: "sign-in-name-taken" });
    expect(
      (await people.list(administrator)).filter(({ signInName }) => signInName === "wangwei"),
    ).toHaveLength(1);
  });

  it("AU-03 the last administrator stays, also when two demote each other at once", async () => {
    const { people, administrator, addPerson } = await openBoth();
    const change = (who: Person, what: { administrator?: boolean; disabled?: boolean }) =>
      people.change(administrator, who.id, what);
    await expect(change(administrator, { administrator: false })).rejects.toMatchObject({
      code: "last-administrator",
    });
    await expect(change(administrator, { disabled: true })).rejects.toMatchObject({
      code: "last-administrator",
    });

    const second = await addPerson({ administrator: true });
    const attempts = await Promise.allSettled([
      change(administrator, { administrator: false }),
      people.change(second, second.id, { disabled: true }),
    ]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const left = (await people.list(administrator)).filter(
      (person) => person.administrator && !person.disabled,
    );
    expect(left).toHaveLength(1);
  });

  it("AU-04 the directory finds enabled people by name, department or whole sign-in name", async () => {
    const { people, administrator, addPerson } = await openBoth();
    const wang = await addPerson({ name: "王伟", signInName: "wangwei", department: "办公室" });
    await addPerson({ name: "李娜", signInName: "lina_100", department: "研究室100%" });
    const gone = await addPerson({ name: "王强", signInName: "wangqiang" });
    await people.change(administrator, gone.id, { disabled: true });
    const find = async (query: string) => (await people.directory(wang, query)).map(({ name }) => name);
    expect(await find("王")).toEqual(["王伟"]);
    expect(await find(" WangWei ")).toEqual(["王伟"]);
    expect(await find("研究")).toEqual(["李娜"]);
    expect(await find("%")).toEqual(["李娜"]);
    expect(await find("_")).toEqual([]);
    expect(await find("' or 1=1 --")).toEqual([]);
    expect((await find("")).sort()).toEqual(["李娜", "王伟", "管理员"].sort());
    expect(await people.directory(wang, "王伟")).toEqual([
      { id: wang.id, name: "王伟", department: "办公室", title: "" },
    ]);
  });

  it("AU-04 nobody learns a colleague's sign-in name from the directory letter by letter", async () => {
    const { people, administrator, addPerson } = await openBoth();
    const wang = await addPerson({ name: "王伟", signInName: "wangwei" });
    for (const person of [wang, administrator]) {
      for (const part of ["w", "wangwe", "angwei", "wangwei_"]) {
        expect(await people.directory(person, part)).toEqual([]);
      }
    }
  });

  it("AU-04 the directory gives at most twenty", async () => {
    const { people, administrator, addPerson } = await openBoth();
    for (let made = 0; made < 25; made++) await addPerson();
    expect(await people.directory(administrator, "同事")).toHaveLength(20);
  });
});

describeOnSqlite("people's accounts", (database) => {
  const open = async () => openOffice(await database.open());

  it("AU-05 disabling or demoting ends the sessions and closes the sockets at once", async () => {
    const office = await open();
    const { people, administrator, rooms, sessions } = office;
    for (const change of [{ disabled: true }, { administrator: false }]) {
      const person = await office.addPerson({ administrator: true });
      const { sessionVersion } = await signIn(office, person.signInName, PASSWORD);
      const claims = { personId: person.id, sessionVersion, sessionId: newId() };
      expect(await sessions.resolve(claims)).toEqual(person);
      await people.change(administrator, person.id, change);
      expect(await sessions.resolve(claims)).toBeNull();
      expect(rooms.revoked.at(-1)).toEqual({ personId: person.id, speechId: undefined });
    }
  });

  it("AU-05 another change ends no session and closes no socket", async () => {
    const office = await open();
    const person = await office.addPerson();
    const { sessionVersion } = await signIn(office, person.signInName, PASSWORD);
    const changed = await office.people.change(office.administrator, person.id, {
      name: "新名",
      title: "处长",
      administrator: true,
      disabled: false,
    });
    expect(changed).toEqual({ ...person, name: "新名", title: "处长", administrator: true });
    expect(
      await office.sessions.resolve({ personId: person.id, sessionVersion, sessionId: newId() }),
    ).toEqual(changed);
    expect(office.rooms.revoked).toEqual([]);
  });

  it("AU-05 who is enabled again signs in anew; the old session stays ended", async () => {
    const office = await open();
    const person = await office.addPerson();
    const { sessionVersion } = await signIn(office, person.signInName, PASSWORD);
    await office.people.change(office.administrator, person.id, { disabled: true });
    await expect(signIn(office, person.signInName, PASSWORD)).rejects.toMatchObject({
      code: "sign-in-failed",
    });
    await office.people.change(office.administrator, person.id, { disabled: false });
    expect(
      await office.sessions.resolve({ personId: person.id, sessionVersion, sessionId: newId() }),
    ).toBeNull();
    expect((await signIn(office, person.signInName, PASSWORD)).person.id).toBe(person.id);
  });

  it("AU-07 one's own password changes with the current one only, and ends every session", async () => {
    const office = await open();
    const { people, rooms, sessions } = office;
    const person = await office.addPerson();
    const { sessionVersion } = await signIn(office, person.signInName, PASSWORD);
    await expect(
      people.changeOwnPassword(person, "not the current one", "another one"),
    ).rejects.toMatchObject({
      code: "password-wrong",
    });
    expect(
      await sessions.resolve({ personId: person.id, sessionVersion, sessionId: newId() }),
    ).not.toBeNull();
    await people.changeOwnPassword(person, PASSWORD, "another long one");
    expect(await sessions.resolve({ personId: person.id, sessionVersion, sessionId: newId() })).toBeNull();
    expect(rooms.revoked).toEqual([{ personId: person.id, speechId: undefined }]);
    expect((await signIn(office, person.signInName, "another long one")).person.mustChangePassword).toBe(
      false,
    );
  });

  it("AU-07 the initial password can't be chosen as one's own, however it is typed", async () => {
    const { people, administrator, sessions } = await open();
    const initial = "ＡＢ初始密码 2026";
    const input = { name: "新人", signInName: "newcomer", department: "", title: "", administrator: false };
    const person = await people.create(administrator, { ...input, initialPassword: initial });
    for (const same of [initial, initial.normalize("NFKC")]) {
      await expect(people.changeOwnPassword(person, initial, same)).rejects.toMatchObject({
        code: "invalid-input",
        fields: { newPassword: "unchanged" },
      });
    }
    const attempt = { signInName: "newcomer", address: "192.0.2.9" };
    const still = await sessions.signIn({ ...attempt, password: initial });
    expect(still.person.mustChangePassword).toBe(true);
    await people.changeOwnPassword(person, initial, `${initial}!`);
    const own = await sessions.signIn({ ...attempt, password: `${initial}!` });
    expect(own.person.mustChangePassword).toBe(false);
  });

  it("AU-43 the current password can't be guessed at by who found a browser signed in", async () => {
    const { people, sessions, addPerson, clock } = await open();
    const person = await addPerson();
    const colleague = await addPerson();
    const guess = () => people.changeOwnPassword(person, "not the current one", "chosen by a thief");
    for (let failure = 0; failure < SIGN_IN_LIMITS.account.most; failure++) {
      await expect(guess()).rejects.toMatchObject({ code: "password-wrong" });
    }
    await expect(guess()).rejects.toMatchObject({ code: "sign-in-locked" });
    const right = () => people.changeOwnPassword(person, PASSWORD, "chosen by myself");
    await expect(right()).rejects.toMatchObject({ code: "sign-in-locked" });
    // Nobody else is stopped, nor the person at the sign-in page.
    await people.changeOwnPassword(colleague, PASSWORD, "chosen by a colleague");
    const { signInName } = person;
    await sessions.signIn({ signInName, password: PASSWORD, address: "192.0.2.9" });
    clock.time += SIGN_IN_LIMITS.windowMs;
    const claims = await right();
    expect((await sessions.resolve(claims))?.id).toBe(person.id);
  });

  describe("AC-06 only an administrator manages people", () => {
    const management: Record<string, (office: Office, actor: Person, target: Person) => Promise<unknown>> = {
      list: ({ people }, actor) => people.list(actor),
      create: ({ people }, actor) =>
        people.create(actor, {
          name: "新人",
          signInName: "newcomer",
          department: "",
          title: "",
          administrator: false,
          initialPassword: PASSWORD,
        }),
      change: ({ people }, actor, target) => people.change(actor, target.id, { name: "改名" }),
      resetPassword: ({ people }, actor, target) => people.resetPassword(actor, target.id, PASSWORD),
    };
    it.each(Object.keys(management))("AC-06 %s", async (method) => {
      const office = await open();
      const person = await office.addPerson();
      const before = await office.people.list(office.administrator);
      await expect(management[method]?.(office, person, office.administrator)).rejects.toMatchObject({
        code: "forbidden",
      });
      expect(await office.people.list(office.administrator)).toEqual(before);
      await management[method]?.(office, office.administrator, person);
    });
  });
});
