/**
 * Whether Yjs can take an update in: it waits with each struct for all that the struct points at. One
 * that points at itself or ahead makes Yjs throw, and two clients' structs that wait for each other
 * stay out for ever; once in the log, either would spoil the speech.
 */
import type * as Y from "yjs";
import { AppError } from "@/core/errors";
import type { AcceptedState, Struct } from "./accepted-state";

interface Run {
  readonly structs: Struct[];
  /** How many of them are in. */
  taken: number;
}

/**
 * Walks the structs in the order Yjs would. Throws AppError `resync-required` when one points at text
 * that never arrived, `malformed-message` when no order exists.
 */
export function checkOrder(structs: readonly Struct[], accepted: AcceptedState): void {
  const runs = new Map<number, Run>();
  for (const struct of structs) {
    const run = runs.get(struct.id.client);
    if (run === undefined) runs.set(struct.id.client, { structs: [struct], taken: 0 });
    else run.structs.push(struct);
  }
  for (const client of runs.keys()) takeRun(client, runs, accepted);
}

/** Takes one client's run, and before each struct whatever it waits for. */
function takeRun(client: number, runs: ReadonlyMap<number, Run>, accepted: AcceptedState): void {
  const waiting = [client];
  const isWaiting = new Set(waiting);
  for (let at = waiting.at(-1); at !== undefined; at = waiting.at(-1)) {
    const run = runs.get(at);
    const struct = run?.structs[run.taken];
    if (run === undefined || struct === undefined) {
      waiting.pop();
      isWaiting.delete(at);
      continue;
    }
    const missing = pointedAt(struct).find((id) => id.clock >= reached(id.client, runs, accepted));
    if (missing === undefined) {
      run.taken += 1;
      continue;
    }
    if (isWaiting.has(missing.client)) throw new AppError("malformed-message", "text that waits for itself");
    const next = runs.get(missing.client);
    if (next === undefined || next.taken === next.structs.length) {
      throw new AppError("resync-required", "it refers to text that never arrived");
    }
    waiting.push(missing.client);
    isWaiting.add(missing.client);
  }
}

/** The next clock of this client after what was taken so far. */
function reached(client: number, runs: ReadonlyMap<number, Run>, accepted: AcceptedState): number {
  const run = runs.get(client);
  const last = run?.structs[run.taken - 1];
  return last === undefined ? accepted.clockOf(client) : last.id.clock + last.length;
}

function pointedAt(struct: Struct): Y.ID[] {
  if (!("content" in struct)) return [];
  const parent: unknown = struct.parent;
  const ids: (Y.ID | null)[] = [struct.origin, struct.rightOrigin, isId(parent) ? parent : null];
  return ids.filter((id) => id !== null);
}

function isId(value: unknown): value is Y.ID {
  return typeof value === "object" && value !== null && "client" in value && "clock" in value;
}
