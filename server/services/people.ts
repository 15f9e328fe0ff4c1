/** People and their accounts. Every method decides access itself, from `actor`. */
import { sql } from "kysely";
import { AppError, type ErrorCode } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { DirectoryEntry, NewPerson, Person, PersonChange, SetUp } from "@/core/person";
import type { Database } from "../db/database";
import type { Clock } from "./clock";
import { tellSignerAgain } from "./later-turns";
import { newPersonIdBeside } from "./new-person-id";
import { requireInOffice } from "./office-access";
import { outsideAuthors } from "./outside-authors";
import type { Passwords } from "./passwords";
import { changePerson } from "./person-change";
import { type NewPersonRow, personOf } from "./person-row";
import type { LiveRooms, NoticeBell } from "./ports";
import type { SessionClaims } from "./sessions";
import { createSignInThrottle, takeBackUnlessWrong } from "./sign-in-throttle";
import { withdrawing } from "./withdrawing";

export interface PeopleService {
  /** True until the first administrator exists. */
  needsSetUp(): Promise<boolean>;
  /** Creates the first administrator; `already-set-up` afterwards, also when two race. */
  setUp(input: SetUp): Promise<Person>;
  list(actor: Person): Promise<readonly Person[]>;
  /**
   * Enabled people by a part of name or department, for member pickers; at most 20. By a sign-in name only whole: by
   * parts whoever asks would find it letter by letter.
   */
  directory(actor: Person, query: string): Promise<readonly DirectoryEntry[]>;
  create(actor: Person, input: NewPerson): Promise<Person>;
  /** Disabling or demoting closes the person's sockets and ends the sessions at once. */
  change(actor: Person, personId: PersonId, change: PersonChange): Promise<Person>;
  resetPassword(actor: Person, personId: PersonId, initialPassword: string): Promise<void>;
  /**
   * The person's own password; ends every session and returns the claims of a new one.
   * `password-wrong` when the current one is wrong, `sign-in-locked` after too many of those, `invalid-input`
   * for the current one as the new one.
   */
  changeOwnPassword(actor: Person, currentPassword: string, newPassword: string): Promise<SessionClaims>;
}

export interface PeopleDependencies {
  readonly database: Database;
  readonly passwords: Passwords;
  readonly rooms: Pick<LiveRooms, "revoke">;
  readonly bell: NoticeBell;
  readonly clock: Clock;
}

const DIRECTORY_ENTRIES = 20;

export function createPeopleService({
  database,
  passwords,
  rooms,
  bell,
  clock,
}: PeopleDependencies): PeopleService {
  const throttle = createSignInThrottle(database, clock);

  async function isSetUp(): Promise<boolean> {
    const row = await database.query((queries) =>
      queries.selectFrom("installation").select("key").where("key", "=", "set-up").executeTakeFirst(),
    );
    return row !== undefined;
  }

  async function newRow(input: Omit<NewPerson, "initialPassword">, password: string): Promise<NewPersonRow> {
    // Outside authors are disabled too.
    const colleagues = await database.query((queries) =>
      queries.selectFrom("people").select("id").where("disabled", "=", 0).execute(),
    );
    return {
      id: newPersonIdBeside(colleagues.map(({ id }) => id)),
      name: input.name,
      sign_in_name: input.signInName,
      department: input.department,
      title: input.title,
      administrator: input.administrator ? 1 : 0,
      disabled: 0,
      must_change_password: 0,
      password_hash: await passwords.hash(password),
      session_version: 1,
      created_at: clock.now(),
    };
  }

  /** Whom an earlier sending of the same request added, whose answer was lost: just so, and not signed in since. */
  async function addedBefore(row: NewPersonRow, password: string): Promise<Person | null> {
    const there = await database.query((queries) =>
      queries
        .selectFrom("people")
        .selectAll()
        .where("sign_in_name", "=", row.sign_in_name)
        .where("session_version", "=", row.session_version)
        .executeTakeFirst(),
    );
    if (there === undefined) return null;
    const given = { id: row.id, createdAt: row.created_at };
    const isSame = JSON.stringify({ ...personOf(there), ...given }) === JSON.stringify(personOf(row));
    return isSame && (await passwords.verify(password, there.password_hash)) ? personOf(there) : null;
  }

  /** The row of whoever gives the current password; `password-wrong`, and counted, for a wrong one. */
  async function verifiedPassword(actor: Person, currentPassword: string) {
    const counted = await throttle.beginChange(actor.id);
    try {
      const stored = await database.query((queries) =>
        queries.selectFrom("people").select("password_hash").where("id", "=", actor.id).executeTakeFirst(),
      );
      if (stored === undefined) throw new AppError("not-found");
      if (!(await passwords.verify(currentPassword, stored.password_hash)))
        throw new AppError("password-wrong");
      await throttle.changeSucceeded(actor.id);
      return stored;
    } catch (error) {
      await takeBackUnlessWrong(throttle, counted, error, "password-wrong");
      throw error;
    }
  }

  return {
    needsSetUp: async () => !(await isSetUp()),

    async setUp({ name, signInName, password }) {
      if (await isSetUp()) throw new AppError("already-set-up");
      const administrator = { name, signInName, department: "", title: "", administrator: true };
      const row = await newRow(administrator, password);
      const insertion = database.transaction(async (queries) => {
        // First, so that of two who set up at once the second fails here.
        await queries
          .insertInto("installation")
          .values({ key: "set-up", value: String(row.created_at) })
          .execute();
        await queries.insertInto("people").values(row).execute();
      });
      await renameConflict(insertion, "already-set-up");
      return personOf(row);
    },

    async list(actor) {
      requireInOffice(actor, "manage-people");
      const rows = await database.query((queries) =>
        queries
          .selectFrom("people")
          .selectAll()
          .where("id", "not in", outsideAuthors(queries))
          .orderBy("name")
          .orderBy("id")
          .execute(),
      );
      return rows.map(personOf);
    },

    async directory(actor, query) {
      requireInOffice(actor, "see-directory");
      const words = query.trim().toLowerCase();
      const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
      return database.query((queries) =>
        queries
          .selectFrom("people")
          .select(["id", "name", "department", "title"])
          .where("disabled", "=", 0)
          .where(
            sql<boolean>`(lower(name) like ${pattern} escape '\\' or lower(department) like ${pattern} escape '\\'
              or sign_in_name = ${words})`,
          )
          .orderBy("name")
          .orderBy("id")
          .limit(DIRECTORY_ENTRIES)
          .execute(),
      );
    },

    async create(actor, input) {
      requireInOffice(actor, "manage-people");
      const row: NewPersonRow = { ...(await newRow(input, input.initialPassword)), must_change_password: 1 };
      const insertion = database.query((queries) => queries.insertInto("people").values(row).execute());
      try {
        await renameConflict(insertion, "sign-in-name-taken");
      } catch (error) {
        const isTaken = error instanceof AppError && error.code === "sign-in-name-taken";
        const added = isTaken ? await addedBefore(row, input.initialPassword) : null;
        if (added === null) throw error;
        return added;
      }
      return personOf(row);
    },

    async change(actor, personId, change) {
      requireInOffice(actor, "manage-people");
      const { after } = await withdrawing(
        database,
        async (queries) => {
          const changed = await changePerson(queries, database.kind, personId, change);
          const isBack = changed.before.disabled === 1 && changed.after.disabled === 0;
          const told = isBack ? await tellSignerAgain(queries, { personId, at: clock.now() }) : [];
          return { ...changed, told };
        },
        ({ before, after, told }) => {
          bell.ring(told);
          if (after.session_version !== before.session_version) rooms.revoke(personId);
        },
      );
      return personOf(after);
    },

    async resetPassword(actor, personId, initialPassword) {
      requireInOffice(actor, "manage-people");
      const password_hash = await passwords.hash(initialPassword);
      const resetting = database.transaction(async (queries) => {
        const reset = await queries
          .updateTable("people")
          .set((row) => ({
            password_hash,
            must_change_password: 1,
            session_version: row("session_version", "+", 1),
          }))
          .where("id", "=", personId)
          .where("id", "not in", outsideAuthors(queries))
          .returning("sign_in_name")
          .executeTakeFirst();
        if (reset === undefined) throw new AppError("not-found");
        await throttle.passwordReset(queries, { signInName: reset.sign_in_name, personId });
      });
      // Also when it fails: its answer may have been lost, and who comes back is judged anew.
      await resetting.finally(() => rooms.revoke(personId));
    },

    async changeOwnPassword(actor, currentPassword, newPassword) {
      const stored = await verifiedPassword(actor, currentPassword);
      // Whoever gave the initial password would know it for good.
      if (await passwords.verify(newPassword, stored.password_hash))
        throw new AppError("invalid-input", "the same password", { newPassword: "unchanged" });
      const password_hash = await passwords.hash(newPassword);
      const changing = database.query((queries) =>
        queries
          .updateTable("people")
          .set((row) => ({
            password_hash,
            must_change_password: 0,
            session_version: row("session_version", "+", 1),
          }))
          .where("id", "=", actor.id)
          // Hashing took a while: an administrator's reset in between must win.
          .where("password_hash", "=", stored.password_hash)
          .returning("session_version")
          .executeTakeFirst(),
      );
      // Also when it fails: its answer may have been lost, and the sessions be over.
      const changed = await changing.finally(() => rooms.revoke(actor.id));
      if (changed === undefined) throw new AppError("conflict", "the password was changed meanwhile");
      return { personId: actor.id, sessionVersion: changed.session_version, sessionId: newId() };
    },
  };
}

/** Gives a broken uniqueness the name that the user knows it by. */
async function renameConflict(insertion: Promise<unknown>, code: ErrorCode): Promise<void> {
  try {
    await insertion;
  } catch (error) {
    throw error instanceof AppError && error.code === "conflict" ? new AppError(code, error.message) : error;
  }
}
