/** What the rounds measured, and their medians. */
import type { ServerName } from "./load/protocols";
import type { Measured } from "./measure";
import type { LoadProfile } from "./profile";
import type { RampResult } from "./ramp";

type MeasuredNumber = Exclude<keyof Measured, "lostByRestart">;

/** Under this name the ramp stands beside the loads. */
export const RAMP_LOAD = "ramp";

export class Results {
  private readonly loads = new Map<string, Map<ServerName, Measured[]>>();
  private readonly kills = new Map<ServerName, (number | null)[]>();
  private readonly ramps = new Map<ServerName, RampResult[]>();

  /** Lectern's profile of each load that was profiled. */
  readonly profiles = new Map<string, LoadProfile>();

  addLoad(load: string, server: ServerName, measured: Measured): void {
    const servers = this.loads.get(load) ?? new Map<ServerName, Measured[]>();
    this.loads.set(load, servers);
    append(servers, server, measured);
  }

  addKill(server: ServerName, lost: number | null): void {
    append(this.kills, server, lost);
  }

  /** What was measured at the highest rate counts as a load of its own. */
  addRamp(server: ServerName, ramp: RampResult): void {
    append(this.ramps, server, ramp);
    if (ramp.held !== null) this.addLoad(RAMP_LOAD, server, ramp.held);
  }

  get loadNames(): readonly string[] {
    return [...this.loads.keys()];
  }

  runs(load: string, server: ServerName): readonly Measured[] {
    return this.loads.get(load)?.get(server) ?? [];
  }

  /** NaN when it wasn't measured. */
  median(load: string, server: ServerName, field: MeasuredNumber): number {
    return median(this.runs(load, server).map((run) => run[field]));
  }

  /** Of all rounds together: a loss must not hide behind a median. Null when nothing is stored. */
  lost(load: string, server: ServerName, field: "lost" | "lostByRestart"): number | null {
    return sum(this.runs(load, server).map((run) => run[field]));
  }

  lostByKill(server: ServerName): number | null {
    return sum(this.kills.get(server) ?? []);
  }

  ramp(server: ServerName): readonly RampResult[] {
    return this.ramps.get(server) ?? [];
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (low + (sorted[Math.floor(middle)] ?? low)) / 2;
}

function sum(values: readonly (number | null)[]): number | null {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 ? null : numbers.reduce((total, value) => total + value, 0);
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
