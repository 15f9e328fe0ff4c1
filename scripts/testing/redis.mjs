/** Brings Debian's Redis server for the tests of several nodes where there is none. */
import { spawnSync } from "node:child_process";
import { installDebianPackages } from "./debian.mjs";

/** @param {(line: string) => void} say @returns {boolean} whether redis-server can be started here */
export function ensureRedis(say) {
  const isThere = () => spawnSync("redis-server", ["--version"]).status === 0;
  return isThere() || (installDebianPackages(["redis-server"], say) && isThere());
}
