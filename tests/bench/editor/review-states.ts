/** States of our page in which somebody types: what is open beside the text, and what typing does. */
import type { Page } from "@playwright/test";

export async function listSuggestions(page: Page): Promise<void> {
  await page.getByRole("tab", { name: /^修订/ }).click();
  await page.getByRole("tabpanel").getByRole("listitem").first().waitFor();
}

/** The only tab that draws a card beside its words for every open thread. */
export async function showThreads(page: Page, threads: number): Promise<void> {
  await page.getByRole("tab", { name: /^批注/ }).click();
  await page.waitForFunction((count) => document.querySelectorAll("[data-card]").length >= count, threads);
}

/** What is typed from now on is proposed. */
export async function suggest(page: Page): Promise<void> {
  const toolbar = page.getByRole("toolbar", { name: "格式工具栏" });
  await toolbar.getByRole("button", { name: /修订/ }).click();
  await toolbar.getByRole("button", { name: /修订/, pressed: true }).waitFor();
}
