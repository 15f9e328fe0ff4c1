/** Runs one load against one server, restarts the server and looks at what it stored. */
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { newSpeechId } from "@/core/ids";
import { Generator } from "./generator";
import type { Window } from "./load/load";
import type { ServerName } from "./load/protocols";
import { KILL, type LoadPlan, RAMP } from "./loads";
import { ServerProcess, type Usage } from "./server-process";
import { type TimeShare, timeShares } from "./where-time-goes";

export interface MeasureOptions {
  readonly server: ServerName;
  readonly warmUpMs: number;
  readonly windowMs: number;
  readonly seed: number;
  /** Where the servers' storage goes; the disk under it is part of what is measured. */
  readonly dataFolder?: string | undefined;
  readonly profileFolder?: string | undefined;
}

export interface Measured extends Window {
  readonly cpuMicrosPerEdit: number;
  readonly residentMegabytes: number;
  /** Deliveries that never came. */
  readonly lost: number;
  /** Characters missing after an orderly restart; null for a server that stores nothing. */
  readonly lostByRestart: number | null;
  /** Cores that neither the server nor the generator used: what else ran on the machine. */
  readonly otherCores: number;
}

export interface RampResult {
  /** Delivered edits a second at the highest rate that was kept up with. */
  readonly highest: number;
  /** Why the next rate failed. */
  readonly limit: string;
}

export async function measureLoad(plan: LoadPlan, options: MeasureOptions): Promise<Measured> {
  return withServer(plan, options, async ({ generator, server, restart }) => {
    await generator.call("start", plan.editsPerSecond);
    const { window, usage, cpuMicros, otherCores } = await measureWindow(generator, server, options);
    const { lost } = await generator.call("settle");
    await generator.call("disconnect");
    return {
      ...window,
      cpuMicrosPerEdit: cpuMicros / window.delivered,
      residentMegabytes: usage.residentBytes / 2 ** 20,
      lost,
      lostByRestart: await restart("SIGTERM"),
      otherCores,
    };
  });
}

/** Where Lectern's time goes under this load; a run of its own, since sampling costs time itself. */
export async function measureProfile(
  plan: LoadPlan,
  options: Omit<MeasureOptions, "server">,
): Promise<readonly TimeShare[]> {
  return withServer(plan, { ...options, server: "lectern" }, async ({ generator, server }) => {
    await generator.call("start", plan.editsPerSecond);
    await passes(options.warmUpMs);
    await server.startProfile();
    await generator.call("openWindow");
    await passes(options.windowMs);
    const { delivered } = await generator.call("closeWindow");
    const profile = await server.stopProfile();
    await generator.call("settle");
    return timeShares(profile, delivered);
  });
}

/** Characters that everybody had seen and that are gone after kill -9; null when nothing is stored. */
export async function measureKill(options: MeasureOptions): Promise<number | null> {
  return withServer(KILL, options, async ({ generator, restart }) => {
    await generator.call("start", KILL.editsPerSecond);
    await passes(options.warmUpMs);
    const { lost } = await generator.call("settle");
    if (lost > 0) throw new Error(`${options.server} lost ${lost} edits under a trifling load`);
    return restart("SIGKILL");
  });
}

export async function measureRamp(options: MeasureOptions): Promise<RampResult> {
  return withServer(RAMP, options, async ({ generator, server }) => {
    let highest = 0;
    for (const rate of RAMP.editsPerSecond) {
      await generator.call("start", rate);
      const { window } = await measureWindow(generator, server, options);
      const { lost, closed } = await generator.call("settle");
      const generated = window.generatorCpu > 0.9 ? "; the generator was at its limit" : "";
      const at = `at ${rate} edits/s a writer`;
      if (lost > 0) return { highest, limit: `${lost} lost ${at} (${closed.join("; ")})${generated}` };
      if (window.p99Ms > RAMP.p99LimitMs) {
        return { highest, limit: `p99 ${Math.round(window.p99Ms)} ms ${at}${generated}` };
      }
      highest = window.delivered / window.seconds;
    }
    return { highest, limit: "kept up with every rate that was tried" };
  });
}

interface Running {
  readonly generator: Generator;
  readonly server: ServerProcess;
  /** Ends the server this way, starts it on the same storage and says what is missing there. */
  restart(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

type Shape = Pick<LoadPlan, "rooms" | "clientsPerRoom" | "writersPerRoom">;

async function withServer<T>(
  { rooms, clientsPerRoom, writersPerRoom }: Shape,
  { server: name, seed, dataFolder, profileFolder }: MeasureOptions,
  run: (running: Running) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(dataFolder ?? tmpdir(), "lectern-bench-"));
  const roomNames = Array.from({ length: rooms }, newSpeechId);
  const generator = new Generator();
  const start = (profile?: string) =>
    ServerProcess.start({ server: name, roomNames, folder, profileFolder: profile });
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

async function measureWindow(
  generator: Generator,
  server: ServerProcess,
  { warmUpMs, windowMs }: Pick<MeasureOptions, "warmUpMs" | "windowMs">,
): Promise<{ window: Window; usage: Usage; cpuMicros: number; otherCores: number }> {
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
  const otherCores = Math.max(0, busyCores - window.generatorCpu - cpuMicros / 1000 / elapsedMs);
  return { window, usage, cpuMicros, otherCores };
}

/** CPU time that the whole machine has been busy. */
function busyMillis(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

/** A load is a rate over a time: here the time itself is what is waited for. */
function passes(milliseconds: number): Promise<void> {
  return new Promise((end) => {
    setTimeout(end, milliseconds);
  });
}
