/**
 * Brings node_modules to what package-lock.json says, and does nothing when it's there already.
 * Imports nothing but Node: it runs before anything is installed. `npm start` and `npm test` share it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Packages with machine code: a change of Node version breaks them although the versions match. */
const NATIVE_CHECK = "new (require('better-sqlite3'))(':memory:').close()";

/**
 * Installs the locked dependencies when they're missing, incomplete or stale.
 * @param {string} root the repository
 * @param {(line: string) => void} say told once before a slow step
 * @throws {Error} when npm fails; its own output has said why
 */
export function ensureDependencies(root, say = console.log) {
  const reason = installReason(root);
  if (reason === null) return;
  say(`Installing dependencies (${reason}) …`);
  const result = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    // Under NODE_ENV=production npm would leave out what the build needs.
    env: { ...ownHeaders(), ...process.env, NODE_ENV: "development" },
    shell: process.platform === "win32",
  });
  if (result.status !== 0) throw new Error("npm ci failed; see its messages above.");
  const still = installReason(root);
  if (still !== null) throw new Error(`Dependencies can't be used after npm ci: ${still}.`);
}

/**
 * Where no prebuilt better-sqlite3 can be fetched, npm compiles it, and would ask nodejs.org for
 * Node's headers, which an intranet doesn't reach. Most installations of Node bring them along.
 * @returns {Record<string, string>}
 */
function ownHeaders() {
  const prefix = path.resolve(process.execPath, "../..");
  const found = existsSync(path.join(prefix, "include", "node", "node_version.h"));
  return found ? { npm_config_nodedir: prefix } : {};
}

/**
 * Why the locked dependencies must be installed, in words for the terminal; null when they needn't be.
 * @param {string} root the repository
 * @throws {Error} when there is no lock file
 */
export function installReason(root) {
  const wanted = packagesIn(path.join(root, "package-lock.json"));
  if (wanted === null) throw new Error("package-lock.json is missing.");
  // npm writes this copy last, so an install that was cut short leaves none or an old one.
  const installed = packagesIn(path.join(root, "node_modules", ".package-lock.json"));
  if (installed === null) return "none are installed";
  for (const [where, entry] of Object.entries(wanted)) {
    if (where === "") continue;
    const found = installed[where];
    // Optional packages are for other platforms, or for this one and then listed.
    if (found === undefined && entry.optional) continue;
    if (found?.version !== entry.version)
      return `${where.replace("node_modules/", "")} isn't ${entry.version}`;
  }
  const native = spawnSync(process.execPath, ["-e", NATIVE_CHECK], { cwd: root, encoding: "utf8" });
  return native.status === 0 ? null : `better-sqlite3 doesn't load on Node ${process.versions.node}`;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null; // missing or cut short: both mean "not installed"
  }
}
