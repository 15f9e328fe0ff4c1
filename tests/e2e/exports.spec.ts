/** A speech as a Word document, from the page. */
import type { Locator } from "@playwright/test";
import { newCommentId, newThreadId } from "@/core/ids";
import { wallMinute } from "@/core/time-zone";
import { DocxReader } from "../helpers/docx-reader";
import { expect, test } from "../helpers/lectern-test";
import { inksOf } from "../helpers/pdf-inks";
import { expectAccessible } from "./accessible";
import { downloaded } from "./downloaded";
import { EditorPage } from "./editor-page";
import { expectFits } from "./fits-width";

const TEXT = "在工作会议上的讲话\n同志们：\n一、看清形势\n形势正文。";
const exportIn = (dialog: Locator) => dialog.getByRole("button", { name: "导出", exact: true }).click();

test("EX-20 the chosen paper is downloaded with what was just typed, and is on the record", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("export-chief", "主笔");
  const speech = await office.speech(chief, { title: "导出的讲话", text: TEXT });
  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await editor.clickEnd(3);
  await page.keyboard.type("刚写的一句。");
  await editor.button("导出文件").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("还没有人导出过。")).toBeVisible();
  await dialog.getByRole("radio", { name: "会议讲话版式" }).check();
  const { name, bytes } = await downloaded(page, () => exportIn(dialog));
  expect(name).toBe("导出的讲话（初稿）.docx");
  const file = new DocxReader(bytes);
  expect(file.lines("accept")).toEqual([
    "在工作会议上的讲话",
    "同志们：",
    "一、看清形势",
    "形势正文。刚写的一句。",
  ]);
  await expect(dialog).toBeHidden();
  await editor.button("导出文件").click();
  await expect(dialog.getByRole("listitem")).toHaveText(/主笔.*会议讲话版式、清稿/);
});

test("EX-20 the words alone are downloaded as plain text, for who may only read too", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("export-words", "主笔");
  const reader = await office.colleague("export-words-reader", "领导");
  const speech = await office.speech(chief, { title: "纯文字", text: TEXT }, [[reader, "viewer"]]);
  const { page } = await EditorPage.open(openPage, reader, speech);
  await page.getByRole("button", { name: "导出文件" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("纯文本", { exact: true }).click();
  await expect(dialog.getByRole("radio", { name: /公文版式/ })).toHaveCount(0);
  const { name, bytes } = await downloaded(page, () => exportIn(dialog));
  expect(name).toBe("纯文字（初稿）.txt");
  expect(bytes.toString("utf8")).toBe(
    "\ufeff在工作会议上的讲话\r\n同志们：\r\n一、看清形势\r\n形势正文。\r\n",
  );
});

test("EX-20 a comparison of two versions is downloaded as 花脸稿", async ({ office, openPage }) => {
  const chief = await office.colleague("export-compare", "主笔");
  const speech = await office.speech(chief, { title: "对照的讲话", text: TEXT });
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  const editor = await EditorPage.open(openPage, chief, speech);
  await editor.clickEnd(3);
  await editor.page.keyboard.type("又添一句。");
  await editor.expectSaved();
  const { page } = editor;
  await page.goto(`/speeches/${speech.id}/versions`);
  await page.getByRole("button", { name: "一稿" }).click();
  await page.getByText("花脸稿", { exact: true }).click();
  await page.getByRole("button", { name: "导出花脸稿" }).click();
  const dialog = page.getByRole("dialog", { name: "导出花脸稿" });
  await expect(dialog.getByRole("radio", { name: "公文版式（GB/T 9704）" })).toBeChecked();
  await dialog.getByRole("checkbox", { name: "加水印" }).check();
  const { name, bytes } = await downloaded(page, () => exportIn(dialog));
  expect(name).toBe("对照的讲话（花脸稿）.docx");
  const file = new DocxReader(bytes);
  expect(file.lines("reject").at(-1)).toBe("形势正文。");
  expect(file.lines("accept").at(-1)).toBe("形势正文。又添一句。");
  await expect(dialog).toBeHidden();

  await page.getByRole("button", { name: "导出花脸稿" }).click();
  await expect(dialog.getByRole("checkbox", { name: "黑白" })).toHaveCount(0);
  await dialog.getByText("PDF", { exact: true }).click();
  await dialog.getByRole("checkbox", { name: "黑白" }).check();
  const printed = await downloaded(page, () => exportIn(dialog));
  const inks = [...(await inksOf(printed.bytes)).keys()];
  expect(inks).toContain("#000000");
  expect(inks.filter((ink) => !/^#(..)\1\1$/.test(ink))).toEqual([]);
});

test("EX-20 who may only read takes a clean copy and isn't shown who took which", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("export-giver", "主笔");
  const reader = await office.colleague("export-reader", "领导");
  const speech = await office.speech(chief, { title: "领导看的讲话", text: TEXT }, [[reader, "viewer"]]);
  const { page } = await EditorPage.open(openPage, reader, speech);
  await page.getByRole("button", { name: "导出文件" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: "公文版式（GB/T 9704）" })).toBeChecked();
  await expect(dialog.getByText("带修订")).toHaveCount(0);
  await expect(dialog.getByText("导出记录")).toHaveCount(0);
  const { name } = await downloaded(page, () => exportIn(dialog));
  expect(name).toBe("领导看的讲话（初稿）.docx");
});

test("EX-20 the dialog has no axe violation and fits the phone", async ({ office, openPage }) => {
  const chief = await office.colleague("export-look", "主笔");
  const speech = await office.speech(chief, { title: "各种宽度", text: TEXT });
  const { page } = await EditorPage.open(openPage, chief, speech);
  await page.getByRole("button", { name: "导出文件" }).click();
  await expect(page.getByText("还没有人导出过。")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page, colorScheme);
  }
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "显示侧栏" }).click();
  await page.getByRole("button", { name: "导出文件" }).click();
  const dialog = page.getByRole("dialog", { name: "导出文件" });
  await expect(dialog.getByRole("button", { name: "导出", exact: true })).toBeInViewport();
  await expectFits(page, 390);
  // The formats stand in two whole rows, none alone in its own.
  const formats = dialog.getByRole("radiogroup", { name: "格式" }).locator("label");
  const tops = await formats.evaluateAll((labels) =>
    labels.map((label) => label.getBoundingClientRect().top),
  );
  expect(tops.filter((top) => top === tops[0])).toHaveLength(3);
  expect(new Set(tops).size).toBe(2);
});

test("EX-125 the dialog says what a file can't hold: who resolved a thread, that places are one suggestion", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("export-losses", "主笔");
  const speech = await office.speech(chief, { title: "带批注的讲话", text: TEXT });
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/threads`, {
    id: newThreadId(),
    place: null,
    comment: { id: newCommentId(), body: "再核一遍", mentions: [] },
  });
  const { page } = await EditorPage.open(openPage, chief, speech);
  await page.getByRole("button", { name: "导出文件" }).click();
  const dialog = page.getByRole("dialog");
  const comments = dialog.getByRole("checkbox", { name: "带批注" });
  await expect(comments).toHaveAccessibleDescription("1 条，含回复和已解决的，不写谁解决的");
  await expect(dialog.getByRole("radio", { name: "带修订" })).toHaveAccessibleDescription(
    /^Word 里仍是修订，带修订人和时间，一条涉及几处的会分成几条；/,
  );
});

test("EX-74 the page tells that a file is being made, and gives it up on request", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("export-patient", "主笔");
  const speech = await office.speech(chief, { title: "等一等", text: TEXT });
  const { page } = await EditorPage.open(openPage, chief, speech);
  // A server that takes its time.
  await page.route(/\/exports\?/, () => {});
  await page.getByRole("button", { name: "导出文件" }).click();
  const dialog = page.getByRole("dialog");
  const abandoned = page.waitForEvent("requestfailed");
  await dialog.getByRole("button", { name: "导出", exact: true }).click();
  await expect(dialog.getByRole("status")).toHaveText("正在读取稿件");
  await dialog.getByRole("button", { name: "取消" }).click();
  expect((await abandoned).url()).toContain("/exports");
  await expect(dialog.getByRole("status")).toHaveText("");
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  await page.unrouteAll();
  const { name } = await downloaded(page, () => exportIn(dialog));
  expect(name).toBe("等一等（初稿）.docx");
});

test.describe("in Shanghai, by a server elsewhere", () => {
  test.use({ timezoneId: "Asia/Shanghai" });

  test("EX-124 the watermark has the time of the asker's clock", async ({ office, openPage }) => {
    const chief = await office.colleague("export-clock", "周文清");
    const speech = await office.speech(chief, { title: "几点导出", text: TEXT });
    const editor = await EditorPage.open(openPage, chief, speech);
    const { page } = editor;
    await editor.button("导出文件").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: "加水印" }).check();
    const asked = Date.now();
    const { bytes } = await downloaded(page, () => exportIn(dialog));
    const header = new DocxReader(bytes).part("word/header1.xml").toString();
    const [, shown = ""] = /周文清 (\d{4}-\d\d-\d\d \d\d:\d\d)/.exec(header) ?? [];
    const times = [asked, Date.now()].map((at) => wallMinute(at, "Asia/Shanghai"));
    expect(shown >= (times[0] ?? "") && shown <= (times[1] ?? "")).toBe(true);
  });
});
