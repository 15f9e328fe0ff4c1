import type { Page, WebSocketRoute } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";

/** Names of the databases that hold copies of speeches in this browser. */
const copies = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ""));

/** Leaves the editor by its own link, so that it closes its copy in order. */
async function goHome(page: Page): Promise<void> {
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved");
  await page.locator('a[href="/"]').first().click();
  await expect(page.getByRole("list", { name: "讲话稿列表" })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^账户/ }).click();
  await page.getByRole("button", { name: "退出登录" }).click();
}

test.describe("not found", () => {
  test.use({ allowedConsole: [/status of 404/] });

  test("UI-16 a stranger finds no more at a speech's address than at one that nobody has", async ({
    office,
    openPage,
  }) => {
    const chief = await office.colleague("leaving-chief");
    const stranger = await office.colleague("leaving-stranger");
    const speech = await office.speech(chief, { title: "不给外人看的一篇" });
    const page = await openPage(stranger, "/");
    for (const path of [`/speeches/${speech.id}`, "/speeches/abcdefgh23456789abcd", "/speeches/x"]) {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "没有找到这个页面" })).toBeVisible();
      await expect(page).not.toHaveTitle(/不给外人看/);
    }
    const theirs = await openPage(chief, `/speeches/${speech.id}`);
    await expect(theirs).toHaveTitle(/不给外人看/);
  });
});

test("UI-17 signing out deletes the copies of what is on the server", async ({ office, openPage }) => {
  const writer = await office.colleague("leaving-synced");
  const speech = await office.speech(writer, { title: "写完就走", text: "同志们：\n大家辛苦了。" });
  const page = await openPage(writer, `/speeches/${speech.id}`);
  await goHome(page);
  expect((await copies(page)).filter((name) => name.includes(speech.id))).toHaveLength(1);
  await signOut(page);
  await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
  expect((await copies(page)).filter((name) => name.includes(speech.id))).toEqual([]);
});

test.describe("without the socket", () => {
  // The refused socket, the open page that hears its copy go, and the one that asks whose it is now.
  // In one pattern: Playwright takes an array of two objects for a value with its options.
  test.use({ allowedConsole: [/WebSocket|local copy .* IDBVersionChangeEvent|status of 401/] });

  test("UI-17 UI-40 text that the server never got is asked about before signing out deletes it, and once", async ({
    office,
    openContext,
  }) => {
    const writer = await office.colleague("leaving-unsynced");
    const speech = await office.speech(writer, { title: "没送到的字", text: "同志们：\n大家辛苦了。" });
    const context = await openContext(writer);
    const before = await context.newPage();
    await before.goto(`/speeches/${speech.id}`);
    await goHome(before);

    const page = await context.newPage();
    await page.routeWebSocket(/\/sync\//, (socket) => socket.close({ code: 1013 }));
    await page.goto(`/speeches/${speech.id}`);
    await page.locator(".ProseMirror").getByText("大家辛苦了。").click();
    await page.keyboard.press("End");
    await page.keyboard.type("abc");
    await expect(page.getByText(/(^|\D)3 字未同步/).first()).toBeVisible();

    await signOut(page);
    const question = page.getByRole("dialog", { name: "还有文字没有同步" });
    await expect(question).toContainText("（约 3 字）");
    await question.getByRole("button", { name: "取消" }).click();
    expect((await copies(page)).filter((name) => name.includes(speech.id))).toHaveLength(1);

    await signOut(page);
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await question.getByRole("button", { name: "清除并退出" }).click();
    await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
    expect((await copies(page)).filter((name) => name.includes(speech.id))).toEqual([]);
    expect(asked).toEqual([]);
  });

  test("SY-94 UI-40 with unsynced text each way out of the speech asks once, with everything saved none", async ({
    office,
    openContext,
  }) => {
    const writer = await office.colleague("leaving-ways", "要走的人");
    const speech = await office.speech(writer, { title: "从哪儿走都问", text: "同志们：\n大家辛苦了。" });
    const page = await (await openContext(writer)).newPage();
    let isOut = false;
    const sockets: WebSocketRoute[] = [];
    await page.routeWebSocket(/\/sync\//, (socket) => {
      if (isOut) return void socket.close({ code: 1013 });
      socket.connectToServer();
      sockets.push(socket);
    });
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.goto("/");
    await page.getByRole("link", { name: "从哪儿走都问" }).click();
    const [text, save] = [page.locator(".ProseMirror"), page.locator("[data-save]")];
    await expect(save).toHaveAttribute("data-save", "saved");
    isOut = true;
    for (const socket of sockets) await socket.close({ code: 1013 });
    await text.getByText("大家辛苦了。").click();
    await page.keyboard.press("End");
    await page.keyboard.type("abc");
    await expect(save).toContainText("3 字未同步");

    await page.goBack({ waitUntil: "commit" });
    await expect.poll(() => asked).toEqual(["confirm"]);
    await page.getByRole("link", { name: "返回首页" }).click();
    await expect.poll(() => asked).toHaveLength(2);
    await page.getByRole("link", { name: "版本与花脸稿" }).click();
    await expect.poll(() => asked).toHaveLength(3);
    await page.getByRole("button", { name: /^账户/ }).click();
    await page.getByRole("link", { name: "修改密码" }).click();
    await expect.poll(() => asked).toHaveLength(4);
    await page.getByRole("radiogroup", { name: "语言" }).getByText("English").click();
    await expect.poll(() => asked).toHaveLength(5);
    await page.keyboard.press("Escape");
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual([...Array<string>(5).fill("confirm"), "beforeunload"]);
    expect(new URL(page.url()).pathname).toBe(`/speeches/${speech.id}`);
    await expect(text).toContainText("大家辛苦了。abc");
    await text.click();
    await page.keyboard.type("d");
    await expect(save).toContainText("4 字未同步");

    isOut = false;
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(save).toHaveAttribute("data-save", "saved");
    await page.getByRole("button", { name: /^账户/ }).click();
    await page.getByRole("radiogroup", { name: "语言" }).getByText("English").click();
    await expect(page.getByRole("button", { name: /^Account/ })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL("/");
    expect(asked).toHaveLength(6);
  });
});
