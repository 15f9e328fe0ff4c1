import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { afterPaint } from "@/components/sync/after-paint";

/** A page of which only the frames and the visibility count. */
class PretendPage extends EventTarget {
  hidden = false;
  readonly #frames = new Map<number, () => void>();
  #count = 0;

  readonly request = (run: () => void): number => {
    this.#count += 1;
    this.#frames.set(this.#count, run);
    return this.#count;
  };
  readonly cancel = (frame: number): void => void this.#frames.delete(frame);

  drawFrame(): void {
    const frames = [...this.#frames.values()];
    this.#frames.clear();
    for (const run of frames) run();
  }

  hide(): void {
    this.hidden = true;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

let page: PretendPage;
beforeEach(() => {
  page = new PretendPage();
  vi.stubGlobal("requestAnimationFrame", page.request);
  vi.stubGlobal("cancelAnimationFrame", page.cancel);
});
afterEach(() => void vi.unstubAllGlobals());

/** Of a Document it uses what PretendPage has. */
const begin = (run: () => void) => afterPaint(page as unknown as Document, run);

it("SY-104 what a key asks for comes once, behind the frame", async () => {
  const run = vi.fn();
  const work = begin(run);
  work.request();
  work.request();
  expect(run).not.toHaveBeenCalled();
  page.drawFrame();
  expect(run).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1));
  work.request();
  page.drawFrame();
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2));
  work.stop();
});

it("SY-104 a page that is hidden, or becomes so, waits for no frame", () => {
  const run = vi.fn();
  const work = begin(run);
  work.request();
  page.hide();
  expect(run).toHaveBeenCalledTimes(1);
  work.request();
  expect(run).toHaveBeenCalledTimes(2);
  page.hidden = false;
  work.request();
  work.stop();
  page.drawFrame();
  page.hide();
  expect(run).toHaveBeenCalledTimes(2);
});
