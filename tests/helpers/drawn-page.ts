/** A page with frames and messages that come when the test says so. */
import { vi } from "vitest";

export interface DrawnPage {
  readonly page: Document;
  key(): void;
  /** Draws the frame that is asked for; what waits for its paint runs. */
  paint(): void;
  hide(): void;
}

/** Undo with vi.unstubAllGlobals. */
export function drawnPage(): DrawnPage {
  const frames = new Map<number, () => void>();
  let asked = 0;
  vi.stubGlobal("requestAnimationFrame", (frame: () => void) => {
    asked += 1;
    frames.set(asked, frame);
    return asked;
  });
  vi.stubGlobal("cancelAnimationFrame", (id: number) => frames.delete(id));
  const port1: { onmessage: (() => void) | null; close(): void } = { onmessage: null, close: () => {} };
  class Channel {
    port1 = port1;
    port2 = { postMessage: () => port1.onmessage?.() };
  }
  vi.stubGlobal("MessageChannel", Channel);
  const page = Object.assign(new EventTarget(), { hidden: false });
  return {
    page: page as unknown as Document,
    key: () => void page.dispatchEvent(new Event("keydown")),
    paint() {
      const due = [...frames.values()];
      frames.clear();
      for (const frame of due) frame();
    },
    hide() {
      page.hidden = true;
      page.dispatchEvent(new Event("visibilitychange"));
    },
  };
}
