/**
 * Development and tests only: starts a worker from its TypeScript, whose address it is given. Node 20
 * ignores tsx's `--import` for a worker's own entry file, so the entry is this JavaScript.
 */
import { workerData } from "node:worker_threads";
import { tsImport } from "tsx/esm/api";

await tsImport(workerData, import.meta.url);
