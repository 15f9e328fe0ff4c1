/** Finds the programs of a PostgreSQL server (15 or newer) and brings Debian's where there are none. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { installDebianPackages } from "./debian.mjs";

const OLDEST = 15;
const DEBIAN = "/usr/lib/postgresql";

/** Folder with initdb and postgres, or null. */
export function findPostgres() {
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(DEBIAN, version, "bin"))
    : [];
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), ...debian];
  return folders.find((folder) => versionIn(folder) >= OLDEST) ?? null;
}

/** @param {(line: string) => void} say @returns {string | null} */
export function ensurePostgres(say) {
  return findPostgres() ?? (installDebianPackages(["postgresql"], say) ? findPostgres() : null);
}

/** @param {string} folder @returns {number} major version, 0 when it isn't there */
function versionIn(folder) {
  if (!existsSync(path.join(folder, "initdb")) || !existsSync(path.join(folder, "postgres"))) return 0;
  const printed = spawnSync(path.join(folder, "postgres"), ["--version"], { encoding: "utf8" }).stdout;
  return Number(/\) (\d+)/.exec(printed ?? "")?.[1] ?? 0);
}
