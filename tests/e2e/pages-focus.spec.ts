/** Dialogs by the keyboard alone. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

test("UI-43 Escape closes a dialog also in the moment before it has the focus", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("focus-early", "主笔");
  const page = await openPage(chief, "/");
  const button = page.getByRole("main").getByRole("button", { name: "导入", exact: true });
  await button.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await button.dispatchEvent("keydown", { key: "Escape" });
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("UI-27 a dialog that closes gives the focus back to what opened it", async ({ office, openPage }) => {
  const chief = await office.colleague("focus-chief", "主笔");
  const speech = await office.speech(chief, { title: "只用键盘", text: "同志们：" });
  const home = await openPage(chief, "/");
  for (const name of ["新建讲话稿", "导入"]) {
    const button = home.getByRole("button", { name, exact: true });
    await button.focus();
    await home.keyboard.press("Enter");
    await expect(home.getByRole("dialog")).toBeVisible();
    await home.keyboard.press("Escape");
    await expect(home.getByRole("dialog")).toHaveCount(0);
    await expect(button).toBeFocused();
  }
  // From a menu: back to what opened the menu.
  const menu = home.getByRole("button", { name: /《只用键盘》|只用键盘/ });
  await menu.focus();
  await home.keyboard.press("Enter");
  await home.getByRole("menuitem", { name: /成员/ }).press("Enter");
  await expect(home.getByRole("dialog")).toBeVisible();
  await home.keyboard.press("Escape");
  await expect(home.getByRole("dialog")).toHaveCount(0);
  await expect(menu).toBeFocused();

  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await editor.expectWhole();
  for (const name of ["成员与权限", "送审", "导出文件"]) {
    const button = editor.button(name);
    await button.press("Enter");
    await expect(page.getByRole("dialog").getByRole("button", { name: "关闭" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(button).toBeFocused();
  }
  const shortcuts = editor.button("键盘快捷键");
  await shortcuts.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "键盘快捷键" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(shortcuts).toBeFocused();
});
