/** Tabs of one browser in one of which the password is changed. */
import type { Page } from "@playwright/test";
import { newCommentId, newThreadId } from "@/core/ids";
import { expect, test } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";
import { EditorPage } from "./editor-page";

// What the other tabs ask meanwhile is refused.
test.use({ allowedConsole: [/status of 40[13]/] });

async function changePassword(page: Page, label: string, from: string, to: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(from);
  await page.getByLabel("新密码", { exact: true }).fill(to);
  await page.getByLabel("再输一次密码").fill(to);
  await page.getByRole("button", { name: "修改密码" }).click();
}

async function signIn(page: Page, { person }: Account, password: string): Promise<void> {
  await page.getByLabel("登录名").fill(person.signInName);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

test("AU-42 tabs that a reset has stopped go on by themselves once the password is changed: text, reading page and count", async ({
  office,
  openContext,
  openPage,
}) => {
  const owner = await office.colleague("password-tabs", "换密码的人");
  const colleague = await office.colleague("password-colleague", "同事");
  const speech = await office.speech(owner, { title: "几个标签页", text: "同志们：\n大家辛苦了。" }, [
    [colleague, "editor"],
  ]);
  const context = await openContext(owner);
  const [writing, reading, door] = [
    await context.newPage(),
    await context.newPage(),
    await context.newPage(),
  ];
  await writing.goto(`/speeches/${speech.id}`);
  await reading.goto(`/speeches/${speech.id}/read`);
  const [text, save] = [writing.locator(".tiptap"), writing.locator("[data-save]")];
  await expect(save).toHaveAttribute("data-save", "saved");
  await expect(reading.getByText("大家辛苦了。")).toBeVisible();

  const initialPassword = "initial-after-the-reset";
  const path = `/api/people/${owner.person.id}/password`;
  await office.administrator.visitor.request("POST", path, { initialPassword });
  await expect(writing.getByText("登录已失效，请重新登录。").first()).toBeVisible();
  await door.goto("/sign-in");
  await signIn(door, owner, initialPassword);
  await expect(door).toHaveURL(/\/change-password/);
  await expect(writing.getByText("请先修改初始密码。").first()).toBeVisible();
  await changePassword(door, "初始密码", initialPassword, "my-own-after-the-reset");
  await expect(door.getByRole("button", { name: "账户：换密码的人" })).toBeVisible();
  await expect(save).toHaveAttribute("data-save", "saved");
  await expect(text).toHaveAttribute("contenteditable", "true");

  const theirs = await EditorPage.open(openPage, colleague, speech);
  await theirs.clickEnd(1);
  await theirs.page.keyboard.type("再接再厉。");
  await theirs.expectSaved();
  await expect(text).toContainText("大家辛苦了。再接再厉。");
  await expect(reading.getByRole("status").filter({ hasText: "有 1 段文字被改动" })).toBeVisible();
  const comment = { id: newCommentId(), body: "请看", mentions: [owner.person.id] };
  const threads = `/api/speeches/${speech.id}/threads`;
  await colleague.visitor.request("POST", threads, { id: newThreadId(), place: null, comment });
  await expect(writing.getByRole("link", { name: "消息，1 条未读" })).toBeVisible();
});
