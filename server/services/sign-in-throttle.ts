/**
 * Slows down and then refuses repeated attempts to sign in, per account and per address. Kept in the
 * database, so a restart forgives nobody and all nodes count together.
 *
 * An attempt is counted as a failure before its password is looked at and taken back when it was
 * right, or when nobody came to look at it: attempts made side by side can't all slip through before
 * the first has failed.
 */
import { createHash } from "node:crypto";
import { AppError, type ErrorCode } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import type { Database, Queries } from "../db/database";
import { addressBlock } from "./address-block";
import type { Clock } from "./clock";

export interface SignInAttempt {
  readonly signInName: string;
  readonly address: string;
}

/** An attempt that counts as a failure until it turns out to be none. */
export interface CountedAttempt {
  /** By each of what it counts against: a sign-in's address, then its account. */
  readonly counted: readonly Counted[];
}

export interface ResetAccount {
  readonly signInName: string;
  readonly personId: PersonId;
}

export interface SignInThrottle {
  /**
   * Counts the attempt and waits as long as it has to; throws `sign-in-locked` past the limit. Nothing that an address
   * tries past its limit counts against an account.
   */
  begin(attempt: SignInAttempt): Promise<CountedAttempt>;
  /**
   * Nobody looked at the password, of a sign-in or of a change: takes this attempt and no other off what it counted
   * against. Never for a wrong one, whatever happened besides.
   */
  notJudged(attempt: CountedAttempt): Promise<void>;
  /**
   * The password was right: forgets the account's failures, and this attempt for the address. Its failures are as old
   * as they were, or an office that signs in all day would never be rid of any.
   */
  succeeded(attempt: CountedAttempt): Promise<void>;
  /**
   * The account has a new password: what was guessed of the old one, to sign in or to change it, no longer counts.
   * In the transaction that sets it, or its owner would have a password and be locked out all the same.
   */
  passwordReset(queries: Queries, account: ResetAccount): Promise<void>;
  /**
   * The same for the current password that somebody signed in gives to change it: a browser left open
   * is no place to guess at. Counted apart, so that a stranger's guesses don't stop its owner.
   */
  beginChange(personId: PersonId): Promise<CountedAttempt>;
  changeSucceeded(personId: PersonId): Promise<void>;
}

interface Counted {
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** When the subject was last counted before; null where that is forgotten. */
  readonly formerAt: number | null;
  readonly delayMs: number;
}

interface Allowance {
  /** Attempts that are not slowed. */
  readonly free: number;
  /** The last attempt that is looked at until the window has passed without another. */
  readonly most: number;
}

/** An office often has one address for everybody, so an address may fail more often. */
export const SIGN_IN_LIMITS = {
  account: { free: 3, most: 10 },
  address: { free: 20, most: 100 },
  windowMs: 15 * 60 * 1000,
  firstDelayMs: 500,
  longestDelayMs: 8_000,
} as const;

export function createSignInThrottle(database: Database, clock: Clock): SignInThrottle {
  const { account, address, windowMs } = SIGN_IN_LIMITS;

  async function begin(...subjects: readonly (readonly [string, Allowance])[]): Promise<CountedAttempt> {
    const at = clock.now();
    const counted = await database.transaction(async (queries) => {
      await queries
        .deleteFrom("sign_in_failures")
        .where(({ or, eb }) =>
          or([
            eb("last_at", "<=", at - windowMs),
            // From a clock that was wrong: it would lock for as long as it was ahead. Nodes' clocks differ by less.
            eb("last_at", ">", at + windowMs),
          ]),
        )
        .execute();
      const found: Counted[] = [];
      // In the order given, so that two attempts never wait for each other's row.
      for (const [subject, allowance] of subjects) {
        const each = await count(queries, subject, allowance, at);
        if (each === null) return null;
        found.push(each);
      }
      return found;
    });
    // Thrown out here: inside, it would take back what was just counted.
    if (counted === null) throw new AppError("sign-in-locked", "too many failures");
    const delayMs = Math.max(...counted.map((each) => each.delayMs));
    if (delayMs > 0) await clock.wait(delayMs);
    return { counted };
  }

  async function takeOff(queries: Queries, { subject, at, formerAt }: Counted): Promise<void> {
    const row = queries.updateTable("sign_in_failures").where("subject", "=", subject);
    await row
      .set((each) => ({ failures: each("failures", "-", 1) }))
      .where("failures", ">", 0)
      .execute();
    // Unless somebody else was counted meanwhile.
    if (formerAt !== null) await row.set({ last_at: formerAt }).where("last_at", "=", at).execute();
  }

  const forget = (queries: Queries, subject: string) =>
    queries.deleteFrom("sign_in_failures").where("subject", "=", subject).execute();

  return {
    // The address first, here and in succeeded(): a refused one doesn't get as far as the account.
    begin: (attempt) => begin([addressKey(attempt), address], [accountKey(attempt.signInName), account]),
    beginChange: (personId) => begin([changeKey(personId), account]),
    async notJudged({ counted }) {
      await database.transaction(async (queries) => {
        for (const each of counted) await takeOff(queries, each);
      });
    },
    async succeeded({ counted: [ofAddress, ofAccount] }) {
      await database.transaction(async (queries) => {
        if (ofAddress !== undefined) await takeOff(queries, ofAddress);
        if (ofAccount !== undefined) await forget(queries, ofAccount.subject);
      });
    },
    async passwordReset(queries, { signInName, personId }) {
      await forget(queries, accountKey(signInName));
      await forget(queries, changeKey(personId));
    },
    async changeSucceeded(personId) {
      await database.query((queries) => forget(queries, changeKey(personId)));
    },
  };
}

/** For what ended an attempt otherwise than well: only `wrong` says that somebody looked at the password. */
export async function takeBackUnlessWrong(
  throttle: Pick<SignInThrottle, "notJudged">,
  counted: CountedAttempt,
  error: unknown,
  wrong: ErrorCode,
): Promise<void> {
  if (error instanceof AppError && error.code === wrong) return;
  // What ended it is told, not what may stop this too: then it stays counted.
  await throttle.notJudged(counted).catch(() => undefined);
}

/** What counting says, or null when the limit is reached. A refused attempt isn't counted. */
async function count(
  queries: Queries,
  subject: string,
  allowance: Allowance,
  at: number,
): Promise<Counted | null> {
  // Written, not only read, so that nobody is counted in between.
  const before = await queries
    .updateTable("sign_in_failures")
    .set((row) => ({ failures: row.ref("failures") }))
    .where("subject", "=", subject)
    .returning("last_at")
    .executeTakeFirst();
  const counted = await queries
    .insertInto("sign_in_failures")
    .values({ subject, failures: 1, last_at: at })
    .onConflict((conflict) =>
      conflict
        .column("subject")
        .doUpdateSet((row) => ({ failures: row("sign_in_failures.failures", "+", 1), last_at: at }))
        .where("sign_in_failures.failures", "<", allowance.most),
    )
    .returning("failures")
    .executeTakeFirst();
  if (counted === undefined) return null;
  const delayMs = delayAfter(counted.failures - allowance.free);
  return { subject, at, formerAt: before?.last_at ?? null, delayMs };
}

function delayAfter(pastFree: number): number {
  const { firstDelayMs, longestDelayMs } = SIGN_IN_LIMITS;
  return pastFree <= 0 ? 0 : Math.min(firstDelayMs * 2 ** (pastFree - 1), longestDelayMs);
}

const accountKey = (signInName: string): string => hashed(`account ${signInName}`);
const addressKey = ({ address }: SignInAttempt): string => hashed(`address ${addressBlock(address)}`);
const changeKey = (personId: PersonId): string => hashed(`change ${personId}`);

function hashed(subject: string): string {
  return createHash("sha256").update(subject).digest("hex");
}
