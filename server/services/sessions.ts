/** Signing in, and who a request is from. */
import type { PersonId } from "@/core/ids";
import type { Person } from "@/core/person";

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
