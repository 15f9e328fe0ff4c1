/** Signing in, and who a request is from. */
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { Database } from "../db/database";
import type { Clock } from "./clock";
import type { Passwords } from "./passwords";
import { personOf } from "./person-row";
import type { LiveRooms } from "./ports";
import { typedSignInName } from "./sign-in-name";
import { createSignInThrottle, takeBackUnlessWrong } from "./sign-in-throttle";

/** What the signed cookie carries; `sessionVersion` rises when sessions must end. */
export interface SessionClaims {
  readonly personId: PersonId;
  readonly sessionVersion: number;
  /** The same in every cookie that renews it. */
  readonly sessionId: string;
}

export interface SignedIn {
  readonly person: Person;
  readonly sessionVersion: number;
}

export interface SessionService {
  /**
   * Checks a sign-in name and password. Slows down and then refuses (`sign-in-locked`) after
   * repeated failures per account and per address; wrong name and wrong password are the same
   * `sign-in-failed` and take the same time.
   */
  signIn(input: { signInName: string; password: string; address: string }): Promise<SignedIn>;
  /** The person behind the claims, or null: unknown, disabled, or an ended session. */
  resolve(claims: SessionClaims): Promise<Person | null>;
  /**
   * Signs out: from now on the claims are nobody's, whoever has a copy of them, and the person's sockets are
   * judged anew.
   * @param forgetAt epoch milliseconds by which every cookie of the session is over by itself
   */
  end(claims: Pick<SessionClaims, "personId" | "sessionId">, forgetAt: number): Promise<void>;
}

export interface SessionDependencies {
  readonly database: Database;
  readonly passwords: Passwords;
  readonly clock: Clock;
  readonly rooms: Pick<LiveRooms, "revoke">;
}

export function createSessionService(dependencies: SessionDependencies): SessionService {
  const { database, passwords, clock, rooms } = dependencies;
  const throttle = createSignInThrottle(database, clock);

  /** The row of whoever has this name and password; `sign-in-failed` for a wrong one and who is disabled. */
  async function verified(signInName: string, password: string) {
    const row = await database.query((queries) =>
      queries.selectFrom("people").selectAll().where("sign_in_name", "=", signInName).executeTakeFirst(),
    );
    const right = await passwords.verify(password, row?.password_hash ?? null);
    if (row === undefined || row.disabled === 1 || !right) throw new AppError("sign-in-failed");
    return row;
  }

  return {
    async signIn({ signInName: typedName, password, address }) {
      const attempt = { signInName: typedSignInName(typedName), address };
      const counted = await throttle.begin(attempt);
      const row = await verified(attempt.signInName, password).catch(async (error: unknown) => {
        await takeBackUnlessWrong(throttle, counted, error, "sign-in-failed");
        throw error;
      });
      // Where this fails it may be done all the same: taken back once more, it would be another's failure.
      await throttle.succeeded(counted);
      return { person: personOf(row), sessionVersion: row.session_version };
    },

    async resolve({ personId, sessionVersion, sessionId }) {
      const row = await database.query((queries) =>
        queries
          .selectFrom("people")
          .selectAll()
          .where("id", "=", personId)
          .where("session_version", "=", sessionVersion)
          .where("disabled", "=", 0)
          .where(({ not, exists, selectFrom }) =>
            not(exists(selectFrom("ended_sessions").select("id").where("id", "=", sessionId))),
          )
          .executeTakeFirst(),
      );
      return row === undefined ? null : personOf(row);
    },

    async end({ personId, sessionId }, forgetAt) {
      await database.transaction(async (queries) => {
        await queries.deleteFrom("ended_sessions").where("forget_at", "<", clock.now()).execute();
        await queries
          .insertInto("ended_sessions")
          .values({ id: sessionId, forget_at: forgetAt })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      });
      rooms.revoke(personId);
    },
  };
}
