import type { Page, Request } from "@playwright/test";

/** Holds what the page asks in this way until it is let go, or fails for want of a line. */
export async function heldRequest(page: Page, method: string, path: string) {
  let decide = (_outcome: "arrives" | "fails") => {};
  const decided = new Promise<"arrives" | "fails">((resolve) => {
    decide = resolve;
  });
  const isIt = (request: Request) => request.method() === method && new URL(request.url()).pathname === path;
  await page.route(`**${path}`, async (route) => {
    if (isIt(route.request()) && (await decided) === "fails") await route.abort();
    else await route.continue();
  });
  const asked = page.waitForRequest(isIt);
  /** Resolves once the page has taken the answer. */
  const finish = async () => {
    const answered = page.waitForResponse((response) => isIt(response.request()));
    decide("arrives");
    await (await answered).finished();
    // It has taken the answer once it has drawn after it.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  };
  return { asked, finish, fail: () => decide("fails") };
}
