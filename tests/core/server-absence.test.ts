/** A server that ends in order is waited for; with y-websocket's own attempts, on a clock that is moved by hand. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { RESTART_GRACE_MS, RESTART_PAUSE_MS, ServerAbsence } from "@/components/sync/server-absence";
import { CLOSE_CODE } from "@/core/errors";

const SHUTTING_DOWN = CLOSE_CODE["shutting-down"];
/** What a browser gives for a lost connection, and for one that couldn't be made. */
const LOST = 1006;

/** One page's provider on sockets that the test opens and closes. */
class Page {
  readonly attempts: number[] = [];
  readonly changed = vi.fn();
  readonly provider: WebsocketProvider;
  readonly absence: ServerAbsence;
  #socket: { onopen(): void; onclose(event: { code: number }): void } | null = null;

  /** @param reachable whether there is a server; else each attempt fails at once */
  constructor(public reachable = true) {
    const page = this;
    class TestSocket {
      readyState = 1;
      onopen = () => {};
      onclose = (_event: { code: number }) => {};
      send = () => {};
      close = () => {};
      constructor() {
        page.attempts.push(Date.now());
        page.#socket = this;
        queueMicrotask(() => (page.reachable ? this.onopen() : this.onclose({ code: LOST })));
      }
    }
    const WebSocketPolyfill = TestSocket as unknown as typeof WebSocket; // what y-websocket uses of it
    this.provider = new WebsocketProvider("ws://lectern", "speech", new Y.Doc(), {
      disableBc: true,
      WebSocketPolyfill,
    });
    this.absence = new ServerAbsence(this.provider, this.changed);
  }

  close(code: number): void {
    this.#socket?.onclose({ code });
  }

  /** The server has given the text. */
  sync(): void {
    this.provider.synced = true;
  }

  get pauses(): number[] {
    return this.attempts.slice(1).map((at, index) => at - (this.attempts[index] ?? 0));
  }
}

describe("a page whose connection was closed", () => {
  const pages: Page[] = [];
  const open = async () => {
    const page = new Page();
    pages.push(page);
    await vi.advanceTimersByTimeAsync(0);
    page.sync();
    return page;
  };
  const end = (page: Page) => {
    page.reachable = false;
    page.close(SHUTTING_DOWN);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("window", new EventTarget());
  });
  afterEach(() => {
    for (const { absence, provider } of pages.splice(0)) {
      absence.stop();
      provider.destroy();
    }
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("SY-166 by a server that ends in order waits for it, and no longer than it may take", async () => {
    const page = await open();
    end(page);
    expect(page.absence.restarting).toBe(true);
    await vi.advanceTimersByTimeAsync(RESTART_GRACE_MS - 1);
    expect([page.absence.restarting, page.changed.mock.calls.length]).toEqual([true, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([page.absence.restarting, page.changed.mock.calls.length]).toEqual([false, 1]);
    expect(page.absence.everFailed).toBe(true);
  });

  it("SY-166 by anything else is without a connection at once", async () => {
    const page = await open();
    page.reachable = false;
    page.close(LOST);
    expect([page.absence.restarting, page.absence.everFailed]).toEqual([false, true]);
  });

  it("SY-166 waits no more once the browser knows that its network is gone", async () => {
    const page = await open();
    end(page);
    window.dispatchEvent(new Event("offline"));
    expect([page.absence.restarting, page.changed.mock.calls.length]).toEqual([false, 1]);
  });

  it("SY-166 comes back at short pauses, an office's pages one by one", async () => {
    const office = await Promise.all(Array.from({ length: 9 }, open));
    const endedAt = Date.now();
    for (const page of office) end(page);
    await vi.advanceTimersByTimeAsync(RESTART_GRACE_MS);
    const { shortest, longest } = RESTART_PAUSE_MS;
    for (const { pauses, attempts } of office) {
      // The first pause is counted from the opening, which was at the same moment.
      for (const pause of pauses.slice(0, -1)) {
        expect(pause).toBeGreaterThanOrEqual(Math.floor(shortest));
        expect(pause).toBeLessThanOrEqual(longest);
      }
      expect(attempts.length).toBeGreaterThan(RESTART_GRACE_MS / longest);
    }
    const firstReturns = office.map(({ attempts }) => (attempts[1] ?? 0) - endedAt);
    expect(new Set(firstReturns).size).toBeGreaterThan(office.length / 2);
  });

  it("SY-166 that found the server again waits for it anew the next time", async () => {
    const page = await open();
    end(page);
    page.reachable = true;
    await vi.advanceTimersByTimeAsync(RESTART_PAUSE_MS.longest);
    page.sync();
    expect(page.absence.restarting).toBe(false);
    await vi.advanceTimersByTimeAsync(RESTART_GRACE_MS);
    expect(page.changed).not.toHaveBeenCalled();
    end(page);
    await vi.advanceTimersByTimeAsync(RESTART_GRACE_MS - 1);
    expect(page.absence.restarting).toBe(true);
  });

  it("SY-166 isn't put off for ever by servers that let it in only to end", async () => {
    const page = await open();
    page.close(SHUTTING_DOWN);
    for (let waited = 0; waited <= RESTART_GRACE_MS; waited += RESTART_PAUSE_MS.longest) {
      await vi.advanceTimersByTimeAsync(RESTART_PAUSE_MS.longest);
      page.close(SHUTTING_DOWN);
    }
    expect(page.absence.restarting).toBe(false);
  });
});
