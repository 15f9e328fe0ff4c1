import { expect, type Page } from "@playwright/test";

/**
 * Waits until nothing on the page is wider than its window. After a resize what lies over the page takes its new place in
 * the next frame, and what stands otherwise on a narrow one is drawn then.
 * @param width of the window, in pixels
 */
export const expectFits = (page: Page, width: number) =>
  expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), `${page.url()} at ${width}`)
    .toBeLessThanOrEqual(width);
