/** Notices at the foot of the page, which go by themselves after some seconds. */
import type { Locator, Page } from "@playwright/test";

/** The last one with these words: pointed at it stays, however long what is looked at meanwhile takes. */
export async function keptNotice(page: Page, words: string): Promise<Locator> {
  const notice = page.getByRole("alert").filter({ hasText: words }).last();
  await notice.hover();
  return notice;
}
