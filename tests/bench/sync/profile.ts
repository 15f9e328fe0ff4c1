/** Where Lectern's time goes under a load; a run of its own, since stamps and samples cost time themselves. */
import type { LoadPlan } from "./loads";
import { type MeasureOptions, measureWindow, passes, type WindowUse, withServer } from "./running";
import type { StageTimes } from "./stamps/stages";
import { type TimeShare, timeShares } from "./where-time-goes";

export interface LoadProfile {
  /** CPU by place, under V8's sampler. */
  readonly shares: readonly TimeShare[];
  /** Of an edit's way through the server, by stage. */
  readonly stages: readonly StageTimes[];
  /** The window of the stages: without the sampler, and what the clients saw meanwhile. */
  readonly unsampled: WindowUse;
}

export async function measureProfile(
  plan: LoadPlan,
  options: Omit<MeasureOptions, "server" | "stamped">,
): Promise<LoadProfile> {
  const { warmUpMs, windowMs } = options;
  return withServer(plan, { ...options, server: "lectern", stamped: true }, async (running) => {
    const { generator, server } = running;
    await generator.call("start", plan.editsPerSecond);
    await passes(warmUpMs);
    await server.startStamps();
    const unsampled = await measureWindow(running, { warmUpMs: 0, windowMs });
    const stages = await server.stopStamps();
    await server.startProfile();
    await generator.call("openWindow");
    await passes(windowMs);
    const { delivered } = await generator.call("closeWindow");
    const profile = await server.stopProfile();
    await generator.call("settle");
    return { shares: timeShares(profile, delivered), stages, unsampled };
  });
}
