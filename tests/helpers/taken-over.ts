/** Pages whose script is there: before that a click does nothing, and what is typed can be lost. */
import type { Page } from "@playwright/test";

/** What is pressed, written in and taken things to; but for what isn't React's: the text's own elements, a field that only measures. */
const CONTROLS = ["body", "main", "button", "input", "select", "textarea"]
  .map((name) => `${name}:not(.ProseMirror *, [aria-hidden=true])`)
  .join();

/**
 * Waits until React has taken over all that can be used, part by part as the scripts come. By its own
 * mark, since the product has no use for one.
 */
export async function untilTakenOver(page: Page): Promise<void> {
  await page.waitForFunction(
    (controls) =>
      [...document.querySelectorAll(controls)].every((control) =>
        Object.keys(control).some((key) => key.startsWith("__react")),
      ),
    CONTROLS,
  );
}

/** From now on the page's `goto` and `reload` wait for that too, but where they're asked to come back before: at "commit". */
export function waitsForItsScript(page: Page): Page {
  const { goto, reload } = page;
  page.goto = async (address, options) => {
    const answer = await goto.call(page, address, options);
    if (options?.waitUntil !== "commit" && page.url().startsWith("http")) await untilTakenOver(page);
    return answer;
  };
  page.reload = async (options) => {
    const answer = await reload.call(page, options);
    if (options?.waitUntil !== "commit") await untilTakenOver(page);
    return answer;
  };
  return page;
}
