/** Whether this page suggests, and how it shows suggestions; remembered per speech in this browser. */
import type { SpeechId } from "@/core/ids";
import type { Decision } from "@/core/review/settle";

/** Suggestions that somebody is about to decide on, and how they began to. */
export interface DecideRequest {
  readonly ids: ReadonlySet<string>;
  readonly decision: Exclude<Decision, "keep">;
  /** Much changes at once: the server keeps a version of what was there first, or nothing is decided. */
  readonly keepsVersion?: boolean;
}

/** 显示修订, 修订后, 原文. */
export type SuggestionView = "marked" | "accepted" | "original";

export interface SuggestState {
  /** What the person chose; who may only suggest always does. */
  readonly on: boolean;
  readonly view: SuggestionView;
  /** What the page asks about; null when it doesn't. */
  readonly asks: DecideRequest | null;
}

export class SuggestStore {
  readonly #listeners = new Set<() => void>();
  readonly #key: string;
  #state: SuggestState;

  constructor(speechId: SpeechId) {
    this.#key = `lectern-suggesting-${speechId}`;
    this.#state = { on: remembered(this.#key), view: "marked", asks: null };
  }

  readonly get = (): SuggestState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  turn(on: boolean): void {
    try {
      localStorage.setItem(this.#key, String(on));
    } catch {
      // Storage is full or forbidden: then it holds until the page is left.
    }
    this.#change({ on, view: "marked" });
  }

  ask(asks: DecideRequest | null): void {
    this.#change({ asks });
  }

  show(view: SuggestionView): void {
    this.#change({ view });
  }

  /**
   * For what is done to what is selected, which nobody sees who reads another text than the one that is written in:
   * goes back to that, and says whether it wasn't shown.
   */
  leadBack(): boolean {
    if (this.#state.view === "marked") return false;
    this.show("marked");
    return true;
  }

  #change(change: Partial<SuggestState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function remembered(key: string): boolean {
  try {
    return localStorage.getItem(key) === "true";
  } catch {
    return false;
  }
}
