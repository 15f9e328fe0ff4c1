/** What every command of a fresh clone needs first: the right Node, locked dependencies, a fresh build. */
import { checkNodeVersion } from "./node-version.mjs";

/** Ends the process with a message when something can't be had. @param {string} root the repository */
export async function prepare(root) {
  checkNodeVersion();
  process.chdir(root);
  try {
    const { ensureDependencies } = await import("./install.mjs");
    ensureDependencies(root);
    // Imported late: it needs what was just installed.
    const { ensureBuild } = await import("./build.mjs");
    await ensureBuild(root);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
