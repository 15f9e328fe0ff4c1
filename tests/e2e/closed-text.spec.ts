/** Dialogs that stay open while the text is closed behind them. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { makeFinal } from "./make-final";

test("RC-22 readings aren't set in a text that was closed meanwhile, and the dialog says so", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("closed-pinyin", "主笔");
  const speech = await office.speech(chief, { title: "注音时定稿", text: "到亳州去。" });
  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await editor.button("朗读标记").click();
  await page.getByRole("menuitem", { name: "注音…" }).click();
  const dialog = page.getByRole("dialog", { name: "注音" });
  await dialog.getByRole("checkbox", { name: "给“亳”注音" }).check();
  await makeFinal(chief, speech.id);
  await expect(editor.text).toHaveAttribute("contenteditable", "false");
  await dialog.getByRole("button", { name: "注上" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("稿子现在不能修改，没有注音。");
  await expect(page.locator(".speech-pinyin")).toHaveCount(0);
  await editor.expectSaved();
});

test("SU-81 one's own suggestion isn't taken back in a text that was closed while it was asked about", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("closed-withdraw-chief", "主笔");
  const proposer = await office.colleague("closed-withdraw", "修订的人");
  const speech = await office.speech(chief, { title: "撤回时定稿", text: "要抓好落实" }, [
    [proposer, "suggester"],
  ]);
  const editor = await EditorPage.open(openPage, proposer, speech);
  const { page } = editor;
  await editor.clickEnd(0);
  await page.keyboard.type("，见到成效");
  await editor.expectSaved();
  await page.keyboard.press("Control+Alt+r");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await makeFinal(chief, speech.id);
  await expect(editor.text).toHaveAttribute("contenteditable", "false");
  await dialog.getByRole("button", { name: "拒绝 1 处" }).click();
  await expect(dialog.getByRole("alert")).toContainText("您没有权限这样做");
  await editor.expectWords("ins", ["，见到成效"]);
  // Nor is it asked about there any more.
  await dialog.getByRole("button", { name: "取消" }).click();
  await page.keyboard.press("Control+Alt+r");
  await expect(page.getByText("这里没有可以取舍的修订。")).toBeVisible();
  await editor.expectSaved();
});
