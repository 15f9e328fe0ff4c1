/** The page without its server: leaving asks first, and what was typed comes back and is sent. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { expectAskedBeforeClosing } from "./speech-page";

// The refused sockets, and requests that a dead server doesn't answer or a lost network doesn't carry.
test.use({
  allowedConsole: [/WebSocket|ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ERR_INTERNET_DISCONNECTED/],
});

test("SY-94 leaving the page with unsynced text asks first, and text that is saved is left without a word", async ({
  office,
  openPage,
  server,
}) => {
  const writer = await office.colleague("page-leaves", "要走的人");
  const speech = await office.speech(writer, { title: "走之前问一声", text: "同志们：\n正文" });
  const editor = await EditorPage.open(openPage, writer, speech);
  const { page } = editor;
  await editor.clickEnd(1);
  await page.keyboard.type("已经送到的字");
  await editor.expectSaved();

  await server.kill();
  await page.keyboard.type("没送到");
  await expect(page.locator("[data-save]")).toContainText("离线·3 字未同步（已存本机）");
  await expectAskedBeforeClosing(page);
  await editor.expectBlocks(["p 同志们：", "p 正文已经送到的字没送到"]);

  await server.restart();
  await editor.expectSaved();
  const closed = page.waitForEvent("close");
  page.on("dialog", (dialog) => dialog.dismiss());
  await page.close({ runBeforeUnload: true });
  await closed;
});

test("SY-86 edits made offline in the page survive the closed tab, come back and are sent", async ({
  office,
  openContext,
  openPage,
  server,
}) => {
  const writer = await office.colleague("page-reopens", "关了又开的人");
  const speech = await office.speech(writer, { title: "关了再开", text: "同志们：\n正文" });
  const context = await openContext(writer);
  const openAgain = async (_account: unknown, path: string) => {
    const page = await context.newPage();
    const answered = page.waitForResponse((response) => response.url().endsWith("/authors"));
    await page.goto(path);
    await (await answered).finished(); // an answer that a dead server breaks off would complain
    return page;
  };
  const before = await EditorPage.open(openAgain, writer, speech);
  await before.expectWhole(); // a part that can't be fetched any more would complain
  await server.kill();
  await before.clickEnd(1);
  await before.page.keyboard.type("，断网时写的");
  await expect(before.page.locator("[data-save]")).toContainText("离线·6 字未同步（已存本机）");
  before.page.once("dialog", (question) => question.accept());
  await before.page.close({ runBeforeUnload: true });
  if (!before.page.isClosed()) await before.page.waitForEvent("close");

  await server.restart();
  const after = await EditorPage.open(openAgain, writer, speech);
  await after.expectBlocks(["p 同志们：", "p 正文，断网时写的"]);
  // Another browser of the same person has nothing of that tab: it was sent.
  const elsewhere = await EditorPage.open(openPage, writer, speech);
  await elsewhere.expectBlocks(["p 同志们：", "p 正文，断网时写的"]);
});

test("SY-96 a lost network shows at once, and what was typed meanwhile is sent when it is back", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("page-network", "断网的人");
  const speech = await office.speech(writer, { title: "拔掉网线", text: "同志们：\n正文" });
  const editor = await EditorPage.open(openPage, writer, speech);
  const { page } = editor;
  await editor.expectWhole();
  // A pulled cable closes no socket: by itself the page would wait half a minute for a sign of life.
  await page.context().setOffline(true);
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "offline", { timeout: 10_000 });
  await editor.clickEnd(1);
  await page.keyboard.type("离线写的");
  await expect(page.locator("[data-save]")).toContainText("离线·4 字未同步（已存本机）");
  await page.context().setOffline(false);
  await editor.expectSaved();
});

test("ED-64 what was fetched while nobody typed opens without a connection", async ({ office, openPage }) => {
  const writer = await office.colleague("page-later", "断网后点菜单的人");
  const speech = await office.speech(writer, { title: "断网点菜单", text: "一、形势\n正文" });
  const editor = await EditorPage.open(openPage, writer, speech);
  const { page } = editor;
  await editor.expectWhole();
  await editor.expectAllFetched();
  await page.context().setOffline(true);
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "offline");

  await editor.button("键盘快捷键").click();
  await expect(page.getByRole("dialog", { name: "键盘快捷键" })).toBeVisible();
  await page.keyboard.press("Escape");
  await editor.button("朗读标记").click();
  await expect(page.getByRole("menu").getByRole("menuitem").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator("li", { hasText: "一、形势" }).hover();
  await editor.button("“一、形势”的操作").click();
  await expect(page.getByRole("menuitem").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await editor.button("导出文件").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await editor.button(/^账户/).click();
  await expect(editor.button("退出登录")).toBeVisible();
  await expect(page.getByText("没能加载这一部分")).toHaveCount(0);
});

test.describe("without some of its parts", () => {
  test.use({ allowedConsole: [/ERR_FAILED|ChunkLoadError/] });

  test("ED-65 where parts of the page can't be fetched, that is said and writing goes on", async ({
    office,
    openContext,
  }) => {
    const writer = await office.colleague("page-parts", "缺了一块的人");
    const speech = await office.speech(writer, { title: "缺了一块", text: "同志们：\n正文" });
    const context = await openContext(writer);
    const path = `/speeches/${speech.id}`;
    const html = await (await context.request.get(path)).text();
    let isReachable = false;
    await context.route("**/_next/static/chunks/**", (route) =>
      isReachable || html.includes(new URL(route.request().url()).pathname)
        ? route.continue()
        : route.abort(),
    );
    const openHere = async (_account: unknown, to: string) => {
      const page = await context.newPage();
      await page.goto(to);
      return page;
    };
    const editor = await EditorPage.open(openHere, writer, speech);
    const missing = editor.page.getByText("没能加载这一部分", { exact: false });
    await expect(missing).toBeVisible();
    const account = editor.button(/^账户/);
    await account.click();
    await expect(account).toBeVisible();
    await editor.clickEnd(1);
    await editor.page.keyboard.type("接着写");
    await editor.expectSaved();
    await editor.expectBlocks(["p 同志们：", "p 正文接着写"]);
    isReachable = true;
    await editor.expectWhole();
    await expect(missing).toBeHidden();
    // Nobody waits for it any more: the caret stays in the text.
    await expect(editor.button("退出登录")).toHaveCount(0);
    await editor.page.keyboard.type("，写完");
    await editor.expectBlocks(["p 同志们：", "p 正文接着写，写完"]);
    await account.click();
    await expect(editor.button("退出登录")).toBeVisible();
  });
});
