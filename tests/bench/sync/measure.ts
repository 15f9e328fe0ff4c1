/** Runs one load against one server, restarts the server and looks at what it stored. */
import { KILL, type LoadPlan } from "./loads";
import { type MeasureOptions, measureWindow, passes, type WindowUse, withServer } from "./running";

export interface Measured extends WindowUse {
  /** Deliveries that never came. */
  readonly lost: number;
  /** Characters missing after an orderly restart; null for a server that stores nothing, or where that isn't looked at. */
  readonly lostByRestart: number | null;
}

export async function measureLoad(plan: LoadPlan, options: MeasureOptions): Promise<Measured> {
  return withServer(plan, options, async (running) => {
    const { generator, restart } = running;
    await generator.call("start", plan.editsPerSecond);
    const use = await measureWindow(running, options);
    const { lost } = await generator.call("settle");
    await generator.call("disconnect");
    return { ...use, lost, lostByRestart: await restart("SIGTERM") };
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
