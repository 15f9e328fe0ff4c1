/** Runs the phases of `npm test` one after another and adds up what they came to. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { noTests, readTally, TALLY_FILE } from "./tally.mjs";

/**
 * Runs a program with its output shown.
 * @param {string} program @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, limitMs: number }} options
 * @returns {Promise<string | null>} null when it exited with 0, else what happened
 */
function run(program, args, { cwd, env = {}, limitMs }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
    const limit = setTimeout(() => child.kill("SIGTERM"), limitMs);
    const settle = (/** @type {string | null} */ outcome) => {
      clearTimeout(limit);
      resolve(outcome);
    };
    child.on("error", (error) => settle(error.message));
    child.on("exit", (code, signal) => {
      settle(code === 0 ? null : code === null ? `was ended by ${signal}` : `exited with ${code}`);
    });
  });
}

/** The whole run. Every phase runs, whatever came before it. */
export class Phases {
  tally = noTests();
  #root;

  /** @param {string} root */
  constructor(root) {
    this.#root = root;
  }

  /**
   * A phase that counts as one: it passes or it fails.
   * @param {string} name @param {string[]} script @param {number} limitMs
   * @returns {Promise<boolean>}
   */
  async check(name, script, limitMs) {
    heading(name);
    const problem = await run("npm", ["run", "--silent", ...script], { cwd: this.#root, limitMs });
    if (problem === null) this.tally.passed += 1;
    else this.tally.failed.push(`${name}: ${problem}`);
    return problem === null;
  }

  /**
   * A phase that counts its tests by a tally reporter.
   * @param {string} name @param {string[]} script
   * @param {{ limitMs: number, env?: Record<string, string> }} options
   */
  async tests(name, script, { limitMs, env = {} }) {
    heading(name);
    const folder = mkdtempSync(path.join(os.tmpdir(), "lectern-tally-"));
    const file = path.join(folder, "tally.json");
    const problem = await run("npm", ["run", "--silent", ...script], {
      cwd: this.#root,
      limitMs,
      env: { ...env, [TALLY_FILE]: file },
    });
    const tally = readTally(file) ?? noTests();
    rmSync(folder, { recursive: true, force: true });
    this.tally.passed += tally.passed;
    this.tally.failed.push(...tally.failed);
    this.tally.notRun.push(...tally.notRun);
    this.tally.unsteady.push(...tally.unsteady);
    if (tally.failed.length > 0) return;
    if (problem !== null) this.tally.failed.push(`${name}: ${problem}`);
    else if (tally.passed === 0) this.tally.failed.push(`${name}: no test ran`);
  }

  /** Prints what failed and what couldn't run, then the one line that adds everything up. */
  summarise() {
    const { passed, failed, notRun, unsteady } = this.tally;
    heading("Summary");
    for (const { title, because } of notRun) console.log(`not run: ${title}, because ${because}`);
    for (const title of unsteady) console.log(`passed at the second try only: ${title}`);
    for (const title of failed) console.log(`failed: ${title}`);
    console.log(`${passed} passed, ${failed.length} failed`);
    return failed.length === 0;
  }
}

/** @param {string} name */
function heading(name) {
  console.log(`\n== ${name}`);
}
