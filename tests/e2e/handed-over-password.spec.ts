/** The initial password that an administrator hands on is the one that is in force. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { Visitor } from "../helpers/visitor";

/** Sends the dialog and, before the answer, presses what draws another password. */
async function sendAndDrawAnother(page: Page, button: string, path: RegExp): Promise<void> {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(path, async (route) => {
    if (route.request().method() === "POST") await released;
    await route.continue();
  });
  const dialog = page.getByRole("dialog");
  const asked = page.waitForRequest((request) => request.method() === "POST" && path.test(request.url()));
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await asked;
  await dialog.getByRole("button", { name: "换一个" }).click({ force: true });
  letGo();
}

test("UI-13 the password that is shown after adding somebody is the one that was sent", async ({
  office,
  openPage,
}) => {
  const page = await openPage(office.administrator, "/people");
  await page.getByRole("button", { name: "添加人员" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill("等密码的人");
  await dialog.getByLabel("登录名").fill("handed-added");
  await dialog.getByRole("button", { name: "换一个" }).click();
  await sendAndDrawAnother(page, "添加", /\/api\/people$/);
  await expect(page.getByRole("dialog", { name: "已添加等密码的人" })).toBeVisible();
  await new Visitor(office.url).signIn("handed-added", await dialog.getByLabel("初始密码").inputValue());
});

test("UI-13 the password that is shown after a reset is the one that was sent", async ({
  office,
  openPage,
}) => {
  const { person } = await office.colleague("handed-reset", "忘密码的人");
  const page = await openPage(office.administrator, "/people");
  await page.getByRole("button", { name: "忘密码的人的更多操作" }).click();
  await page.getByRole("menuitem", { name: "重置密码" }).click();
  const dialog = page.getByRole("dialog");
  await sendAndDrawAnother(page, "重置密码", /\/api\/people\/[^/]+\/password$/);
  await expect(page.getByRole("dialog", { name: "忘密码的人的密码已重置" })).toBeVisible();
  await new Visitor(office.url).signIn(person.signInName, await dialog.getByLabel("初始密码").inputValue());
});
