/** Passwords that an administrator resets. */
import { expect, it } from "vitest";
import { newPersonId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { SIGN_IN_LIMITS } from "@/server/services/sign-in-throttle";
import { describeOnBoth } from "../helpers/databases";
import { type Office, openOffice, PASSWORD, servicesOver } from "../helpers/offices";

const signIn = ({ sessions }: Pick<Office, "sessions">, signInName: string, password: string) =>
  sessions.signIn({ signInName, password, address: "192.0.2.1" });

describeOnBoth("a password that is reset", (database) => {
  const open = async () => openOffice(await database.open());

  it("AU-06 a reset password replaces the old one, must be changed, and ends the sessions", async () => {
    const office = await open();
    const { people, administrator, rooms, sessions } = office;
    const person = await office.addPerson();
    await people.changeOwnPassword(person, PASSWORD, "chosen by myself");
    const { sessionVersion } = await signIn(office, person.signInName, "chosen by myself");
    await people.resetPassword(administrator, person.id, "a new initial one");
    expect(await sessions.resolve({ personId: person.id, sessionVersion, sessionId: newId() })).toBeNull();
    expect(rooms.revoked.at(-1)).toEqual({ personId: person.id, speechId: undefined });
    await expect(signIn(office, person.signInName, "chosen by myself")).rejects.toMatchObject({
      code: "sign-in-failed",
    });
    expect((await signIn(office, person.signInName, "a new initial one")).person.mustChangePassword).toBe(
      true,
    );
    await expect(people.resetPassword(administrator, newPersonId(), PASSWORD)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("AU-06 who failed too often gets in with the password that was reset", async () => {
    const office = await open();
    const person = await office.addPerson({ signInName: "forgetful" });
    for (let failure = 0; failure < SIGN_IN_LIMITS.account.most; failure++) {
      await expect(signIn(office, "forgetful", "a wrong guess")).rejects.toMatchObject({
        code: "sign-in-failed",
      });
    }
    await expect(signIn(office, "forgetful", PASSWORD)).rejects.toMatchObject({ code: "sign-in-locked" });
    await office.people.resetPassword(office.administrator, person.id, "a new initial one");
    expect((await signIn(office, "forgetful", "a new initial one")).person.id).toBe(person.id);
  });

  it("AU-06 who failed too often at changing the password gets to change the one that was reset", async () => {
    const { people, administrator, addPerson } = await open();
    const person = await addPerson();
    const change = (current: string) => people.changeOwnPassword(person, current, "chosen by myself");
    for (let failure = 0; failure < SIGN_IN_LIMITS.account.most; failure++) {
      await expect(change("a wrong guess")).rejects.toMatchObject({ code: "password-wrong" });
    }
    await expect(change(PASSWORD)).rejects.toMatchObject({ code: "sign-in-locked" });
    await people.resetPassword(administrator, person.id, "a new initial one");
    expect((await change("a new initial one")).personId).toBe(person.id);
  });

  it("AU-06 and whose answer is lost on the way from the database closes the sockets", async () => {
    const storage = await database.open();
    const office = await openOffice(storage);
    const person = await office.addPerson();
    const { database: stored } = storage;
    const lost = async <T>(done: Promise<T>): Promise<T> => {
      await done;
      throw new Error("the connection was lost");
    };
    const losing: typeof stored = {
      ...stored,
      query: (run) => lost(stored.query(run)),
      transaction: (run) => lost(stored.transaction(run)),
    };
    const { people, rooms } = servicesOver({ ...storage, database: losing });
    const reset = people.resetPassword(office.administrator, person.id, "a new initial one");
    await expect(reset).rejects.toThrow("lost");
    expect(rooms.revoked).toEqual([{ personId: person.id, speechId: undefined }]);
    expect((await signIn(office, person.signInName, "a new initial one")).person.id).toBe(person.id);
  });
});
