/**
 * What one test run came to, passed from a reporter (in the runner's child process) to
 * scripts/test.mjs through a file.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Environment variable with the file's path. */
export const TALLY_FILE = "LECTERN_TALLY_FILE";

/**
 * @typedef {{ title: string, because: string }} NotRun
 * @typedef {{ passed: number, failed: string[], notRun: NotRun[], unsteady: string[] }} Tally
 * `unsteady`: of the passed, those that failed at their first try.
 */

/** @returns {Tally} */
export const noTests = () => ({ passed: 0, failed: [], notRun: [], unsteady: [] });

/** @param {Tally} tally */
export function writeTally(tally) {
  const file = process.env[TALLY_FILE];
  if (file) writeFileSync(file, JSON.stringify(tally));
}

/** @param {string} file @returns {Tally | null} null when the run died before its end */
export function readTally(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/**
 * Adds a test that did not run. Without a reason it counts as a failure: nothing is skipped silently.
 * @param {Tally} tally @param {string} title @param {string | undefined} because
 */
export function addNotRun(tally, title, because) {
  if (because) tally.notRun.push({ title, because });
  else tally.failed.push(`${title} (skipped without a reason)`);
}
