/** One server with the load on it: started, measured over a window, restarted on its storage, ended. */
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { newSpeechId } from "@/core/ids";
import { Generator } from "./generator";
import type { Window } from "./load/load";
import type { ServerName } from "./load/protocols";
import type { LoadPlan } from "./loads";
import { ServerProcess } from "./server-process";

export interface MeasureOptions {
  readonly server: ServerName;
  readonly warmUpMs: number;
  readonly windowMs: number;
  readonly seed: number;
  /** Where the servers' storage goes; the disk under it is part of what is measured. */
  readonly dataFolder?: string | undefined;
  readonly profileFolder?: string | undefined;
  /** Lectern notes when its edits pass each stage; see stamps/. */
  readonly stamped?: boolean;
}

export interface Running {
  readonly generator: Generator;
  readonly server: ServerProcess;
  /** Ends the server this way, starts it on the same storage and says what is missing there. */
  restart(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

type Shape = Pick<LoadPlan, "rooms" | "clientsPerRoom" | "writersPerRoom">;

export async function withServer<T>(
  { rooms, clientsPerRoom, writersPerRoom }: Shape,
  { server: name, seed, dataFolder, profileFolder, stamped = false }: MeasureOptions,
  run: (running: Running) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(dataFolder ?? tmpdir(), "lectern-bench-"));
  const roomNames = Array.from({ length: rooms }, newSpeechId);
  const generator = new Generator();
  const start = (profile?: string) =>
    ServerProcess.start({ server: name, roomNames, folder, profileFolder: profile, stamped });
  let server = await start(profileFolder);
  try {
    const { port } = server;
    await generator.call("connect", { server: name, port, roomNames, clientsPerRoom, writersPerRoom, seed });
    return await run({
      generator,
      server,
      async restart(signal) {
        await server.stop(signal);
        if (name === "relay") return null;
        server = await start();
        return generator.call("missingFromStorage", name, server.port);
      },
    });
  } finally {
    await generator.end();
    await server.stop("SIGTERM");
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a server used and what arrived while the window was open. */
export interface WindowUse extends Window {
  readonly cpuMicrosPerEdit: number;
  readonly residentMegabytes: number;
  /** Cores that neither the server nor the generator used: what else ran on the machine. */
  readonly otherCores: number;
}

/** Measures for `windowMs` under the load that runs, `warmUpMs` from now. */
export async function measureWindow(
  { generator, server }: Pick<Running, "generator" | "server">,
  { warmUpMs, windowMs }: Pick<MeasureOptions, "warmUpMs" | "windowMs">,
): Promise<WindowUse> {
  await passes(warmUpMs);
  const before = await server.usage();
  const busyBefore = busyMillis();
  const startedAt = performance.now();
  await generator.call("openWindow");
  await passes(windowMs);
  const window = await generator.call("closeWindow");
  const usage = await server.usage();
  const cpuMicros = usage.cpuMicros - before.cpuMicros;
  const elapsedMs = performance.now() - startedAt;
  const busyCores = (busyMillis() - busyBefore) / elapsedMs;
  return {
    ...window,
    cpuMicrosPerEdit: cpuMicros / window.delivered,
    residentMegabytes: usage.residentBytes / 2 ** 20,
    otherCores: Math.max(0, busyCores - window.generatorCpu - cpuMicros / 1000 / elapsedMs),
  };
}

/** CPU time that the whole machine has been busy. */
function busyMillis(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

/** A load is a rate over a time: here the time itself is what is waited for. */
export function passes(milliseconds: number): Promise<void> {
  return new Promise((end) => {
    setTimeout(end, milliseconds);
  });
}
