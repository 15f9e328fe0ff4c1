/**
 * Password hashes by scrypt, written as `$scrypt$ln=17,r=8,p=1$<salt>$<key>`: each hash carries the
 * cost it was made with, so a later, higher cost leaves old ones readable.
 */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { AppError } from "@/core/errors";

export interface Passwords {
  hash(password: string): Promise<string>;
  /** With null (nobody has that name) it works as long as for a wrong password, and is false. */
  verify(password: string, stored: string | null): Promise<boolean>;
}

export interface PasswordCost {
  /** log2 of scrypt's N. */
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP Password Storage Cheat Sheet: N = 2^17, r = 8, p = 1, which takes 128 MB for each hash. */
export const RECOMMENDED_COST: PasswordCost = { logN: 17, r: 8, p: 1 };

/** Two at a time keep a flood of sign-ins to 256 MB and half of Node's four worker threads. */
const AT_ONCE = 2;
/** About eight seconds' worth at 250 ms each; who comes later is told to try again. */
const MOST_WAITING = 64;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const FORMAT = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

/** One per process: the limit on simultaneous hashes is its own. */
export function createPasswords(cost: PasswordCost): Passwords {
  const queued = createQueue();

  async function hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const key = await queued(() => derive(password, salt, cost));
    const { logN, r, p } = cost;
    return `$scrypt$ln=${logN},r=${r},p=${p}$${salt.toString("base64url")}$${key.toString("base64url")}`;
  }

  async function verify(password: string, stored: string | null): Promise<boolean> {
    if (stored === null) {
      await queued(() => derive(password, randomBytes(SALT_BYTES), cost));
      return false;
    }
    const parts = FORMAT.exec(stored);
    if (parts === null) throw new Error("a stored password hash has an unknown format");
    const [, logN, r, p, salt = "", key = ""] = parts;
    const storedCost = { logN: Number(logN), r: Number(r), p: Number(p) };
    const derived = await queued(() => derive(password, Buffer.from(salt, "base64url"), storedCost));
    const expected = Buffer.from(key, "base64url");
    return derived.length === expected.length && timingSafeEqual(derived, expected);
  }

  return { hash, verify };
}

/** Full-width and composed forms that an input method may give for the same keys count as one. */
function derive(password: string, salt: Buffer, { logN, r, p }: PasswordCost): Promise<Buffer> {
  const N = 2 ** logN;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** Runs at most AT_ONCE pieces of work at a time, the others in the order they came. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= AT_ONCE) {
      if (waiting.length >= MOST_WAITING)
        throw new AppError("too-many-requests", "too many passwords at once");
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line, so nobody can slip in between.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
