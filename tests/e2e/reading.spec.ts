/** Marks for reading aloud, from the toolbar to the reading copy. */
import { expect, test } from "../helpers/lectern-test";
import { pdfText, readPdf } from "../helpers/pdf-reader";
import { expectAccessible } from "./accessible";
import { downloaded } from "./downloaded";
import { EditorPage } from "./editor-page";

const TEXT = "在亳州工作会议上的讲话\n同志们：\n一、看清形势\n形势正文。";

test("RC-21 cues and confirmed pinyin stand in the text and are printed in the reading copy, EX-64 with a watermark", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("reading-chief", "主笔");
  const speech = await office.speech(chief, { title: "阅读稿", text: TEXT });
  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await editor.clickEnd(3);
  await editor.button("朗读标记").click();
  await page.getByRole("menuitem", { name: "掌声" }).click();
  await expect(page.locator('.speech-cue[data-cue="applause"]')).toHaveText("（掌声）");
  await editor.button("朗读标记").click();
  await page.getByRole("menuitem", { name: "注音…" }).click();
  const pinyin = page.getByRole("dialog", { name: "注音" });
  await pinyin.getByRole("checkbox", { name: "给“亳”注音" }).check();
  await expectAccessible(page);
  await pinyin.getByRole("button", { name: "注上" }).click();
  await expect(page.locator('.speech-pinyin[data-reading="bó"]')).toHaveText("亳");

  await editor.button("导出文件").click();
  const dialog = page.getByRole("dialog", { name: "导出文件" });
  await dialog.getByText("领导阅读稿", { exact: true }).click();
  await dialog.getByText("26 磅", { exact: true }).click();
  await dialog.getByRole("checkbox", { name: "加水印" }).check();
  const { name, bytes } = await downloaded(page, () =>
    dialog.getByRole("button", { name: "导出", exact: true }).click(),
  );
  expect(name).toBe("阅读稿（领导阅读稿）.pdf");
  const words = pdfText(await readPdf(bytes));
  expect(words).toContain("bó");
  expect(words).toContain("（掌声）");
  expect(words).toContain("1 / 1");
  expect(words).toMatch(/^主笔\s+\d{4}-\d\d-\d\d \d\d:\d\d/);
});
