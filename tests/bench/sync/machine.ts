/** What a result is worth nothing without: machine, commit and versions. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";
import path from "node:path";
import { HERE, ROOT } from "./bundle";

export function describeMachine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = processors[0]?.model.trim() ?? "unknown processor";
  return `${processors.length} × ${model}, ${memory} GB, ${platform()} ${release()}, Node ${process.versions.node}`;
}

/** The commit that was measured, and whether files differ from it; outside a clone it says that nobody knows. */
export function describeCommit(): string {
  try {
    const commit = git("rev-parse", "HEAD");
    // The report itself is what a run writes.
    const changed = git("status", "--porcelain", "--", ".", ":!tests/bench/RESULTS.md")
      .split("\n")
      .filter(Boolean).length;
    return changed === 0 ? commit : `${commit} with ${changed} changed or new files beside it`;
  } catch {
    return "unknown (not measured in a git clone)";
  }
}

function git(...args: string[]): string {
  // The folder itself must be the clone: it may lie in somebody else's.
  const inRoot = ["--git-dir", path.join(ROOT, ".git"), "--work-tree", ROOT];
  return execFileSync("git", [...inRoot, ...args], { cwd: ROOT, encoding: "utf8", stdio: "pipe" }).trim();
}

export function describeVersions(): string {
  const peers = path.join(HERE, "peers");
  const versions = [
    ["yjs", ROOT],
    ["ws", ROOT],
    ["better-sqlite3", ROOT],
    ["@hocuspocus/server", peers],
    ["@hocuspocus/extension-database", peers],
    ["y-websocket", peers],
    ["y-websocket/node_modules/y-leveldb", peers],
    ["y-websocket/node_modules/ws", peers],
  ] as const;
  return versions.map(([name, folder]) => `${nameOf(name)} ${versionOf(folder, name)}`).join(", ");
}

/** "y-leveldb (of y-websocket)" for a package that another one brings. */
function nameOf(location: string): string {
  const [owner, inner] = location.split("/node_modules/");
  return inner === undefined ? location : `${inner} (of ${owner})`;
}

function versionOf(folder: string, name: string): string {
  const file = path.join(folder, "node_modules", name, "package.json");
  // Every package.json that npm installed has a version.
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
