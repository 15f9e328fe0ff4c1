/** What the pages of a failed test showed, for a machine whose traces nobody can open. */
import type { BrowserContext, Page } from "@playwright/test";

/** Milliseconds; a page that hangs says nothing, which says something too. */
const ANSWERS_WITHIN = 5000;
const MOST_LINES = 40;

/** Prints each page's address and outline. */
export async function tellPages(contexts: readonly BrowserContext[]): Promise<void> {
  for (const page of contexts.flatMap((context) => context.pages())) {
    console.log(`A page of the failed test, at ${page.url()}:\n${await outlineOf(page)}`);
  }
}

async function outlineOf(page: Page): Promise<string> {
  try {
    const outline = await page.locator("body").ariaSnapshot({ timeout: ANSWERS_WITHIN });
    return outline.split("\n").slice(0, MOST_LINES).join("\n");
  } catch (error) {
    return `it doesn't answer: ${error}`;
  }
}
