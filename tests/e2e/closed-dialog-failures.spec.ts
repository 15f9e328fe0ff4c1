/** Dialogs that are closed while what they sent is still on its way, and then fails. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { heldRequest } from "./held-request";

// Requests that fail on purpose.
test.use({ allowedConsole: [/ERR_FAILED/] });

type Held = Awaited<ReturnType<typeof heldRequest>>;

/** Presses the button that sends the dialog, closes it on the way and lets what was sent fail: which is told. */
async function expectFailureTold(page: Page, button: string, held: Held): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: button }).click();
  await held.asked;
  await dialog.getByRole("button", { name: "关闭" }).click();
  await expect(dialog).toHaveCount(0);
  held.fail();
  await expect(page.getByRole("alert").filter({ hasText: "连不上服务器" })).toBeVisible();
}

test("UI-27 details that can't be saved after their dialog was closed are told about", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("closed-failing-details", "主笔");
  const { id } = await office.speech(chief, { title: "没存上的题目" });
  const page = await openPage(chief, "/");
  await page.getByRole("button", { name: "《没存上的题目》的更多操作" }).click();
  await page.getByRole("menuitem", { name: "标题与信息" }).click();
  await page.getByRole("dialog").getByLabel("讲话人").fill("陈立川");
  await expectFailureTold(page, "保存", await heldRequest(page, "PATCH", `/api/speeches/${id}`));
});

test("UI-27 an account that can't be disabled after its question was closed is told about", async ({
  office,
  openPage,
}) => {
  const { person } = await office.colleague("closed-failing-disabled", "停不了的人");
  const page = await openPage(office.administrator, "/people");
  await page.getByRole("button", { name: "停不了的人的更多操作" }).click();
  await page.getByRole("menuitem", { name: "停用账户" }).click();
  await expectFailureTold(page, "停用账户", await heldRequest(page, "PATCH", `/api/people/${person.id}`));
});

test("UI-27 a member who can't be taken off after the dialog was closed is told about", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("closed-failing-members", "主笔");
  const writer = await office.colleague("closed-failing-member", "留下的人");
  const { id } = await office.speech(chief, { title: "没移出的成员" }, [[writer, "editor"]]);
  const page = await openPage(chief, "/");
  await page.getByRole("button", { name: "《没移出的成员》的更多操作" }).click();
  await page.getByRole("menuitem", { name: "成员与权限" }).click();
  const path = `/api/speeches/${id}/members/${writer.person.id}`;
  await expectFailureTold(page, "移除留下的人", await heldRequest(page, "DELETE", path));
});

test("UI-27 a version that can't be brought back after its dialog was closed is told about", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("closed-failing-restore", "主笔");
  const { id } = await office.speech(chief, { title: "没恢复的稿子", text: "同志们：\n第一段。" });
  const { version } = await chief.visitor.request<{ version: { id: string } }>(
    "POST",
    `/api/speeches/${id}/versions`,
    { name: "一稿" },
  );
  const page = await openPage(chief, `/speeches/${id}/versions`);
  await page.getByRole("button", { name: /^一稿/ }).click();
  await page.getByRole("button", { name: "恢复全文" }).click();
  const path = `/api/speeches/${id}/versions/${version.id}/restore`;
  await expectFailureTold(page, "恢复全文", await heldRequest(page, "POST", path));
});

test("UI-27 suggestions that can't be decided on after the dialog was closed are told about", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("closed-failing-decide", "主笔");
  const reviewer = await office.colleague("closed-failing-reviewer", "核稿");
  const text = "我们要推动工作\n各单位抓好落实";
  const speech = await office.speech(chief, { title: "没取舍的修订", text }, [[reviewer, "suggester"]]);
  const theirs = await EditorPage.open(openPage, reviewer, speech);
  for (const block of [0, 1]) {
    await theirs.clickEnd(block);
    await theirs.page.keyboard.type("，见到成效");
  }
  await theirs.expectSaved();
  const { page } = await EditorPage.open(openPage, chief, speech);
  await page.getByRole("tab", { name: /^修订/ }).click();
  await page.getByRole("button", { name: "全部取舍" }).click();
  await page.getByRole("menuitem", { name: /全部接受/ }).click();
  const path = `/api/speeches/${speech.id}/versions/before-change`;
  await expectFailureTold(page, "接受 2 处", await heldRequest(page, "POST", path));
});
