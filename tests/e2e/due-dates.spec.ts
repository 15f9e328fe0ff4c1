/** Due dates that are half typed or don't exist: the browser gives them no value, and they aren't "none" all the same. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

/** The bodies of what a page sends to change something, as they go out. */
function sentBy(page: Page): Record<string, unknown>[] {
  const sent: Record<string, unknown>[] = [];
  page.on("request", (request) => {
    const isChange = request.method() === "POST" || request.method() === "PATCH";
    if (isChange && request.url().includes("/api/speeches")) sent.push(request.postDataJSON());
  });
  return sent;
}

/** Its first part only, whichever that is in the browser's language; no event tells the page of it. */
async function begin(field: Locator): Promise<void> {
  await field.focus();
  await field.page().keyboard.type("11");
}

test("UI-38 a new speech isn't made while its due date is half typed or of the first century", async ({
  office,
  openPage,
}) => {
  const page = await openPage(await office.colleague("due-begins"), "/");
  const sent = sentBy(page);
  await page.getByRole("button", { name: "新建讲话稿" }).first().click();
  const dialog = page.getByRole("dialog");
  const field = dialog.getByLabel("交稿日期");
  // The dialog puts the focus there as it comes: keys for another field would go astray before.
  await expect(dialog.getByLabel("标题")).toBeFocused();
  await dialog.getByLabel("标题").fill("日期只填了一半");
  await begin(field);
  await page.keyboard.press("Enter");
  await expect(field).toHaveAccessibleDescription(/年份写四位数/);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  await expect(field).toBeFocused();
  await field.fill("0026-11-25");
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/年份写四位数/);
  expect(sent).toEqual([]);
  await field.fill("2026-11-25");
  await expect(field).not.toHaveAccessibleDescription(/年份写四位数/);
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  await expect(page).toHaveURL(/\/speeches\//);
  expect(sent).toMatchObject([{ dueOn: "2026-11-25" }]);
});

test("UI-38 a due date of which a part was taken out isn't saved as none, and all of it taken out is", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("due-changes");
  await office.speech(chief, { title: "期限改了一半", dueOn: "2026-03-31" });
  const page = await openPage(chief, "/");
  const sent = sentBy(page);
  const dialog = page.getByRole("dialog");
  const field = dialog.getByLabel("交稿日期");
  const open = async () => {
    await page.getByRole("button", { name: "《期限改了一半》的更多操作" }).click();
    await page.getByRole("menuitem", { name: "标题与信息" }).click();
    await expect(dialog.getByLabel("标题", { exact: true })).toBeFocused();
  };
  await open();
  await field.focus();
  await page.keyboard.press("Backspace");
  await expect(field).toHaveValue("");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(field).toHaveAccessibleDescription(/年份写四位数/);
  expect(sent).toEqual([]);
  await field.fill("2026-02-28");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  await open();
  await field.fill("");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  expect(sent).toEqual([{ dueOn: "2026-02-28" }, { dueOn: null }]);
});

test("UI-38 nobody is asked to sign, and nothing moved on, while a date there is half typed", async ({
  office,
  openPage,
}) => {
  const [chief, leader] = [
    await office.colleague("due-asks", "主笔"),
    await office.colleague("due-signs", "领导"),
  ];
  const speech = await office.speech(chief, { title: "期限没填完", text: "同志们：" }, [
    [leader, "commenter"],
  ]);
  const { page } = await EditorPage.open(openPage, chief, speech);
  const sent = sentBy(page);
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await dialog.getByRole("checkbox", { name: "领导" }).check();
  const signBy = dialog.getByLabel("请于何日前签批");
  await begin(signBy);
  await dialog.getByRole("button", { name: "送审" }).click();
  await expect(signBy).toHaveAccessibleDescription(/年份写四位数/);
  await signBy.fill("2026-11-25");
  await dialog.getByRole("button", { name: "送审" }).click();
  await expect(dialog).toHaveCount(0);

  await page.getByRole("banner").locator("[data-stage]").click();
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await dialog.getByRole("radio", { name: "征求意见稿" }).check();
  for (const part of [1, 2]) {
    await dialog.getByRole("button", { name: "加一个人" }).click();
    await dialog.getByRole("combobox", { name: `第 ${part} 项分工：谁` }).click();
    await page.getByRole("option", { name: "主笔" }).click();
    await dialog.getByRole("textbox", { name: `第 ${part} 项分工：做什么` }).fill("统稿");
  }
  const second = dialog.getByLabel("第 2 项分工：什么时候前");
  await begin(second);
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(second).toHaveAccessibleDescription(/年份写四位数/);
  await expect(dialog.getByLabel("第 1 项分工：什么时候前")).not.toHaveAccessibleDescription(/年份写四位数/);
  await second.fill("2026-11-26");
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(dialog).toHaveCount(0);
  expect(sent).toMatchObject([
    { dueOn: "2026-11-25" },
    { tasks: [{ dueOn: null }, { dueOn: "2026-11-26" }] },
  ]);
});
