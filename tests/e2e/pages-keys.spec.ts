/** What the keyboard alone does to lists and dialogs, and what a screen reader is told of fields. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

test("UI-37 the focus goes on to the next member and suggestion when one goes", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("keys-chief", "主笔");
  const one = await office.colleague("keys-one", "甲同事");
  const two = await office.colleague("keys-two", "乙同事");
  const speech = await office.speech(chief, { title: "逐条处理", text: "同志们：\n第一段。\n第二段。" }, [
    [one, "editor"],
    [two, "editor"],
  ]);
  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await editor.button("成员与权限").press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /甲同事/ }).press("Enter");
  await expect(dialog.getByText("甲同事")).toHaveCount(0);
  await expect(dialog.getByRole("combobox", { name: /乙同事/ })).toBeFocused();
  await dialog.getByRole("button", { name: /乙同事/ }).press("Enter");
  await expect(dialog.getByText("乙同事")).toHaveCount(0);
  await expect(dialog.getByRole("list")).toBeFocused();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: /^修订/ }).press("Enter");
  for (const line of [1, 2]) {
    await editor.clickEnd(line);
    await page.keyboard.type("补");
  }
  const panel = page.getByRole("tabpanel");
  await page.getByRole("tab", { name: /修订/ }).press("Enter");
  await expect(panel.getByRole("listitem")).toHaveCount(2);
  await panel.getByRole("button", { name: "接受" }).first().press("Enter");
  await expect(panel.getByRole("listitem")).toHaveCount(1);
  await expect(panel.getByRole("listitem").getByRole("button").first()).toBeFocused();
});

test("UI-34 Escape closes a dialog with something written in it only when pressed again", async ({
  office,
  openPage,
}) => {
  const home = await openPage(await office.colleague("keys-escape", "起草人"), "/");
  const button = home.getByRole("button", { name: "新建讲话稿" }).first();
  const dialog = home.getByRole("dialog");
  const title = dialog.getByRole("textbox", { name: "标题" });
  const notice = home.getByText("再按一次 Esc 就关闭");
  await button.press("Enter");
  // The Escape that throws pinyin away, as Safari sends it: neither of an empty dialog is it, nor of a filled one.
  const thrownAway = { key: "Escape", keyCode: 229, bubbles: true };
  await title.dispatchEvent("keydown", thrownAway);
  await title.fill("写了一半");
  await title.dispatchEvent("keydown", thrownAway);
  await expect(dialog).toBeVisible();
  await expect(notice).toHaveCount(0);
  await title.press("Escape");
  await expect(notice).toBeVisible();
  await expect(title).toHaveValue("写了一半");
  // Whoever writes on has to be asked again.
  await title.pressSequentially("了");
  await expect(notice).toHaveCount(0);
  await title.press("Escape");
  await expect(notice).toBeVisible();
  await expect(dialog).toBeVisible();
  await title.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(notice).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("UI-40 leaving the page asks once something is written in a dialog, and not before", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("keys-leaving", "起草人");
  const speech = await office.speech(writer, { title: "先打开过的" });
  const page = await openPage(writer, `/speeches/${speech.id}`);
  const questions: string[] = [];
  let leaves = false;
  page.on("dialog", (dialog) => {
    questions.push(dialog.type());
    return leaves ? dialog.accept() : dialog.dismiss();
  });
  await page.getByRole("link", { name: "返回首页" }).click();
  const create = page.getByRole("button", { name: "新建讲话稿" }).first();
  const dialog = page.getByRole("dialog");
  const title = dialog.getByRole("textbox", { name: "标题" });
  await create.click();
  await title.fill("写了一半");
  await page.goBack({ waitUntil: "commit" });
  await expect.poll(() => questions).toEqual(["confirm"]);
  await expect(title).toHaveValue("写了一半");
  expect(new URL(page.url()).pathname).toBe("/");
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => questions).toEqual(["confirm", "beforeunload"]);
  await expect(title).toHaveValue("写了一半");

  // Whoever means it leaves. Where nothing is written, or the dialog is gone, nothing asks.
  leaves = true;
  await page.goBack();
  await expect(page).toHaveURL(`/speeches/${speech.id}`);
  await page.getByRole("link", { name: "返回首页" }).click();
  await create.click();
  await title.focus();
  await page.reload();
  await create.click();
  await title.fill("写了一半");
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(dialog).toHaveCount(0);
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(questions.slice(2)).toEqual(["confirm"]);
});

test("UI-38 a password that is refused is invalid to a screen reader too", async ({ office, openPage }) => {
  const page = await openPage(await office.colleague("keys-password", "改密码的人"), "/change-password");
  const fields = page.locator("input[type=password]");
  await fields.nth(1).fill("太短");
  await fields.nth(1).press("Enter");
  await expect(fields.nth(1)).toHaveAttribute("aria-invalid", "true");
});
