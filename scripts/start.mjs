/**
 * `npm start`: brings a fresh clone to a running server. Nothing but Node is imported until the
 * locked dependencies are there. Arguments are server/main.ts's.
 */
import path from "node:path";
import { checkNodeVersion } from "./node-version.mjs";

checkNodeVersion();
const root = path.resolve(import.meta.dirname, "..");
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
// Before React and Next are loaded: they choose their build by it.
process.env.NODE_ENV ??= "production";
await import("../dist/main.js");
