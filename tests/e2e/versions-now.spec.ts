/** A comparison with the text as it is now, while that is written on. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

const TEXT = [
  "在推进会上的讲话",
  ...Array.from({ length: 40 }, (_, index) => `这是第${index + 1}段，我们要推动档案工作再上新的台阶。`),
].join("\n");

const now = (page: Page) =>
  page.getByRole("navigation", { name: "版本列表" }).getByRole("button", { name: "现在的文字" });

/** What is answered once `cause` made the page ask for the comparison again. */
async function comparedAgain(page: Page, cause: () => Promise<unknown>): Promise<void> {
  const answer = page.waitForResponse((response) => response.url().includes("/comparison"));
  await cause();
  await (await answer).finished();
}

const lookAgain = (page: Page) =>
  comparedAgain(page, () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange"))));

test("VE-67 a comparison with the text as it is now follows it, and stays in its place when nothing changed", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("wang", "王建国");
  const drafter = await office.colleague("liu", "刘起草");
  const speech = await office.speech(writer, { title: "比现在", text: TEXT }, [[drafter, "editor"]]);
  const own = await EditorPage.open(openPage, writer, speech);
  const other = await EditorPage.open(openPage, drafter, speech);
  await writer.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  const page = await openPage(writer, `/speeches/${speech.id}/versions`);
  await now(page).click();
  await expect(page.getByText("两版的文字完全相同。")).toBeVisible();

  await other.clickEnd(2);
  await other.page.keyboard.type("这是刘写的。");
  await other.expectSaved();
  await lookAgain(page);
  const sheet = page.locator("[data-compared]");
  await expect(sheet.locator("ins")).toHaveText(["这是刘写的。"]);
  await own.clickEnd(30);
  await own.page.keyboard.type("这是王写的。");
  await own.expectSaved();
  await comparedAgain(page, () => now(page).click());
  await expect(sheet.locator("ins")).toHaveText(["这是刘写的。", "这是王写的。"]);

  // Side by side, at the change of one person, who may have another place in the list afterwards.
  await page.getByText("左右对照", { exact: true }).click();
  const whose = page.getByRole("combobox", { name: "看谁的改动" });
  await whose.selectOption("王建国的改动");
  await page.getByRole("button", { name: "下一处改动" }).click();
  await expect(sheet.locator("[data-current]")).toHaveText("这是王写的。");
  const place = () => sheet.locator("[data-current]").evaluate((mark) => mark.getBoundingClientRect().top);
  const before = await place();
  await lookAgain(page);
  await lookAgain(page);
  await expect(sheet.locator("[data-current]")).toHaveText("这是王写的。");
  await expect(page.getByRole("status")).toHaveText("第 1 处，共 1 处");
  expect(await place()).toBe(before);

  await other.clickEnd(3);
  await other.page.keyboard.type("刘又写的。");
  await other.expectSaved();
  await lookAgain(page);
  await expect(sheet.locator("ins")).toHaveText(["这是刘写的。", "刘又写的。", "这是王写的。"]);
  await expect(whose).toHaveValue(writer.person.id);
  await expect(sheet.locator("[data-other]")).toHaveText(["这是刘写的。", "刘又写的。"]);
  await expect(sheet.locator("[data-side=before]").first()).toBeVisible();
});

test("VE-67 a file is compared with what the text has become", async ({ office, openPage }) => {
  const writer = await office.colleague("wang", "王建国");
  const speech = await office.speech(writer, { title: "与文件对照", text: TEXT });
  const editor = await EditorPage.open(openPage, writer, speech);
  const page = await openPage(writer, `/speeches/${speech.id}/versions`);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "与文件对照" }).click();
  await (await chooser).setFiles({ name: "回稿.txt", mimeType: "text/plain", buffer: Buffer.from(TEXT) });
  await expect(page.getByText("两版的文字完全相同。")).toBeVisible();
  await editor.clickEnd(2);
  await editor.page.keyboard.type("后来写的。");
  await editor.expectSaved();
  await lookAgain(page);
  await expect(page.locator("[data-compared] del")).toHaveText(["后来写的。"]);
});

test("AC-31 the versions of an archived speech are read, and offered no other name", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("versions-archived", "归档的人");
  const speech = await office.speech(chief, { title: "归档的版本", text: TEXT });
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "归档前的一稿" });
  const page = await openPage(chief, `/speeches/${speech.id}/versions`);
  const open = () => page.getByRole("button", { name: /归档前的一稿/ }).click();
  const rename = page.getByRole("main").getByRole("button", { name: "命名" });
  await open();
  await expect(rename).toBeVisible();
  await chief.visitor.request("PATCH", `/api/speeches/${speech.id}`, { archived: true });
  await page.reload();
  await open();
  await expect(page.getByText(TEXT.split("\n")[1] ?? "").first()).toBeVisible();
  await expect(rename).toHaveCount(0);
});

test("VE-86 a line break that came, and one that went, is shown by its sign", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("wang", "王建国");
  const speech = await office.speech(writer, { title: "换行", text: "第一句。第二句。" });
  const own = await EditorPage.open(openPage, writer, speech);
  await writer.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  await own.clickEnd(0);
  await own.page.keyboard.press("Shift+Enter");
  await own.page.keyboard.type("第三句。");
  await own.expectSaved();
  const page = await openPage(writer, `/speeches/${speech.id}/versions`);
  await now(page).click();
  const sign = (mark: "ins" | "del") =>
    page
      .locator(`[data-compared] ${mark} .speech-line-break`)
      .evaluateAll((places) => places.map((place) => getComputedStyle(place, "::before").content));
  await expect.poll(() => sign("ins")).toEqual(['"↓"']);

  await writer.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "二稿" });
  for (let letters = "\n第三句。".length; letters > 0; letters -= 1)
    await own.page.keyboard.press("Backspace");
  await own.expectSaved();
  await page.reload();
  await now(page).click();
  await expect.poll(() => sign("del")).toEqual(['"↓"']);
});

test("VE-87 a version that is named anew keeps the note that a colleague wrote meanwhile", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("versions-named", "改名的人");
  const speech = await office.speech(chief, { title: "改名", text: TEXT });
  const path = `/speeches/${speech.id}/versions`;
  const { version } = await chief.visitor.request<{ version: { id: string } }>("POST", `/api${path}`, {
    name: "一稿",
  });
  const page = await openPage(chief, path);
  await page.getByRole("button", { name: /一稿/ }).click();
  await page.getByRole("main").getByRole("button", { name: "命名" }).click();
  await chief.visitor.request("PATCH", `/api${path}/${version.id}`, { note: "已送李主任" });
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "名称" }).fill("送审稿");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("已送李主任").first()).toBeVisible();
  await expect(page.getByText("送审稿").first()).toBeVisible();
});
