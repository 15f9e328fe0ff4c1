/** What axe finds on a page as it stands, of whatever weight. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "../helpers/lectern-test";

/** `state` says in a failure what the page was showing. */
export async function expectAccessible(page: Page, state = page.url()): Promise<void> {
  // A notice that fades away while axe looks has the contrast of neither.
  await page.emulateMedia({ reducedMotion: "reduce" });
  // The page learns of another colour scheme by an event: axe would read some colours before it, some after.
  await page.waitForFunction(() => {
    const chosen = localStorage.getItem("mantine-color-scheme-value") ?? "auto";
    const wished = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    return document.documentElement.dataset.mantineColorScheme === (chosen === "auto" ? wished : chosen);
  });
  // Colours that are still on their way from one scheme to the other have neither's contrast.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const found = await new AxeBuilder({ page }).analyze();
  // An open menu hangs on the body, in no landmark: the focus is in it as in a dialog, which the rule lets pass.
  const isOpenMenu = (id: string, html: string) => id === "region" && html.includes("mantine-Menu-");
  const violations = found.violations
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => !isOpenMenu(id, html)) }))
    .filter(({ nodes }) => nodes.length > 0);
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`),
    state,
  ).toEqual([]);
}
