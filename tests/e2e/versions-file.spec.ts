/** A file beside the speech's text, in the page. */
import { utimes, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";

const TEXT =
  "在推进会上的讲话\n一、看清形势\n我们要推动档案工作再上台阶。\n二、抓好落实\n各单位要认真抓好落实。";
const RETURNED = TEXT.replace("推动", "推进");

async function choose(page: Page, button: string, name: string, content: string | Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await chooser).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
}

test("VE-50 who only comments compares a final text with a file, either way round, and nothing is kept", async ({
  office,
  openPage,
}) => {
  const [writer, reviewer] = [
    await office.colleague("wang", "王建国"),
    await office.colleague("zhao", "赵核稿"),
  ];
  const speech = await office.speech(writer, { title: "与文件对照", text: TEXT }, [[reviewer, "commenter"]]);
  const path = `/api/speeches/${speech.id}`;
  await writer.visitor.request("POST", `${path}/stage`, { stage: "final", note: "" });
  const kept = await reviewer.visitor.request("GET", `${path}/versions`);

  const page = await openPage(reviewer, `/speeches/${speech.id}/versions`);
  await choose(page, "与文件对照", "外单位回稿.txt", RETURNED);
  const sheet = page.locator("[data-compared]");
  await expect(sheet.locator("del")).toHaveText(["推动"]);
  await expect(sheet.locator("ins")).toHaveText(["推进"]);
  await page.getByRole("button", { name: "新旧对调" }).click();
  await expect(sheet.locator("del")).toHaveText(["推进"]);
  await expect(sheet.locator("ins")).toHaveText(["推动"]);
  const staged = page.getByRole("navigation", { name: "版本列表" }).getByRole("button", { name: /定稿/ });
  await staged.click();
  await expect(page.getByRole("combobox", { name: "新稿" })).not.toHaveValue("now");
  await expect(sheet.locator("ins")).toHaveText(["推动"]);
  await expectAccessible(page);
  expect(await reviewer.visitor.request("GET", `${path}/versions`)).toEqual(kept);

  // Back to reading: the version that the file stood beside.
  await page.getByText("正文", { exact: true }).click();
  await expect(page.locator(".ProseMirror")).toContainText("我们要推动档案工作再上台阶。");
  await expect(sheet).toHaveCount(0);
});

test.describe("a file that can't be read", () => {
  // A refused file is an answer of 422, which the browser reports by itself.
  test.use({ allowedConsole: [/status of 422/] });

  test("VE-50 a file that can't be read says why, and another is taken in its place", async ({
    office,
    openPage,
  }) => {
    const writer = await office.colleague("wang", "王建国");
    const speech = await office.speech(writer, { title: "换一个文件", text: TEXT });
    const page = await openPage(writer, `/speeches/${speech.id}/versions`);
    await choose(page, "与文件对照", "回稿.docx", "这不是 Word 文件");
    await expect(page.getByText("文件内容和扩展名不符，没有导入。")).toBeVisible();
    await choose(page, "换一个文件", "回稿.txt", RETURNED);
    await expect(page.locator("[data-compared] ins")).toHaveText(["推进"]);
  });
});

test.describe("a file that is written after it was chosen", () => {
  // The browser itself says of the request that it can't read the file.
  test.use({ allowedConsole: [/ERR_UPLOAD_FILE_CHANGED/] });

  test("VE-50 it is said to have changed, and is taken when it is chosen again", async ({
    office,
    openPage,
  }, testInfo) => {
    const writer = await office.colleague("wang", "王建国");
    const speech = await office.speech(writer, { title: "又改了文件", text: TEXT });
    const file = testInfo.outputPath("回稿.txt");
    await writeFile(file, RETURNED);
    const page = await openPage(writer, `/speeches/${speech.id}/versions`);
    const chooseIt = async (button: string) => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: button }).click();
      await (await chooser).setFiles(file);
    };
    await chooseIt("与文件对照");
    const sheet = page.locator("[data-compared]");
    await expect(sheet.locator("ins")).toHaveText(["推进"]);
    await writeFile(file, TEXT.replace("推动", "促进"));
    // Whatever the disk's own clock tells apart.
    await utimes(file, new Date(), new Date(Date.now() + 60_000));
    await page.getByRole("button", { name: "新旧对调" }).click();
    await expect(page.getByText("文件选好以后又改过，或者移走了。请重新选择这个文件。")).toBeVisible();
    await chooseIt("换一个文件");
    await expect(sheet.locator("del")).toHaveText(["促进"]);
  });
});
