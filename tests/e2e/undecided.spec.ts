/** What goes out as it reads with all suggestions accepted says how many nobody decided on yet. */
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";

const TEXT = "在推进会上的讲话\n同志们：\n我们要推动档案工作再上新台阶。\n要抓好落实。";

test("SG-92 EX-20 sending for sign-off and exporting say how many suggestions count as accepted, and lead to them", async ({
  office,
  openPage,
}) => {
  const zhou = await office.colleague("undecided-chief", "周文清");
  const xu = await office.colleague("undecided-xu", "许明远");
  const speech = await office.speech(zhou, { title: "修订未取舍", text: TEXT }, [[xu, "suggester"]]);
  const chief = await EditorPage.open(openPage, zhou, speech);
  const { page } = chief;
  const dialog = page.getByRole("dialog");
  const panel = page.getByRole("tab", { name: /修订/ });
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await expect(dialog.getByRole("checkbox", { name: "许明远" })).toBeVisible();
  await expect(dialog.getByText("修订待定")).toHaveCount(0);
  await page.keyboard.press("Escape");

  const suggester = await EditorPage.open(openPage, xu, speech);
  for (const line of [2, 3]) {
    await suggester.clickEnd(line);
    await suggester.page.keyboard.type("还要督查。");
  }
  await suggester.expectSaved();
  await expect(page.getByRole("tab", { name: "修订 2 处待定" })).toBeVisible();

  await page.getByRole("button", { name: "送审", exact: true }).click();
  await expect(dialog.getByText("还有 2 处修订待定，按接受后的样子送审、签批。")).toBeVisible();
  await expectAccessible(page, "sending for sign-off");
  await dialog.getByRole("button", { name: "看修订" }).click();
  await expect(dialog).toBeHidden();
  await expect(panel).toHaveAttribute("aria-selected", "true");
  await expect(panel).toBeFocused();

  await page.getByRole("tab", { name: "稿件" }).click();
  await chief.button("导出文件").click();
  await expect(dialog.getByText("还有 2 处修订待定，按接受后的样子导出。")).toBeVisible();
  await dialog.getByRole("radio", { name: /带修订/ }).check();
  await expect(dialog.getByText("修订待定")).toHaveCount(0);
  await dialog.getByText("纯文本", { exact: true }).click();
  await expect(dialog.getByText("还有 2 处修订待定，按接受后的样子导出。")).toBeVisible();
  await dialog.getByText("整稿数据", { exact: true }).click();
  await expect(dialog.getByText("修订待定")).toHaveCount(0);
  await dialog.getByText("领导阅读稿", { exact: true }).click();
  await expect(dialog.getByText("还有 2 处修订待定，按接受后的样子印出。")).toBeVisible();
  await expectAccessible(page, "exporting the reading copy");
  await dialog.getByRole("button", { name: "看修订" }).click();
  await expect(panel).toHaveAttribute("aria-selected", "true");
});

test("SG-92 exporting several speeches says that what is undecided in them counts as accepted", async ({
  office,
  openPage,
}) => {
  const zhou = await office.colleague("several-chief", "周文清");
  for (const title of ["第一篇", "第二篇"]) await office.speech(zhou, { title, text: TEXT });
  const page = await openPage(zhou, "/");
  await page.getByRole("button", { name: "导出多篇" }).click();
  const dialog = page.getByRole("dialog");
  const note = dialog.getByText("各篇待定的修订，都按接受后的样子导出。");
  await dialog.getByLabel("全选（2 篇）").check();
  await expect(note).toBeVisible();
  await dialog.getByRole("radio", { name: /带修订/ }).check();
  await expect(note).toHaveCount(0);
  await dialog.getByText("纯文本", { exact: true }).click();
  await expect(note).toBeVisible();
  await expectAccessible(page, "exporting several speeches");
});
