import type { Page } from "@playwright/test";

/** Compares the two versions the other way round; the second choice comes before the router took in the first. */
export async function swapAtOnce(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const labels = [...document.querySelectorAll("label")];
    const [older, newer] = ["旧稿", "新稿"].map(
      (name) => labels.find(({ textContent }) => textContent === name)?.control,
    );
    if (!(older instanceof HTMLSelectElement) || !(newer instanceof HTMLSelectElement))
      throw new Error("no choice of two versions");
    const values = [newer.value, older.value];
    for (const [index, select] of [older, newer].entries()) {
      select.value = values[index] ?? "";
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await Promise.resolve();
    }
  });
}
