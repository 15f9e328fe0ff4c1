/** The office's own layouts and several speeches at once, from the page. */
import type { Locator } from "@playwright/test";
import { unzipSync } from "fflate";
import { attribute, DocxReader } from "../helpers/docx-reader";
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";
import { downloaded } from "./downloaded";
import { expectFits } from "./fits-width";

test("EX-75 EX-71 an administrator's layout is there to choose, also for several speeches at once", async ({
  office,
  openPage,
}) => {
  const page = await openPage(office.administrator, "/house-styles");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.getByRole("button", { name: "复制“公文版式（GB/T 9704）”为新版式" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("名称").fill("秘书处版式");
  await dialog.getByLabel("行距（磅）").fill("5");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog.getByText("行距不能小于正文字号")).toBeVisible();
  await dialog.getByLabel("行距（磅）").fill("30");
  await dialog.getByLabel("上边距（毫米）").fill("20");
  await expectAccessible(page, "the layout's dialog");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "秘书处版式" })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page, 390);

  const chief = await office.colleague("layout-chief", "主笔");
  await office.speech(chief, { title: "讲话", text: "第一篇" });
  await office.speech(chief, { title: "讲话", text: "第二篇" });
  const home = await openPage(chief, "/");
  await home.getByRole("button", { name: "导出多篇" }).click();
  const several = home.getByRole("dialog");
  await several.getByRole("button", { name: "导出", exact: true }).click();
  await expect(several.getByText("请选择要导出的讲话稿")).toBeVisible();
  await several.getByLabel("全选（2 篇）").check();
  await several.getByRole("radio", { name: "秘书处版式" }).check();
  await several.getByLabel("加水印").check();
  const { name, bytes } = await downloaded(home, () =>
    several.getByRole("button", { name: "导出", exact: true }).click(),
  );
  expect(name).toBe("讲话稿.zip");
  const files = unzipSync(bytes);
  expect(Object.keys(files).sort()).toEqual(["讲话（初稿）.docx", "讲话（初稿）（2）.docx"]);
  for (const bytes of Object.values(files)) {
    const file = new DocxReader(bytes);
    const [margins] = file.all("word/document.xml", "pgMar");
    expect(attribute(margins, "top")).toBe("1134");
    expect(file.partNames).toContain("word/header1.xml");
  }
});

/** Of its type's size, so that it is the same in whatever size the sample is shown. */
const lookOf = (line: Locator) =>
  line.evaluate((element) => {
    const { fontSize, letterSpacing, lineHeight, marginTop } = getComputedStyle(element);
    const share = (length: string, of: string) =>
      Math.round(((Number.parseFloat(length) || 0) / Number.parseFloat(of)) * 1000) / 1000;
    return { spacing: share(letterSpacing, fontSize), emptyLines: share(marginTop, lineHeight) };
  });

test("EX-75 the sample beside a layout has the title block of its files, and their space between characters", async ({
  office,
  openPage,
}) => {
  const page = await openPage(office.administrator, "/house-styles");
  await page.getByRole("button", { name: "复制“公文版式（GB/T 9704）”为新版式" }).click();
  const dialog = page.getByRole("dialog");
  const sample = dialog.getByRole("figure", { name: "样张" });
  const [title, byline, text, number] = ["在全市档案工作会议上的讲话", "市委常委", "1.抓好收集", "— 1 —"].map(
    (words) => sample.getByText(words),
  ) as [Locator, Locator, Locator, Locator]; // as many as there are words
  await dialog.getByLabel("字距（磅）").fill("2");
  await expect.poll(() => lookOf(text)).toEqual({ spacing: 2 / 16, emptyLines: 0 });
  expect(await lookOf(byline)).toEqual({ spacing: 2 / 16, emptyLines: 1 });
  // Of other sizes than the text.
  expect([(await lookOf(title)).spacing, (await lookOf(number)).spacing]).toEqual([0, 0]);
  // All of the page number's size.
  await dialog.getByLabel("标题字号（磅）").fill("14");
  await dialog.getByLabel("正文字号（磅）").fill("14");
  for (const line of [text, title, number]) {
    await expect.poll(async () => (await lookOf(line)).spacing).toBe(0.143);
  }
});
