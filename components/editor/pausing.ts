/** Work that follows the typing without any key press waiting for it. */

interface Patience {
  /** A pause in typing, long enough not to fall between two key presses. */
  readonly pauseMs: number;
  /** With somebody always typing there is no pause: then at least this often. */
  readonly longestWaitMs: number;
}

/** What a writer glances at while writing. */
const GLANCED_AT: Patience = { pauseMs: 250, longestWaitMs: 1500 };

/** Runs after requests have paused, in an idle moment. */
export function pausing(run: () => void, { pauseMs, longestWaitMs } = GLANCED_AT) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  let waitingSince: number | null = null;
  const cancel = () => {
    clearTimeout(timer);
    waitingSince = null;
    if (idle !== undefined) cancelIdleCallback(idle);
    idle = undefined;
  };
  const runNow = () => {
    idle = undefined;
    run();
  };
  const runWhenIdle = () => {
    waitingSince = null;
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === "function") idle ??= requestIdleCallback(runNow, { timeout: pauseMs });
    else run();
  };
  const request = () => {
    waitingSince ??= performance.now();
    const rest = longestWaitMs - (performance.now() - waitingSince);
    clearTimeout(timer);
    timer = setTimeout(runWhenIdle, Math.max(0, Math.min(pauseMs, rest)));
  };
  return { request, cancel };
}
