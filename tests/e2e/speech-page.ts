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
