/** A role that changes under somebody's fingers, in the page itself. */
import type { Role } from "@/core/access";
import type { SpeechSummary } from "@/core/speech";
import { expect, test } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";
import { shownText, storedSpeech } from "../helpers/stored-speech";
import { EditorPage } from "./editor-page";
import { typeAtEnd, typeOn } from "./speech-page";

const setRole = (chief: Account, speech: SpeechSummary, { person }: Account, role: Role) =>
  chief.visitor.request("PATCH", `/api/speeches/${speech.id}/members/${person.id}`, { role });

// Keys are pressed while the server closes the socket; what the page asks for just as the role changes
// is refused by 403; and a speech that isn't open is answered by 404.
// A page without a network, and one that is out of date, can't connect.
test.use({ allowedConsole: [/already in CLOSING|status of 40[34]|WebSocket connection|ERR_INTERNET/] });

test("SY-90 a role taken while typing is named, the text kept; given back, the page goes on by itself", async ({
  office,
  openPage,
  server,
}) => {
  const chief = await office.colleague("role-chief", "主笔");
  const writer = await office.colleague("role-writer", "起草人");
  const speech = await office.speech(chief, { title: "写着写着", text: "同志们：\n正文" }, [
    [writer, "editor"],
  ]);
  const { page, text } = await EditorPage.open(openPage, writer, speech);
  const notice = page.getByRole("alert").filter({ hasText: "这篇稿子现在不能修改" });

  // It goes on between the socket's end and the new one, which knows the new role.
  const endTyping = await typeOn(page, "一边写一边被改了权限。");
  await expect(text).toContainText("一边写一边被改了权限。");
  await setRole(chief, speech, writer, "commenter");
  await expect(notice).toContainText("您的权限已改为“批注”，还有文字没有送出。");
  await expect(page.locator("[data-save]")).toContainText(/没有保存·\d+ 字没有送出/);
  await expect(text).toHaveAttribute("contenteditable", "false");
  await endTyping();
  const kept = (await text.locator("p").last().textContent()) ?? "";
  expect(shownText(storedSpeech(server.dataDir, speech.id))).not.toContain(kept);

  await setRole(chief, speech, writer, "editor");
  await expect(notice).toHaveCount(0);
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved");
  expect(shownText(storedSpeech(server.dataDir, speech.id))).toContain(kept);
  await typeAtEnd(page, "接着写。");
  await expect(text.locator("p").last()).toHaveText(`${kept}接着写。`);
});

test("SY-90 without unsent text a reader's page says the new role and reads on", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("role-chief", "主笔");
  const writer = await office.colleague("role-reader", "核稿人");
  const speech = await office.speech(chief, { title: "改成只读", text: "同志们：\n正文" }, [
    [writer, "editor"],
  ]);
  const { page, text } = await EditorPage.open(openPage, writer, speech);
  await setRole(chief, speech, writer, "viewer");
  await expect(page.getByText("您的权限是“查看”，可以阅读，不能修改。")).toBeVisible();
  await setRole(chief, speech, writer, "commenter");
  await expect(page.getByText("您的权限是“批注”，可以阅读和批注，不能修改。")).toBeVisible();
  await setRole(chief, speech, writer, "editor");
  await expect(text).toHaveAttribute("contenteditable", "true");
  await expect(page.getByText("您的权限是")).toHaveCount(0);
});

test("SG-10 a chief whose unsent text a closed one doesn't take opens it beside those words, and it is sent", async ({
  office,
  openPage,
  server,
}) => {
  const chief = await office.colleague("role-chief", "主笔");
  const speech = await office.speech(chief, { title: "别处定了稿", text: "同志们：\n正文" });
  const { page, text } = await EditorPage.open(openPage, chief, speech);
  const stage = (body: object) => chief.visitor.request("POST", `/api/speeches/${speech.id}/stage`, body);

  const endTyping = await typeOn(page, "在另一扇窗里定了稿。");
  await expect(text).toContainText("在另一扇窗里定了稿。");
  await stage({ stage: "final", note: "" });
  await expect(text).toHaveAttribute("contenteditable", "false");
  await endTyping();
  const notice = page.getByRole("alert").filter({ hasText: "请先解除定稿" });
  await notice.getByRole("button", { name: "解除定稿" }).click();
  const dialog = page.getByRole("dialog", { name: "转阶段" });
  await dialog.getByRole("radio", { name: "送审稿" }).check();
  await dialog.getByRole("textbox", { name: /理由/ }).fill("还没写完");
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved");
  const kept = (await text.locator("p").last().textContent()) ?? "";
  expect(shownText(storedSpeech(server.dataDir, speech.id))).toContain(kept);
});

test("SY-92 taken off the speech, the text stays; put back on, one press goes on with it", async ({
  office,
  openPage,
  server,
}) => {
  const chief = await office.colleague("role-chief", "主笔");
  const writer = await office.colleague("role-removed", "借调的人");
  const speech = await office.speech(chief, { title: "移出再加入", text: "同志们：\n正文" }, [
    [writer, "editor"],
  ]);
  const { page, text } = await EditorPage.open(openPage, writer, speech);
  const path = `/api/speeches/${speech.id}/members`;
  const endTyping = await typeOn(page, "没想到被移出了。");
  await expect(text).toContainText("没想到被移出了。");
  await chief.visitor.request("DELETE", `${path}/${writer.person.id}`);
  await expect(page.getByRole("alert").filter({ hasText: "可能已被移除" })).toBeVisible();
  await endTyping();
  const kept = (await text.locator("p").last().textContent()) ?? "";

  await chief.visitor.request("POST", path, { personId: writer.person.id, role: "editor" });
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved");
  await expect(text).toHaveAttribute("contenteditable", "true");
  expect(shownText(storedSpeech(server.dataDir, speech.id))).toContain(kept);
});

test("SY-92 SY-44 a page of an older version says so and keeps what it couldn't send, to copy or to load anew", async ({
  office,
  openPage,
  server,
}) => {
  const writer = await office.colleague("outdated", "起草人");
  const speech = await office.speech(writer, { title: "旧页面", text: "同志们：\n正文" });
  const editor = await EditorPage.open(openPage, writer, speech);
  const { page, text } = editor;
  // As a page asks whose scripts are from before the server was brought up to date.
  await page.addInitScript(() => {
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        const isOutdated = sessionStorage.getItem("outdated") !== null;
        super(isOutdated ? String(url).replace(/schema=\d+/, "schema=1") : url, protocols);
      }
    };
  });
  await page.reload();
  await editor.expectSaved();
  await page.evaluate(() => sessionStorage.setItem("outdated", ""));
  await page.context().setOffline(true);
  await typeAtEnd(page, "没送出");
  await page.context().setOffline(false);
  const notice = page.getByRole("alert").filter({ hasText: "页面版本已过期，请重新载入后继续。" });
  await expect(notice).toBeVisible();
  await expect(page.locator("[data-save]")).toContainText("没有保存·3 字没有送出");
  await expect(text).toHaveAttribute("contenteditable", "false");
  expect(shownText(storedSpeech(server.dataDir, speech.id))).not.toContain("没送出");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await notice.getByRole("button", { name: "复制全文" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("正文没送出");
  await page.evaluate(() => sessionStorage.removeItem("outdated"));
  await notice.getByRole("button", { name: "重新载入" }).click();
  await editor.expectSaved();
  await editor.expectBlocks(["p 同志们：", "p 正文没送出"]);
  expect(shownText(storedSpeech(server.dataDir, speech.id))).toContain("没送出");
});
