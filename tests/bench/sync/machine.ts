/** What a result is worth nothing without: machine and versions. */
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
