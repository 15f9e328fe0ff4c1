/**
 * When others' edits and carets come into the page. Each time costs the editor a pass over the whole
 * document, and twenty colleagues would ask for a hundred passes a second: key presses would wait for
 * them. So what arrives together comes in together: while somebody types here, right after the key's
 * letter is painted, when the next key is furthest away; else at once, and after that with rests so
 * long that most of the page's time stays free.
 */

import type { AfterPaint } from "./after-paint";

/** What comes in, at a pace. */
export interface PacedWork {
  /** Something waits. */
  request(): void;
  /** Doesn't wait any longer: what follows builds on it. */
  now(): void;
  stop(): void;
}

/** Makes `run` happen at its pace. */
export type Pace = (run: () => void) => PacedWork;

/** A key press this recent: somebody is typing, and the next one follows soon. */
const TYPING_MS = 400;
/** Behind a slow typist, at the latest. Less than anyone notices in a colleague's text. */
const LONGEST_WAIT_MS = 200;
/** After each time so many times what it took. */
const REST = 4;
/** No screen shows more. */
const SHORTEST_REST_MS = 16;

/** The pace of a page that somebody types in. */
export function behindTyping(painted: Pick<AfterPaint, "pressedAt" | "onPainted">): Pace {
  return (run) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let restUntil = Number.NEGATIVE_INFINITY;

    const now = () => {
      clearTimeout(waiting);
      waiting = undefined;
      const startedAt = performance.now();
      run();
      const endedAt = performance.now();
      restUntil = endedAt + Math.max(SHORTEST_REST_MS, REST * (endedAt - startedAt));
    };
    const request = () => {
      if (waiting !== undefined) return;
      const time = performance.now();
      const isTyping = time - painted.pressedAt < TYPING_MS;
      if (!isTyping && time >= restUntil) now();
      else waiting = setTimeout(now, isTyping ? LONGEST_WAIT_MS : restUntil - time);
    };
    const forget = painted.onPainted(() => {
      if (waiting !== undefined) now();
    });
    return {
      request,
      now,
      stop() {
        clearTimeout(waiting);
        // What is asked for later would wait for it.
        waiting = undefined;
        forget();
      },
    };
  };
}
