/**
 * The preview of one speech while it is open: asks the server when the text has changed and typing pauses, for what
 * was typed meanwhile right behind the answer, so that the newest text wins, and for pages that weren't drawn when
 * somebody turns to them or nobody types. One request at a time, and never while nobody can see it.
 */
import { type AppError, asAppError } from "@/core/errors";
import type { Preview, PreviewLayout } from "@/core/preview";
import { pausing } from "../pausing";

export interface ShownPreview {
  readonly layout: PreviewLayout;
  readonly preview: Preview;
}

export interface PreviewState {
  /** The layout that was chosen. */
  readonly layout: PreviewLayout;
  /** The last answer; in the layout before, while the first in another is on its way. */
  readonly shown: ShownPreview | null;
  readonly failure: AppError | null;
}

export interface PreviewSource {
  /** `all`: every page is drawn, not only those that somebody is near. */
  read(asked: { layout: PreviewLayout; all: boolean }, signal: AbortSignal): Promise<Preview>;
  /** False while nobody sees the page, or the server can't be reached. */
  mayAsk(): boolean;
}

/** With the server's part of a second the pages are there within one. */
const PATIENCE = { pauseMs: 200, longestWaitMs: 450 };
/** Pictures of the pages that came are asked for before the next list. */
const BREATH_MS = 50;
/** Nobody types any more: then all pages are drawn, for whoever scrolls. */
const REST_MS = 1000;

export class PreviewStore {
  readonly #source: PreviewSource;
  readonly #listeners = new Set<() => void>();
  readonly #pause = pausing(() => void this.#ask(), PATIENCE);
  #state: PreviewState;
  #underWay: AbortController | null = null;
  /** Something changed that no request covers. */
  #wanted = false;
  /** It has waited long enough, for a request that is under way. */
  #isDue = false;
  /** The next request, where nothing else brings it about. */
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(source: PreviewSource, layout: PreviewLayout) {
    this.#source = source;
    this.#state = { layout, shown: null, failure: null };
  }

  readonly get = (): PreviewState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The text changed, or what an earlier answer named is gone. */
  readonly changed = (): void => {
    // What follows draws what is near anew: the others wait for the next rest.
    if (!this.#isDue) clearTimeout(this.#later);
    this.#wanted = true;
    this.#pause.request();
  };

  /** At once, or right behind what is under way: for the first time, or because somebody asks. */
  readonly ask = (): void => {
    this.#wanted = true;
    void this.#ask();
  };

  /** Somebody is near a page that wasn't drawn. An answer that is on its way may have it; else it is said again. */
  readonly undrawn = (): void => {
    if (this.#underWay === null) this.ask();
  };

  /** It may be asked again: for what changed or failed meanwhile. */
  readonly resume = (): void => {
    if (this.#wanted || this.#state.failure !== null) this.changed();
  };

  choose(layout: PreviewLayout): void {
    this.stop();
    this.#change({ layout, failure: null });
    this.ask();
  }

  /** Gives up what is under way. */
  readonly stop = (): void => {
    this.#pause.cancel();
    clearTimeout(this.#later);
    this.#isDue = false;
    this.#underWay?.abort();
    this.#underWay = null;
  };

  async #ask(all = false): Promise<void> {
    if (!this.#source.mayAsk()) {
      this.#wanted ||= all;
      return;
    }
    // Behind the request that is under way at once: what waits for it has waited already.
    this.#isDue = this.#underWay !== null;
    if (this.#isDue) return;
    const underWay = new AbortController();
    this.#underWay = underWay;
    this.#wanted = false;
    this.#pause.cancel();
    clearTimeout(this.#later);
    const { layout } = this.#state;
    try {
      const preview = await this.#source.read({ layout, all }, underWay.signal);
      if (!underWay.signal.aborted) this.#change({ shown: { layout, preview }, failure: null });
    } catch (error) {
      if (underWay.signal.aborted) return;
      const failure = asAppError(error);
      // Others are served first: its turn comes.
      if (failure.code === "too-many-requests") this.#wanted = true;
      else this.#change({ failure });
    } finally {
      if (this.#underWay === underWay) {
        this.#underWay = null;
        this.#goOn();
      }
    }
  }

  #goOn(): void {
    clearTimeout(this.#later);
    if (this.#isDue) this.#later = setTimeout(() => void this.#ask(), BREATH_MS);
    else if (this.#wanted) this.#pause.request();
    else if (this.#state.failure === null && this.#state.shown?.preview.pages.includes(null)) {
      this.#later = setTimeout(() => void this.#ask(true), REST_MS);
    }
  }

  #change(change: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
