/**
 * Preloaded into the servers of browser tests: passwords are hashed at a cost of nearly nothing. At the real
 * one every colleague that a test needs takes seconds of a processor that the browsers could use. The real cost
 * is what tests/server/passwords.test.ts and the first visit's spec run with.
 */
import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

const { scrypt } = crypto;
const QUICK = { N: 16, r: 8, p: 1 };

crypto.scrypt = (password, salt, keyLength, _options, callback) =>
  scrypt(password, salt, keyLength, QUICK, callback);
syncBuiltinESMExports();
