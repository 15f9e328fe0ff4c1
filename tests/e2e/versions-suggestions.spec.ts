/** What is compared while colleagues' suggestions are undecided, on the page, in its file and in print. */
import { DocxReader } from "../helpers/docx-reader";
import { expect, test } from "../helpers/lectern-test";
import { downloaded } from "./downloaded";
import { EditorPage } from "./editor-page";
import { keptNotice } from "./kept-notice";

const PROPOSED = "还要大力培养年轻人。";
const TEXT = "在推进会上的讲话\n同志们：\n我们要推动档案工作再上新台阶。";
const NOTE = "待定的修订，这里都算作已接受";

test("VE-66 UI-66 a returned file is compared with the text as it went out, on the page as in 花脸稿", async ({
  office,
  openPage,
}) => {
  const zhou = await office.colleague("zhou-out", "周文清");
  const lin = await office.colleague("lin-out", "林晓芸");
  const speech = await office.speech(zhou, { title: "征求意见", text: TEXT }, [[lin, "suggester"]]);
  const colleague = await EditorPage.open(openPage, lin, speech);
  await colleague.clickEnd(2);
  await colleague.page.keyboard.type(PROPOSED);
  await colleague.expectSaved();

  const editor = await EditorPage.open(openPage, zhou, speech);
  const { page } = editor;
  await editor.button("导入回稿").click();
  const dialog = page.getByRole("dialog", { name: "导入回稿" });
  const returned = `${TEXT.replace("推动", "推进")}${PROPOSED}`;
  await dialog
    .locator("input[type=file]")
    .setInputFiles([{ name: "回稿.txt", mimeType: "text/plain", buffer: Buffer.from(returned) }]);
  await dialog.getByRole("button", { name: "导入", exact: true }).click();
  const sheet = page.locator("[data-compared]");
  await expect(sheet.locator("del")).toHaveText(["推动"]);
  await expect(sheet.locator("ins")).toHaveText(["推进"]);
  await expect(page.getByRole("main").getByRole("status")).toHaveText("共 1 处改动");
  await expect(page.getByText(NOTE)).toBeVisible();

  await page.getByRole("button", { name: "导出花脸稿" }).click();
  const exporting = page.getByRole("dialog", { name: "导出花脸稿" });
  const { bytes } = await downloaded(page, async () => {
    await exporting.getByRole("button", { name: "导出", exact: true }).click();
    await keptNotice(page, "已导出《征求意见》");
  });
  const file = new DocxReader(bytes);
  const changed = ["ins", "del"].map((name) =>
    file.all("word/document.xml", name).map(({ textContent }) => textContent),
  );
  expect(changed).toEqual([["推进"], ["推动"]]);

  // What is said at the foot of the page is no part of its print.
  const said = page.getByText("已导出《征求意见》");
  await expect(said).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(said).toBeHidden();
  await expect(sheet.locator("ins")).toBeVisible();
});
