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

/**
 * For each key noted: milliseconds from it to the first new picture behind an answer that was asked for after the key.
 * Waits until the last one has its picture.
 */
export async function previewAges(page: Page): Promise<number[]> {
  const ages = await page.waitForFunction(() => {
    const answers = performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name, responseEnd }) => responseEnd > 0 && new URL(name).pathname.endsWith("/preview"));
    const { pressed, drawn } = window.previewNotes;
    const found = pressed.map((at) => {
      const answer = answers.find(({ startTime }) => startTime >= at);
      const shown = answer === undefined ? undefined : drawn.find((time) => time >= answer.responseEnd);
      return shown === undefined ? null : shown - at;
    });
    return found.includes(null) ? null : found;
  });
  return (await ages.jsonValue())?.filter((age) => age !== null) ?? [];
}
