/** What the pages of a failed test showed, for a machine whose traces nobody can open. */
import type { BrowserContext, Page } from "@playwright/test";

/** Milliseconds; a page that hangs says nothing, which says something too. */
const ANSWERS_WITHIN = 5000;
const MOST_LINES = 40;

/** Prints each page's address and outline, and what the server makes of its session. */
export async function tellPages(contexts: readonly BrowserContext[]): Promise<void> {
  for (const context of contexts) {
    const session = await sessionOf(context);
    for (const page of context.pages()) {
      console.log(`A page of the failed test, at ${page.url()}, ${session}:\n${await outlineOf(page)}`);
    }
  }
}

/** Cookies by name, each with when it ends, and the answer to who this is. */
async function sessionOf(context: BrowserContext): Promise<string> {
  try {
    const cookies = (await context.cookies()).map(({ name, expires }) => `${name} (${expires})`);
    const answer = await context.request.get("/api/me", { timeout: ANSWERS_WITHIN });
    return `with ${cookies.join(", ") || "no cookie"}, ${answer.status()} at ${new Date().toISOString()}`;
  } catch (error) {
    return `whose server doesn't answer (${error})`;
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
