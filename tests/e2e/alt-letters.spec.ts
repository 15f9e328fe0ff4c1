/** Keys with Alt as a Mac's keyboard gives them: another sign than the letter. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { select } from "./threads-in-page";

/** Option and ⌘ with that letter, in the text. */
const press = (page: Page, letter: string, sign: string) =>
  page.locator(".ProseMirror").evaluate(
    (text, [code, key]) => {
      const keyCode = code.charCodeAt(0);
      const held = { altKey: true, metaKey: true, bubbles: true, cancelable: true };
      text.dispatchEvent(new KeyboardEvent("keydown", { key, code: `Key${code}`, keyCode, ...held }));
    },
    [letter, sign] as const,
  );

test("ED-166 with Option, which makes other signs of letters, the keys comment, accept and reject", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("alt-chief", "王建国");
  const speech = await office.speech(chief, {
    title: "苹果键盘",
    text: "我们要推动工作\n各单位抓好落实",
  });
  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await page.getByRole("toolbar", { name: "格式工具栏" }).getByRole("button", { name: /修订/ }).click();
  await editor.clickEnd(0);
  await page.keyboard.type("，见到成效");
  await editor.expectSaved();
  for (const [letter, sign, decided] of [
    ["A", "å", "接受 1 处"],
    ["R", "®", "拒绝 1 处"],
  ] as const) {
    await press(page, letter, sign);
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: decided })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
  await select(page, "抓好落实");
  await editor.expectSelected("抓好落实");
  await press(page, "M", "µ");
  await expect(page.locator("textarea[aria-label^='写批注']")).toBeVisible();
});
