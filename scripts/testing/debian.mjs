/** The last resort on a bare machine: Debian's own packages, when the tests run as root. */
import { execFileSync, spawnSync } from "node:child_process";

const LONGEST_MS = 300_000;

/**
 * @param {string[]} packages
 * @param {(line: string) => void} say
 * @returns {boolean} false where there's no apt-get, or no right to use it
 */
export function installDebianPackages(packages, say) {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return false;
  say(`Installing Debian's ${packages.join(", ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Without a network of its own a machine may wait for its archive for ever.
  const options = { stdio: "inherit", env, timeout: LONGEST_MS };
  try {
    execFileSync("apt-get", ["update", "-qq"], options);
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
    return true;
  } catch {
    return false; // apt-get has said why
  }
}
