/** Work that follows the typing without any key press waiting for it. */

/** A pause in typing, long enough not to fall between two key presses. */
const PAUSE_MS = 250;
/** With somebody always typing there is no pause: then at least this often. */
const LONGEST_WAIT_MS = 1500;

/** Runs after requests have paused, in an idle moment. */
export function pausing(run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  const cancel = () => {
    clearTimeout(timer);
    waitingSince = null;
  };
  const runWhenIdle = () => {
    cancel();
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: PAUSE_MS });
    else run();
  };
  const request = () => {
    waitingSince ??= performance.now();
    const rest = LONGEST_WAIT_MS - (performance.now() - waitingSince);
    clearTimeout(timer);
    timer = setTimeout(runWhenIdle, Math.max(0, Math.min(PAUSE_MS, rest)));
  };
  return { request, cancel };
}
