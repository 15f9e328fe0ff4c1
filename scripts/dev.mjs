/** `npm run dev`: the server from its sources, pages rebuilt as they're edited. Run through tsx. */
import path from "node:path";
import { ensureDependencies } from "./install.mjs";

const root = path.resolve(import.meta.dirname, "..");
process.chdir(root);
ensureDependencies(root);
// Before React and Next are loaded: they choose their build by it.
process.env.NODE_ENV = "development";
await import("../server/main.ts");
