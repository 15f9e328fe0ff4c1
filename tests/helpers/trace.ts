/**
 * Recorded concurrent editing: who typed what, knowing which earlier changes. The format is that of
 * the `concurrent_traces` of josephg/editing-traces, positions in code points.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Position, how many characters to delete there, what to insert there. */
export type Patch = readonly [position: number, deleted: number, inserted: string];

export interface TraceChange {
  /** Indexes of the changes that its author had seen last. */
  readonly parents: readonly number[];
  readonly agent: number;
  readonly patches: readonly Patch[];
}

export interface Trace {
  readonly endContent: string;
  readonly numAgents: number;
  readonly txns: readonly TraceChange[];
}

/** Folder with real inputs that aren't part of this repository, or null where it isn't. */
function realDataFolder(): string | null {
  const folder = process.env.LECTERN_REAL_DATA ?? path.join(ROOT, "..", "shared", "data");
  return existsSync(folder) ? folder : null;
}

/** Null with the reason where the recorded trace isn't on this machine. */
export function readTrace(name: string): Trace | null {
  const folder = realDataFolder();
  if (folder === null) return null;
  const file = path.join(folder, "traces", `${name}.json.gz`);
  return existsSync(file) ? JSON.parse(gunzipSync(readFileSync(file)).toString()) : null;
}
