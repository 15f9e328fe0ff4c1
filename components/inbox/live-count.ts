/**
 * How many notices are unread, as the server tells it: one socket for the whole page, open as long as
 * somebody looks at the number, opened again when it breaks.
 */
import { askingPerson } from "@/components/api/asking-person";
import { onSessionChanged } from "@/components/api/session-change";
import { CLOSE_CODE } from "@/core/errors";
import { LIVE_PATH } from "@/core/live";
import { PERSON_PARAM } from "@/core/protocol";

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 60_000;

type Listener = () => void;

class LiveCount {
  #count = 0;
  #heard = 0;
  #socket: WebSocket | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #waitMs = FIRST_RETRY_MS;
  readonly #listeners = new Set<Listener>();

  get = (): number => this.#count;

  /** Rises with each message, since a notice can change and leave the number as it was. */
  heard = (): number => this.#heard;

  subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    if (!this.#isOpen) this.#open();
    return () => {
      this.#listeners.delete(listener);
      // One view of the number gives way to another in no time: that needs no other socket.
      setTimeout(() => {
        if (this.#listeners.size === 0) this.#close();
      });
    };
  };

  /** What an answer of the server said, before the socket says it. */
  set(count: number): void {
    if (count === this.#count) return;
    this.#count = count;
    this.#tell();
  }

  /** Whose number it is may have changed. */
  readonly askAnew = (): void => {
    this.#close();
    if (this.#listeners.size > 0) this.#open();
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** There is a socket, or there will be one. */
  get #isOpen(): boolean {
    return this.#socket !== null || this.#retry !== undefined;
  }

  #open(): void {
    this.#retry = undefined;
    const socket = new WebSocket(liveAddress());
    this.#socket = socket;
    let isFirst = true;
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      this.#waitMs = FIRST_RETRY_MS;
      // The server's own message; see server/live/notice-channel.ts.
      this.#count = (JSON.parse(data) as { unread: number }).unread;
      // The first one tells how it is; nothing has happened.
      if (!isFirst) this.#heard += 1;
      isFirst = false;
      this.#tell();
    };
    socket.onclose = ({ code }) => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      // Signed out: the page will say so as soon as it asks for anything.
      if (code === CLOSE_CODE.unauthenticated || code === CLOSE_CODE["password-change-required"]) return;
      this.#retry = setTimeout(() => this.#open(), this.#waitMs);
      this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_RETRY_MS);
    };
  }

  #close(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    const socket = this.#socket;
    this.#socket = null;
    // Closed before it is open, it would complain in the console: pages follow each other quickly.
    if (socket?.readyState === WebSocket.CONNECTING) socket.onopen = () => socket.close();
    else socket?.close();
  }
}

function liveAddress(): URL {
  const address = new URL(LIVE_PATH, window.location.href.replace(/^http/, "ws"));
  const person = askingPerson();
  if (person !== null) address.searchParams.set(PERSON_PARAM, person);
  return address;
}

export const liveCount = new LiveCount();
if (typeof window !== "undefined") onSessionChanged(liveCount.askAnew);
