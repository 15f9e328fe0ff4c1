/**
 * Why there is no connection, as far as the page can know. A server that ends in order says so, and is back
 * within seconds, or another node is there already: nobody who writes need hear of that. Every other loss is
 * one at once, and so is this one when the server doesn't come back.
 */
import type { WebsocketProvider } from "y-websocket";
import { CLOSE_CODE } from "@/core/errors";

/** As long as a restart takes on a slow machine: some seconds to end, some to start, and a second to be found. */
export const RESTART_GRACE_MS = 20_000;

/**
 * The pauses between attempts meanwhile, drawn each time, so that an office's pages don't all come at once. Not
 * shorter: a browser that has failed often in a row makes the next sockets wait by itself.
 */
export const RESTART_PAUSE_MS = { shortest: 500, longest: 1500 } as const;

/** From so many failures in a row on y-websocket waits its longest pause, which is drawn here. */
const FAILURES_TO_LONGEST_PAUSE = 4;

type Provider = Pick<WebsocketProvider, "on" | "off" | "maxBackoffTime" | "wsUnsuccessfulReconnects">;

export class ServerAbsence {
  /** A connection attempt has failed or a connection was lost since the page opened. */
  everFailed = false;
  readonly #usualPauseMs: number;
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** A server that accepts sockets and ends again, before it gave the text, gets no more patience. */
  #begun = false;

  /** @param changed called when `restarting` ends without a connection */
  constructor(
    private readonly provider: Provider,
    private readonly changed: () => void,
  ) {
    this.#usualPauseMs = provider.maxBackoffTime;
    provider.on("connection-close", this.#closed);
    provider.on("sync", this.#synced);
    window.addEventListener("offline", this.#giveUp);
  }

  /** The server said that it ends, and may still be on its way back. */
  get restarting(): boolean {
    return this.#patience !== undefined;
  }

  readonly stop = (): void => {
    clearTimeout(this.#patience);
    this.provider.off("connection-close", this.#closed);
    this.provider.off("sync", this.#synced);
    window.removeEventListener("offline", this.#giveUp);
  };

  readonly #closed = (event: CloseEvent | null): void => {
    this.everFailed = true;
    if (event?.code === CLOSE_CODE["shutting-down"] && !this.#begun) {
      this.#begun = true;
      this.#patience = setTimeout(this.#giveUp, RESTART_GRACE_MS);
    }
    if (!this.restarting) return;
    const { shortest, longest } = RESTART_PAUSE_MS;
    this.provider.maxBackoffTime = shortest + Math.random() * (longest - shortest);
    this.provider.wsUnsuccessfulReconnects = FAILURES_TO_LONGEST_PAUSE;
  };

  readonly #synced = (synced: boolean): void => {
    if (!synced) return;
    this.#begun = false;
    this.#end();
  };

  readonly #giveUp = (): void => {
    if (!this.restarting) return;
    this.#end();
    this.changed();
  };

  #end(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.provider.maxBackoffTime = this.#usualPauseMs;
  }
}
