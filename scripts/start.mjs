/**
 * `npm start`: brings a fresh clone to a running server. Nothing but Node is imported until the
 * locked dependencies are there. Arguments are server/main.ts's.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { prepare } from "./prepare.mjs";

await prepare(path.resolve(fileURLToPath(import.meta.url), "../.."));
// Before React and Next are loaded: they choose their build by it.
process.env.NODE_ENV ??= "production";
await import("../dist/main.js");
