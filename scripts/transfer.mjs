/** `npm run backup`, `restore`, `export-data`, `import-data`, `check-record`: brings the clone to where they can run. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { prepare } from "./prepare.mjs";

const [command = "", file] = process.argv.slice(2);
// The file that is named on the command line belongs to the folder that npm was called in.
const full = file === undefined ? [] : [path.resolve(process.env.INIT_CWD ?? process.cwd(), file)];
await prepare(path.resolve(fileURLToPath(import.meta.url), "../.."));
process.argv.splice(2, process.argv.length, command, ...full);
await import("../dist/transfer.js");
