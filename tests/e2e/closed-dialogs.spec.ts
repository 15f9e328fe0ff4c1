/** Dialogs that are closed while what they sent is still on its way. */
import { expect, test } from "../helpers/lectern-test";
import { heldRequest } from "./held-request";

test("UI-27 details that are saved after their dialog was closed bring the list up to date and close no other dialog", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("closed-details", "主笔");
  const { id } = await office.speech(chief, { title: "旧题目" });
  await office.speech(chief, { title: "另一篇" });
  const page = await openPage(chief, "/");
  const choose = async (title: string, action: string) => {
    await page.getByRole("button", { name: `《${title}》的更多操作` }).click();
    await page.getByRole("menuitem", { name: action }).click();
  };
  const held = await heldRequest(page, "PATCH", `/api/speeches/${id}`);
  await choose("旧题目", "标题与信息");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("标题", { exact: true }).fill("新题目");
  await dialog.getByRole("button", { name: "保存" }).click();
  await held.asked;
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(dialog).toHaveCount(0);
  await choose("另一篇", "标题与信息");
  await dialog.getByLabel("讲话人").fill("写到一半");
  await held.finish();
  await expect(page.getByText("新题目")).toBeVisible();
  await expect(dialog.getByLabel("讲话人")).toHaveValue("写到一半");
});

test("UI-27 a speech that is made after its dialog was closed is listed and not opened", async ({
  office,
  openPage,
}) => {
  const page = await openPage(await office.colleague("closed-creates"), "/");
  const held = await heldRequest(page, "POST", "/api/speeches");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "新建讲话稿" }).first().click();
  await dialog.getByLabel("标题").fill("又不建了");
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  await held.asked;
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(dialog).toHaveCount(0);
  await held.finish();
  await expect(page.getByRole("link", { name: "又不建了" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/");
});

test("UI-27 an account that is disabled after its question was closed closes no other dialog", async ({
  office,
  openPage,
}) => {
  const { person } = await office.colleague("closed-disabled", "马上停用");
  const page = await openPage(office.administrator, "/people");
  const row = page.getByRole("list", { name: "人员列表" }).getByRole("listitem");
  const own = row.filter({ hasText: "马上停用" });
  const held = await heldRequest(page, "PATCH", `/api/people/${person.id}`);
  const dialog = page.getByRole("dialog");
  await own.getByRole("button", { name: /更多操作/ }).click();
  await page.getByRole("menuitem", { name: "停用账户" }).click();
  await dialog.getByRole("button", { name: "停用账户" }).click();
  await held.asked;
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "添加人员" }).click();
  await dialog.getByLabel("姓名").fill("写到一半");
  await held.finish();
  await expect(own).toContainText("已停用");
  await expect(dialog.getByLabel("姓名")).toHaveValue("写到一半");
});
