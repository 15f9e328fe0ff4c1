/**
 * What can wait until the letter of the key just pressed is on the screen. Sending an edit and keeping it in
 * this browser take as long as the edit itself; done first, they make every letter appear later. What waits is
 * lost only with a page that dies before it showed the letter. That there is something unsaved doesn't wait: no
 * letter may stand beside "saved" for even a frame.
 */
import { Listeners } from "./listeners";

/** Where work waits. */
export interface Later {
  /**
   * Runs `work` after what was asked for before: when the letter is painted, or at once when none is on its
   * way. Asked for again while it waits, it runs once, at its last place.
   */
  run(work: () => void): void;
  /** Doesn't wait any longer. */
  now(): void;
}

/** Without a page there is nothing to paint. */
export const AT_ONCE: Later = { run: (work) => work(), now: () => undefined };

/** A page that is covered or being printed draws no frames. */
const LONGEST_WAIT_MS = 100;

export class AfterPaint implements Later {
  /** When a key was last pressed, performance.now(). */
  pressedAt = Number.NEGATIVE_INFINITY;
  readonly #waiting = new Set<() => void>();
  readonly #listeners = new Listeners();
  /** A message comes in a task of its own, which is after the frame's layout and paint. */
  readonly #painted = new MessageChannel();
  #frame: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: Document) {
    this.#painted.port1.onmessage = this.#onPainted;
    page.addEventListener("keydown", this.#pressed, { capture: true });
    page.addEventListener("beforeinput", this.#pressed, { capture: true });
    // A page that is hidden paints nothing, and one that is left does nothing later.
    page.addEventListener("visibilitychange", this.#leave);
    page.defaultView?.addEventListener("pagehide", this.#leave);
  }

  /** Calls back after each painted letter, once what waited for it has run. */
  onPainted(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  run(work: () => void): void {
    if (this.#frame === null) {
      work();
      return;
    }
    this.#waiting.delete(work);
    this.#waiting.add(work);
  }

  now(): void {
    // What runs may ask for more, which comes last.
    for (const work of this.#waiting) {
      this.#waiting.delete(work);
      try {
        work();
      } catch (error) {
        // The next one is somebody else's: an edit must go out though this browser couldn't keep it.
        reportError(error);
      }
    }
  }

  stop(): void {
    this.page.removeEventListener("keydown", this.#pressed, { capture: true });
    this.page.removeEventListener("beforeinput", this.#pressed, { capture: true });
    this.page.removeEventListener("visibilitychange", this.#leave);
    this.page.defaultView?.removeEventListener("pagehide", this.#leave);
    this.#leave();
    this.#painted.port1.close();
  }

  #pressed = (): void => {
    this.pressedAt = performance.now();
    if (this.page.hidden || this.#frame !== null) return;
    this.#frame = requestAnimationFrame(() => this.#painted.port2.postMessage(null));
    this.#timer = setTimeout(this.#onPainted, LONGEST_WAIT_MS);
  };

  #onPainted = (): void => {
    if (this.#frame === null) return;
    this.#leave();
    this.#listeners.tell();
  };

  #leave = (): void => {
    clearTimeout(this.#timer);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.now();
  };
}
