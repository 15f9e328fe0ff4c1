/** How long what is typed takes to the preview's picture of its page. */
import type { Page } from "@playwright/test";

interface PreviewNotes {
  /** When keys were pressed and pictures put in, as in `performance.now()`. */
  readonly pressed: number[];
  readonly drawn: number[];
}

declare global {
  interface Window {
    previewNotes: PreviewNotes;
  }
}

/** From here on the page notes when keys are pressed, and when a page of the preview gets another picture. */
export async function notePreview(page: Page): Promise<void> {
  await page.evaluate(() => {
    const pages = document.querySelector("[data-preview-pages]");
    if (pages === null) throw new Error("the preview isn't open");
    // Where the text is typed into; a page that nobody sees gets no picture.
    pages.scrollTop = (pages.scrollHeight - pages.clientHeight) / 2;
    const notes: PreviewNotes = { pressed: [], drawn: [] };
    window.previewNotes = notes;
    window.addEventListener("keydown", ({ timeStamp }) => notes.pressed.push(timeStamp), { capture: true });
    const observer = new MutationObserver((changes) => {
      const isPicture = ({ target }: MutationRecord) =>
        target instanceof Element && target.matches("[data-page]");
      if (changes.some(isPicture)) notes.drawn.push(performance.now());
    });
    observer.observe(pages, { childList: true, subtree: true });
  });
}

/** Milliseconds on the way of one key's letter to the picture of its page. */
export interface PreviewAge {
  readonly whole: number;
  /** Until the list of pages was asked for, until it came, and until the first new picture was loaded. */
  readonly asked: number;
  readonly listed: number;
  readonly loaded: number;
}

/** How long nothing has come from the server when all pictures are there. */
const QUIET_MS = 2000;

/**
 * For each key noted: from it to the first new picture behind an answer that was asked for after the key. Where there is
 * none, an earlier answer had the letter already: then to the last picture.
 */
export async function previewAges(page: Page): Promise<PreviewAge[]> {
  await page.waitForFunction((quiet) => {
    const ended = performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.includes("/preview"))
      .map(({ responseEnd }) => responseEnd);
    return performance.now() - Math.max(...ended) > quiet;
  }, QUIET_MS);
  return page.evaluate(() => {
    const all = performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming);
    const lists = all.filter(({ name }) => new URL(name).pathname.endsWith("/preview"));
    const loads = all.filter(({ name }) => /\/preview\/[0-9a-f]{32}$/.test(new URL(name).pathname));
    const { pressed, drawn } = window.previewNotes;
    return pressed.map((at) => {
      const list = lists.find(({ startTime }) => startTime >= at);
      if (list === undefined) throw new Error("no list of pages was asked for behind a key");
      const shown = drawn.find((time) => time >= list.responseEnd) ?? drawn.at(-1) ?? Number.NaN;
      const load = loads.find(({ responseEnd }) => responseEnd >= list.responseEnd);
      const ends = [list.startTime, list.responseEnd, load?.responseEnd ?? list.responseEnd];
      const [asked = 0, listed = 0, loaded = 0] = ends.map((time) => Math.min(time, shown) - at);
      return { whole: shown - at, asked, listed, loaded };
    });
  });
}
