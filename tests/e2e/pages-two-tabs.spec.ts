/** Two tabs of one browser, in one of which somebody signs out or in. */
import { expect, test } from "../helpers/lectern-test";

// The other tab hears its copy go, and what it asks is refused.
test.use({ allowedConsole: [/local copy .* IDBVersionChangeEvent|status of 401/] });

test("UI-17 nobody is asked about text that another window saved a moment ago", async ({
  office,
  openContext,
}) => {
  const person = await office.colleague("tabs-quick", "赶时间的人");
  const speech = await office.speech(person, { title: "刚打开", text: "同志们：\n大家辛苦了。" });
  const context = await openContext(person);
  const [other, writing] = [await context.newPage(), await context.newPage()];
  await other.goto("/");
  await writing.goto(`/speeches/${speech.id}`);
  await expect(writing.locator("[data-save]")).toHaveAttribute("data-save", "saved");
  // At once: it takes the window two seconds to write down that it is on the server.
  await other.getByRole("button", { name: /^账户/ }).click();
  await other.getByRole("button", { name: "退出登录" }).click();
  await expect(other.getByRole("heading", { name: "登录" })).toBeVisible();
});

test("UI-18 whoever signs out in one tab writes in no other, whoever signs in next", async ({
  office,
  openContext,
}) => {
  const first = await office.colleague("tabs-first", "先来的人");
  const second = await office.colleague("tabs-second", "后来的人");
  const speech = await office.speech(first, { title: "两个标签页", text: "同志们：\n大家辛苦了。" }, [
    [second, "editor"],
  ]);
  const context = await openContext(first);
  const [writing, other] = [await context.newPage(), await context.newPage()];
  await writing.goto(`/speeches/${speech.id}`);
  await expect(writing.locator("[data-save]")).toHaveAttribute("data-save", "saved");
  await expect(writing.locator(".tiptap")).toHaveAttribute("contenteditable", "true");

  await other.goto("/");
  await other.getByRole("button", { name: /^账户/ }).click();
  await other.getByRole("button", { name: "退出登录" }).click();
  await expect(other.getByRole("heading", { name: "登录" })).toBeVisible();
  await expect(writing.getByText("登录已失效，请重新登录。").first()).toBeVisible();
  await expect(writing.locator(".tiptap")).toHaveAttribute("contenteditable", "false");

  await other.getByLabel("登录名").fill(second.person.signInName);
  await other.getByLabel("密码", { exact: true }).fill(second.password);
  await other.getByRole("button", { name: "登录" }).click();
  await expect(other.getByRole("button", { name: "账户：后来的人" })).toBeVisible();
  // The page is still the first one's: what it asks isn't asked as the second.
  const asked = writing.waitForResponse(/\/api\/me/);
  await writing.clock.setFixedTime(Date.now() + 31 * 60 * 1000);
  await writing.keyboard.press("Shift");
  expect((await asked).status()).toBe(401);
  await writing.reload();
  await expect(writing.getByRole("button", { name: "账户：后来的人" })).toBeVisible();
  await expect(writing.locator(".tiptap")).toHaveAttribute("contenteditable", "true");
});
