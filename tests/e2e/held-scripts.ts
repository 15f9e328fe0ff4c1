/** A page as it is before its script has come, on a line so slow that people begin to type. */
import type { Page } from "@playwright/test";

/** From now on no script of the page comes before that is let go by what this returns. */
export async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
