/** Signing in, and who a request is from. */
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { Database } from "../db/database";
import type { Clock } from "./clock";
import type { Passwords } from "./passwords";
import { personOf } from "./person-row";
import { createSignInThrottle } from "./sign-in-throttle";

/** What the signed cookie carries; `sessionVersion` rises when sessions must end. */
export interface SessionClaims {
  readonly personId: PersonId;
  readonly sessionVersion: number;
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
}

export interface SessionDependencies {
  readonly database: Database;
  readonly passwords: Passwords;
  readonly clock: Clock;
}

export function createSessionService({ database, passwords, clock }: SessionDependencies): SessionService {
  const throttle = createSignInThrottle(database, clock);

  return {
    async signIn({ signInName: typedName, password, address }) {
      const attempt = { signInName: typedName.trim().toLowerCase(), address };
      await throttle.begin(attempt);
      const row = await database.query((queries) =>
        queries
          .selectFrom("people")
          .selectAll()
          .where("sign_in_name", "=", attempt.signInName)
          .executeTakeFirst(),
      );
      const right = await passwords.verify(password, row?.password_hash ?? null);
      if (row === undefined || row.disabled === 1 || !right) throw new AppError("sign-in-failed");
      await throttle.succeeded(attempt);
      return { person: personOf(row), sessionVersion: row.session_version };
    },

    async resolve({ personId, sessionVersion }) {
      const row = await database.query((queries) =>
        queries
          .selectFrom("people")
          .selectAll()
          .where("id", "=", personId)
          .where("session_version", "=", sessionVersion)
          .where("disabled", "=", 0)
          .executeTakeFirst(),
      );
      return row === undefined ? null : personOf(row);
    },
  };
}
