/** The same room faster and faster, until the server fails or the load generator can't bring more. */
import { RAMP } from "./loads";
import type { Measured } from "./measure";
import { type MeasureOptions, measureWindow, type WindowUse, withServer } from "./running";

export interface RampResult {
  /** Edits a second of each writer at the highest rate that was kept up with; 0 when none was. */
  readonly rate: number;
  /** What was measured at that rate. */
  readonly held: Measured | null;
  /** What ended the ramp, in words; it begins with who failed. */
  readonly limit: string;
}

/** A generator that takes more of a core than this is measured itself. */
const GENERATOR_BUSY = 0.9;
/** So does one that sends less than this part of what it was asked for. */
const GENERATOR_BEHIND = 0.9;

export async function measureRamp(options: MeasureOptions): Promise<RampResult> {
  return withServer(RAMP, options, async (running) => {
    const { generator } = running;
    let best: Pick<RampResult, "rate" | "held"> = { rate: 0, held: null };
    for (let rate: number = RAMP.firstEditsPerSecond; ; rate = Math.round(rate * RAMP.step)) {
      await generator.call("start", rate);
      const use = await measureWindow(running, options);
      const { lost, closed } = await generator.call("settle");
      const generatorLimit = limitOfGenerator(use, rate);
      const failure = failureOf(use, lost, closed);
      if (failure !== null) {
        const who = generatorLimit === null ? "server" : `generator (${generatorLimit})`;
        return { ...best, limit: `${who}: ${failure} at ${rate} edits/s a writer` };
      }
      best = { rate, held: { ...use, lost, lostByRestart: null } };
      if (generatorLimit !== null) {
        return { ...best, limit: `generator: ${generatorLimit} at ${rate} edits/s a writer` };
      }
    }
  });
}

/** Why the server didn't keep up; null when it did. */
function failureOf({ p99Ms }: WindowUse, lost: number, closed: readonly string[]): string | null {
  if (lost > 0) return `${lost} deliveries lost (${closed.join("; ") || "no socket closed"})`;
  // NaN when nothing came at all.
  return p99Ms <= RAMP.p99LimitMs ? null : `p99 ${Math.round(p99Ms)} ms`;
}

function limitOfGenerator({ generatorCpu, sent, seconds }: WindowUse, rate: number): string | null {
  const asked = rate * RAMP.writersPerRoom * seconds;
  if (generatorCpu > GENERATOR_BUSY) return `${Math.round(generatorCpu * 100)} % of a core`;
  if (sent < asked * GENERATOR_BEHIND) return `sent ${Math.round((sent / asked) * 100)} % of what was asked`;
  return null;
}
