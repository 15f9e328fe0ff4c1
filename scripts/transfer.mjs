/** `npm run backup`, `restore`, `export-data` and `import-data`: brings the clone to where they can run. */
import path from "node:path";
import { checkNodeVersion } from "./node-version.mjs";

checkNodeVersion();
const root = path.resolve(import.meta.dirname, "..");
// The file that is named on the command line belongs to the folder that npm was called in.
const [command, file] = process.argv.slice(2);
process.argv.splice(2);
process.argv.push(command ?? "");
if (file !== undefined) process.argv.push(path.resolve(process.env.INIT_CWD ?? process.cwd(), file));
process.chdir(root);
try {
  const { ensureDependencies } = await import("./install.mjs");
  ensureDependencies(root);
  const { ensureBuild } = await import("./build.mjs");
  await ensureBuild(root);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await import("../dist/transfer.js");
