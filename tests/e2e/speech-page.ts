/** What specs do on a speech's page and read from it. */
import { expect, type Locator, type Page } from "@playwright/test";

export function editorOf(page: Page): Locator {
  return page.locator(".tiptap");
}

/** Waits until the bar says that everything is on the server's disk. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved", { timeout: 30_000 });
}

/** Puts the caret at the very end and types there, key by key. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  const editor = editorOf(page);
  await expect(editor).toHaveAttribute("contenteditable", "true");
  await editor.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text, { delay: 10 });
}

/**
 * Types these words at the very end over and over, however long what is waited for meanwhile takes. Returns what ends
 * that behind the next whole words; it resolves with all that was typed, or rejects when typing failed.
 */
export async function typeOn(page: Page, words: string): Promise<() => Promise<string>> {
  await typeAtEnd(page, words);
  let typed = words;
  let isOver = false;
  const typing = (async () => {
    while (!isOver) {
      await page.keyboard.type(words, { delay: 10 });
      typed += words;
    }
  })();
  typing.catch(() => {}); // told to who ends it
  return async () => {
    isOver = true;
    await typing;
    return typed;
  };
}

/** Closing the page asks first; it stays. */
export async function expectAskedBeforeClosing(page: Page): Promise<void> {
  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await closing;
}

/** Text of every top-level block as shown, without carets, numbers and other drawings on it. */
export function pageText(page: Page): Promise<string[]> {
  return editorOf(page).evaluate((editor) =>
    [...editor.children]
      .filter((block) => !block.classList.contains("ProseMirror-widget"))
      .map((block) => {
        const copy = block.cloneNode(true) as Element; // a clone of an element is one
        for (const drawn of copy.querySelectorAll(".ProseMirror-widget, .ProseMirror-trailingBreak"))
          drawn.remove();
        return copy.textContent ?? "";
      }),
  );
}
