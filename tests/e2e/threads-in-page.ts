/** Threads of comments as a person in the browser makes and sees them. */
import { expect, type Locator, type Page } from "@playwright/test";

/** Selects these words of one block, as a reader does with the mouse. */
export async function select(page: Page, words: string): Promise<void> {
  await page.locator(".ProseMirror").evaluate((root, wanted) => {
    const block = [...root.children].find(({ textContent }) => textContent?.includes(wanted));
    if (block === undefined) throw new Error("the words aren't in one block");
    const at = (offset: number): [Node, number] => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let rest = offset, node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (rest <= length) return [node, rest];
        rest -= length;
      }
      return [block, block.childNodes.length];
    };
    const start = block.textContent?.indexOf(wanted) ?? 0;
    document.getSelection()?.setBaseAndExtent(...at(start), ...at(start + wanted.length));
  }, words);
}

/** Begins a thread on these words; one that is being sent still has its own field. */
export async function write(page: Page, words: string, body: string): Promise<void> {
  await select(page, words);
  await page.getByRole("button", { name: "批注所选文字" }).click();
  await page.locator("textarea:not([readonly])[aria-label^='写批注']").fill(body);
}

export async function comment(page: Page, words: string, body: string): Promise<void> {
  await write(page, words, body);
  await page.getByRole("button", { name: "批注", exact: true }).click();
  await expect(card(page, body)).toBeVisible();
}

/** A thread; one that is still being written has its words in a field. */
export const card = (page: Page, body: string): Locator =>
  page.locator("[data-thread-card]", { hasText: body });
/** The words that a reader sees commented. */
const marked = (page: Page) =>
  page
    .locator(".ProseMirror [data-thread]")
    .evaluateAll((marks) =>
      marks
        .filter((mark) => getComputedStyle(mark).backgroundColor !== "rgba(0, 0, 0, 0)")
        .map((mark) => mark.textContent),
    );
export const expectMarked = (page: Page, words: readonly string[]) =>
  expect.poll(() => marked(page), page.url()).toEqual(words);
