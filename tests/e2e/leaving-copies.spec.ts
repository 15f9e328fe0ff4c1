/** Signing out where the browser's copies of speeches can't be read, or hold what can't be sent any more. */
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";
import { waitsForItsScript } from "../helpers/taken-over";
import { expectSaved, typeAtEnd } from "./speech-page";

/** Not watched: y-indexeddb leaves the rejections that these tests cause to the console. */
async function unwatched(browser: Browser, baseURL: string, { visitor }: Account): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL });
  await context.addCookies(visitor.cookies);
  return context;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^账户/ }).click();
  await page.getByRole("button", { name: "退出登录" }).click();
}

/** The databases that hold copies of that speech in this browser. */
async function copiesOf(page: Page, speechId: string): Promise<string[]> {
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ""));
  return names.filter((name) => name.includes(speechId));
}

const question = (page: Page) => page.getByRole("dialog", { name: "还有文字没有同步" });
const signInPage = (page: Page) => page.getByRole("heading", { name: "登录" });

test("UI-64 where the browser doesn't list its databases signing out asks nothing", async ({
  office,
  openContext,
}) => {
  const context = await openContext(await office.colleague("copies-unlisted"));
  const page = await context.newPage();
  await page.addInitScript(() => {
    indexedDB.databases = () => Promise.reject(new DOMException("refused", "InvalidStateError"));
  });
  await page.goto("/");
  await signOut(page);
  await expect(signInPage(page)).toBeVisible();
});

test("UI-64 copies that can be neither read nor deleted are asked about, and signing out goes on all the same", async ({
  office,
  server,
  browser,
}) => {
  const writer = await office.colleague("copies-unreadable");
  const speech = await office.speech(writer, { title: "打不开的副本", text: "同志们：\n大家辛苦了。" });
  const context = await unwatched(browser, server.url, writer);
  const before = waitsForItsScript(await context.newPage());
  await before.goto(`/speeches/${speech.id}`);
  await expectSaved(before);
  await before.goto("/");

  const page = waitsForItsScript(await context.newPage());
  await page.addInitScript(() => {
    const { open, deleteDatabase } = IDBFactory.prototype;
    const refuses = (name: string) => name.startsWith("lectern-copy/");
    const refuse = () => {
      throw new DOMException("refused", "UnknownError");
    };
    IDBFactory.prototype.open = function (name, version) {
      return refuses(name) ? refuse() : open.call(this, name, version);
    };
    IDBFactory.prototype.deleteDatabase = function (name) {
      return refuses(name) ? refuse() : deleteDatabase.call(this, name);
    };
  });
  await page.goto("/");
  await signOut(page);
  await expect(question(page)).toContainText("其中 1 篇的副本打不开");
  await question(page).getByRole("button", { name: "清除并退出" }).click();
  await expect(signInPage(page)).toBeVisible();
  await context.close();
});

test.describe("where the server can't store it", () => {
  test.use({ allowedConsole: [/status of 503/] });

  test("SY-88 signing out that is refused leaves the copies where they are", async ({ office, openPage }) => {
    const writer = await office.colleague("copies-refused");
    const speech = await office.speech(writer, { title: "没退成", text: "同志们：\n大家辛苦了。" });
    const page = await openPage(writer, `/speeches/${speech.id}`);
    await expectSaved(page);
    await page.getByRole("link", { name: "返回首页" }).click();
    await expect(page.getByRole("list", { name: "讲话稿列表" })).toBeVisible();
    await page.route("**/api/auth/signout", (route) =>
      route.fulfill({ status: 503, json: { error: { code: "storage-unavailable" } } }),
    );
    await signOut(page);
    await expect(page.getByText("服务器暂时无法保存")).toBeVisible();
    expect(await copiesOf(page, speech.id)).toHaveLength(1);
  });
});

test.describe("after a right was taken away", () => {
  // The sockets that are cut.
  test.use({ allowedConsole: [/WebSocket/] });

  test("UI-65 what was kept in this browser of a speech that its writer was taken off can be copied before it goes", async ({
    office,
    openContext,
  }) => {
    const chief = await office.colleague("copies-chief");
    const writer = await office.colleague("copies-gone");
    const speech = await office.speech(chief, { title: "不再参与", text: "同志们：\n大家辛苦了。" }, [
      [writer, "editor"],
    ]);
    const context = await openContext(writer);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const writing = await context.newPage();
    await writing.goto(`/speeches/${speech.id}`);
    await expectSaved(writing);
    // By its own link, so that it closes its copy in order.
    await writing.getByRole("link", { name: "返回首页" }).click();
    await expect(writing.getByRole("list", { name: "讲话稿列表" })).toBeVisible();
    await context.routeWebSocket(/\/sync\//, (socket) => socket.close({ code: 1013 }));
    await writing.goto(`/speeches/${speech.id}`);
    await typeAtEnd(writing, "abc");
    await expect(writing.getByText(/3 字未同步（已存本机）/).first()).toBeVisible();
    await writing.close();
    const members = `/api/speeches/${speech.id}/members`;
    await chief.visitor.request("DELETE", `${members}/${writer.person.id}`);

    const page = await context.newPage();
    await page.goto("/");
    await signOut(page);
    await expect(question(page)).toContainText("（约 3 字）");
    await expect(question(page).getByText("同志们：", { exact: true })).toBeVisible();
    await question(page).getByRole("button", { name: "复制全文" }).click();
    await expect(page.getByText("全文已复制")).toBeVisible();
    const pasted = await page.evaluate(() => navigator.clipboard.readText());
    expect(pasted).toBe("同志们：\n大家辛苦了。abc");
    expect(await copiesOf(page, speech.id)).toHaveLength(1);
    await question(page).getByRole("button", { name: "清除并退出" }).click();
    await expect(signInPage(page)).toBeVisible();
    expect(await copiesOf(page, speech.id)).toEqual([]);
  });
});
