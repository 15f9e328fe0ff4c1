/**
 * Key press → painted frame. A real key goes through Chromium's input pipeline (DevTools protocol).
 * The clock starts at the key event's own time stamp and stops in the first task after the animation
 * frame that follows it: layout and paint of the changed text are over by then. It listens before the
 * editors do, so that its task comes before those in which a page goes on with what can wait for the paint.
 */
import type { Page } from "@playwright/test";

/** Frames between two keys: about 10 keys a second, a fast typist, so that deferred work is counted. */
const PAUSE_FRAMES = 5;
const TEXT = "abcdefghij";

interface Probe {
  readonly samples: number[];
  frames(count: number): Promise<void>;
}

declare global {
  interface Window {
    keyProbe: Probe;
  }
}

/** Puts the caret at the end of the block in the middle of the text and starts listening. */
export async function preparePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const editor = document.querySelector<HTMLElement>(".tiptap");
    const paragraphs = [...(editor?.querySelectorAll("p") ?? [])].filter(
      (block) => (block.textContent ?? "").length > 40,
    );
    const middle = paragraphs[Math.floor(paragraphs.length / 2)];
    if (editor === null || middle === undefined) throw new Error("there is no text to type into");
    middle.scrollIntoView({ block: "center" });
    editor.focus();
    document.getSelection()?.selectAllChildren(middle);
    document.getSelection()?.collapseToEnd();
    const samples: number[] = [];
    const afterPaint = new MessageChannel();
    let pressedAt: number | null = null;
    afterPaint.port1.onmessage = () => {
      if (pressedAt !== null) samples.push(performance.now() - pressedAt);
      pressedAt = null;
    };
    window.addEventListener(
      "keydown",
      (event) => {
        pressedAt = event.timeStamp;
        requestAnimationFrame(() => afterPaint.port2.postMessage(null));
      },
      { capture: true },
    );
    const frames = (count: number) =>
      new Promise<void>((resolve) => {
        const step = (left: number) =>
          left === 0 ? resolve() : void requestAnimationFrame(() => step(left - 1));
        step(count);
      });
    window.keyProbe = { samples, frames };
  });
}

/** Presses so many keys and returns one time per key, in milliseconds. */
export async function pressKeys(page: Page, count: number): Promise<number[]> {
  await page.bringToFront();
  await page.evaluate(() => {
    window.keyProbe.samples.length = 0;
  });
  for (let key = 0; key < count; key += 1) {
    await page.keyboard.press(TEXT[key % TEXT.length] ?? "a");
    await page.evaluate((frames) => window.keyProbe.frames(frames), PAUSE_FRAMES);
  }
  return page.evaluate(() => [...window.keyProbe.samples]);
}

/** The value that this share of the samples stays at or under. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
