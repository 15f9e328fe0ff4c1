/** Dialogs whose requests find no network, or no session any more. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

// Requests that fail on purpose.
test.use({ allowedConsole: [/ERR_FAILED|status of 401/] });

test("UI-41 the members that couldn't be asked for are there once the network is back", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("failures-offline", "主笔");
  await office.speech(chief, { title: "断网时看成员" });
  const page = await openPage(chief, "/");
  await page.route("**/members", (route) => route.abort());
  await page.getByRole("button", { name: "《断网时看成员》的更多操作" }).click();
  await page.getByRole("menuitem", { name: "成员与权限" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("alert")).toBeVisible();
  await page.unroute("**/members");
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await expect(dialog.getByRole("listitem")).toContainText("主笔");
  await expect(dialog.getByRole("alert")).toHaveCount(0);
});

test("UI-41 whom to ask for a signature, and whom to give a part, is said to be unknown and comes with the network", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("failures-signers", "主笔");
  const speech = await office.speech(chief, { title: "断网时送审", text: "同志们：" });
  const { page } = await EditorPage.open(openPage, chief, speech);
  for (const [entry, shown] of [
    ["送审", "主笔"],
    [/转到别的阶段/, null],
  ] as const) {
    await page.route("**/members", (route) => route.abort());
    await page.getByRole("button", { name: entry, exact: typeof entry === "string" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("alert").filter({ hasText: "连不上服务器" })).toBeVisible();
    await page.unroute("**/members");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(dialog.getByRole("alert").filter({ hasText: "连不上服务器" })).toHaveCount(0);
    if (shown !== null) await expect(dialog.getByRole("checkbox", { name: shown })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
});

test("UI-59 a colleague who can't be looked for isn't called unknown, and is found once the network is back", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("failures-directory", "主笔");
  await office.colleague("failures-sought", "欧阳起草");
  await office.speech(chief, { title: "断网时加人" });
  const page = await openPage(chief, "/");
  await page.getByRole("button", { name: "《断网时加人》的更多操作" }).click();
  await page.getByRole("menuitem", { name: "成员与权限" }).click();
  const find = page.getByRole("dialog").getByPlaceholder(/查找同事/);
  await page.route("**/api/directory**", (route) => route.abort());
  await find.fill("欧阳");
  await expect(page.getByText("连不上服务器")).toBeVisible();
  await expect(page.getByText("没有找到这样的同事")).toHaveCount(0);
  await page.unroute("**/api/directory**");
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await expect(page.getByRole("option", { name: "欧阳起草" })).toBeVisible();
});

test("UI-42 a dialog that is sent after the session ended leads to signing in and keeps what is in it", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("failures-session", "起草人");
  const page = await openPage(writer, "/");
  await page.getByRole("button", { name: "新建讲话稿" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("标题").fill("写到一半");
  const session = await page.context().cookies();
  await page.context().clearCookies();
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  const link = dialog.getByRole("alert").getByRole("link", { name: "去登录" });
  const opened = page.context().waitForEvent("page");
  await link.click();
  const signIn = await opened;
  await expect(signIn.getByLabel("登录名")).toBeVisible();
  await expect(dialog.getByLabel("标题")).toHaveValue("写到一半");
  await page.context().addCookies(session);
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  await expect(page).toHaveURL(/\/speeches\//);
});
