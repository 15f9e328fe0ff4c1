/** The command line of bench:sync. */
import { parseArgs } from "node:util";
import { PROTOCOLS, type ServerName } from "./load/protocols";
import { LOADS } from "./loads";

export interface Options {
  readonly rounds: number;
  /** Of the kill: what a crash takes doesn't spread as times do. */
  readonly killRounds: number;
  readonly warmUpMs: number;
  readonly windowMs: number;
  /** Of each rate of the ramp. */
  readonly rampWindowMs: number;
  readonly seed: number;
  readonly loads: readonly string[];
  readonly servers: readonly ServerName[];
  readonly write: boolean;
  /** Shows where the time goes under every load, also where the aims are met or can't be judged. */
  readonly profile: boolean;
  readonly dataFolder: string | undefined;
  readonly profileFolder: string | undefined;
}

const ALL_LOADS = [...LOADS.map(({ name }) => name), "kill", "ramp"];
const ALL_SERVERS = Object.keys(PROTOCOLS) as ServerName[]; // keys of PROTOCOLS by construction

/** Throws on anything it doesn't know, with the choices. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: "string", default: "3" },
      "kill-rounds": { type: "string", default: "1" },
      "warm-up": { type: "string", default: "10" },
      seconds: { type: "string", default: "6" },
      "ramp-seconds": { type: "string", default: "1.5" },
      seed: { type: "string", default: "1" },
      loads: { type: "string", default: ALL_LOADS.join() },
      servers: { type: "string", default: ALL_SERVERS.join() },
      write: { type: "boolean", default: false },
      "where-time-goes": { type: "boolean", default: false },
      /** Where the servers store; the system's temporary folder by default. */
      data: { type: "string" },
      /** Leaves CPU profiles of the servers' processes here. */
      profile: { type: "string" },
    },
  });
  return {
    rounds: positive("rounds", values.rounds),
    killRounds: positive("kill-rounds", values["kill-rounds"]),
    warmUpMs: positive("warm-up", values["warm-up"]) * 1000,
    windowMs: positive("seconds", values.seconds) * 1000,
    rampWindowMs: positive("ramp-seconds", values["ramp-seconds"]) * 1000,
    seed: positive("seed", values.seed),
    loads: choices("loads", values.loads, ALL_LOADS),
    servers: choices("servers", values.servers, ALL_SERVERS),
    write: values.write,
    profile: values["where-time-goes"],
    dataFolder: values.data,
    profileFolder: values.profile,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} ${text}: a number above 0, please`);
  return value;
}

function choices<T extends string>(name: string, text: string, known: readonly T[]): readonly T[] {
  const asked = text.split(",");
  const unknown = asked.filter((choice) => !known.some((one) => one === choice));
  if (unknown.length > 0) throw new Error(`--${name} ${unknown.join()}: choose from ${known.join()}`);
  return known.filter((one) => asked.includes(one));
}
