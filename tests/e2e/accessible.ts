/** What axe finds serious on a page as it stands. */
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
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`),
    state,
  ).toEqual([]);
}
