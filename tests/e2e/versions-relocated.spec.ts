/** A comparison in which lines stand in another block than before. */
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";

const TEXT = "推进会上的讲话\n要推动档案工作再上台阶。\n要认真抓好各项任务的落实。\n主要负责同志要亲自抓。";

test("VE-90 paragraphs that were made a list stand in it once, on one page and side by side, and are counted as such", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("wang", "王建国");
  const speech = await office.speech(writer, { title: "改为列表", text: TEXT });
  const editor = await EditorPage.open(openPage, writer, speech);
  await writer.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  await editor.clickEnd(2);
  await editor.page.keyboard.press("Shift+ArrowUp");
  await editor.page.keyboard.press("Control+Shift+8");
  await expect(editor.text.locator("li")).toHaveCount(2);
  await editor.expectSaved();

  const page = await openPage(writer, `/speeches/${speech.id}/versions`);
  await page
    .getByRole("navigation", { name: "版本列表" })
    .getByRole("button", { name: "现在的文字" })
    .click();
  const sheet = page.locator("[data-compared]");
  await expect(sheet.locator("li")).toHaveText([/^要推动.*正文改为项目符号$/, /^要认真.*正文改为项目符号$/]);
  await expect(sheet.locator("ins, del, [data-change=added], [data-change=deleted]")).toHaveCount(0);
  await expect(page.getByText("格式、分段 2 处")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("共 2 处改动");
  await expect(sheet.locator("[data-change=edited][title=王建国]")).toHaveCount(2);
  await page.getByRole("button", { name: "下一处改动" }).click();
  await expect(sheet.locator("[data-current]")).toContainText("要推动档案工作");
  await expectAccessible(page);

  await page.getByText("左右对照").click();
  await expect(sheet.locator("[data-side=before] li")).toHaveCount(0);
  await expect(sheet.locator("[data-side=before] [data-change=edited]")).toHaveCount(2);
  await expect(sheet.locator("[data-side=after] li [data-change=edited]")).toHaveCount(2);
  await expect(page.getByRole("status")).toHaveText("共 2 处改动");
});
