/** Keeping versions in the page, and a speech that has two of them. */
import type { Page } from "@playwright/test";
import type { SpeechSummary } from "@/core/speech";
import { expect } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";
import { EditorPage } from "./editor-page";

export const list = (page: Page) => page.getByRole("navigation", { name: "版本列表" });

export async function keep(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "存为版本" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "名称" }).fill(name);
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(list(page).getByRole("button", { name })).toBeVisible();
}

/** Replaces words of a paragraph, as somebody does who selects and types. */
export async function replace(editor: EditorPage, block: number, words: string, by: string): Promise<void> {
  await editor.clickEnd(block);
  const text = (await editor.text.locator("> *").nth(block).textContent()) ?? "";
  const after = text.length - text.indexOf(words) - words.length;
  for (let step = 0; step < after; step += 1) await editor.page.keyboard.press("ArrowLeft");
  for (let step = 0; step < words.length; step += 1) await editor.page.keyboard.press("Shift+ArrowLeft");
  await editor.expectSelected(words);
  await editor.page.keyboard.type(by);
  await editor.expectSaved();
}

export const versionsPath = ({ id }: SpeechSummary) => `/speeches/${id}/versions`;
type OpenPage = (account: Account | null, path: string) => Promise<Page>;

/** First draft kept, 推动 replaced by 推进, second draft kept. */
export async function twoDrafts(openPage: OpenPage, writer: Account, speech: SpeechSummary) {
  const editor = await EditorPage.open(openPage, writer, speech);
  const page = await openPage(writer, versionsPath(speech));
  await keep(page, "一稿");
  await replace(editor, 2, "推动", "推进");
  await keep(page, "二稿");
  return { editor, page };
}
