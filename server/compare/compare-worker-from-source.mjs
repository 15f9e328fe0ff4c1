/**
 * Development and tests only: starts the comparing thread from its TypeScript. Node 20 ignores tsx's
 * `--import` for a worker's own entry file, so the entry is this JavaScript.
 */
import { tsImport } from "tsx/esm/api";

await tsImport("./compare-worker.ts", import.meta.url);
