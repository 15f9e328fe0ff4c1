/**
 * Whether somebody sits at this page. Pages ask by themselves too, the list of speeches every few seconds, and
 * must not keep a session alive by it.
 */

/** Handwriting and dictation bring input without keys; who reads may only scroll, and a file is dropped without a press. */
const SIGNS_OF_USE = ["keydown", "input", "pointerdown", "wheel", "drop"] as const;

/** As old as a cookie is when the server renews it; far below a session's twelve hours. */
export const IDLE_AFTER_MS = 30 * 60 * 1000;

/** Epoch milliseconds. Opening the page is use. */
let usedAt = Date.now();
const listeners = new Set<() => void>();

/** In the browser only, as often as one likes. */
export function watchUse(): void {
  // The same function is added once.
  for (const event of SIGNS_OF_USE)
    document.addEventListener(event, hearUse, { capture: true, passive: true }); // scrolling doesn't wait for it
}

/** Calls back at each sign of use, once watchUse() was called; returns what ends it. */
export function onUse(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether nobody has touched the page for so long that its requests say nothing of anybody. */
export const isIdle = (): boolean => Date.now() - usedAt >= IDLE_AFTER_MS;

function hearUse(): void {
  usedAt = Date.now();
  for (const listener of listeners) listener();
}
