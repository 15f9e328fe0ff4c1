/** The office's pages in one tab after somebody else signed in, or nobody is signed in, in another. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";

// What the first one's page asks is refused.
test.use({ allowedConsole: [/status of 401/] });

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^账户/ }).click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
}

async function choose(page: Page, name: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "选择文件" }).click();
  await (await chooser).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from("讲话\n同志们：") });
}

async function signIn(page: Page, { person, password }: Account): Promise<void> {
  await page.getByLabel("登录名").fill(person.signInName);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("button", { name: `账户：${person.name}` })).toBeVisible();
}

test("UI-54 a page of the office is nobody's but of who is signed in", async ({ office, openContext }) => {
  const first = await office.colleague("office-first", "先来的人");
  const second = await office.colleague("office-second", "后来的人");
  await office.speech(first, { title: "先来的人的稿子" });
  const context = await openContext(first);
  const [left, other] = [await context.newPage(), await context.newPage()];
  await left.goto("/");
  await expect(left.getByText("先来的人的稿子")).toBeVisible();
  await other.goto("/");
  await signOut(other);
  await expect(left.getByRole("heading", { name: "登录" })).toBeVisible();
  await signIn(other, second);
  await left.goto("/");
  await expect(left.getByRole("button", { name: "账户：后来的人" })).toBeVisible();
});

test("UI-54 AU-46 so is a page of versions, and a file that is sent from a page left open", async ({
  office,
  openContext,
}) => {
  const first = await office.colleague("versions-first", "先来的人");
  const second = await office.colleague("versions-second", "后来的人");
  const speech = await office.speech(first, { title: "两个人的稿子", text: "同志们：" }, [[second, "chief"]]);
  const context = await openContext(first);
  const [left, importing, other] = [
    await context.newPage(),
    await context.newPage(),
    await context.newPage(),
  ];
  await left.goto(`/speeches/${speech.id}/versions`);
  await expect(left.getByRole("button", { name: "存为版本" })).toBeVisible();
  await importing.goto("/");
  await importing.getByRole("button", { name: "导入", exact: true }).click();
  const dialog = importing.getByRole("dialog");
  await choose(importing, "先选好的.txt");
  await expect(dialog.getByLabel("标题", { exact: true })).toBeVisible();
  await other.goto("/");
  await signOut(other);
  await expect(left.getByRole("heading", { name: "登录" })).toBeVisible();
  await signIn(other, second);

  await dialog.getByRole("button", { name: /^导入/ }).click();
  await expect(dialog.getByText("登录已失效，请重新登录。").first()).toBeVisible();
  const { speeches } = await second.visitor.request<{ speeches: { title: string }[] }>(
    "GET",
    "/api/speeches",
  );
  expect(speeches.map(({ title }) => title)).not.toContain("先选好的");

  // A page that hasn't heard of it asks as whom it shows, too.
  for (const below of ["versions", "record"]) {
    const asked = left.waitForRequest(new RegExp(`/api/speeches/${speech.id}/${below}$`));
    await left.goto(`/speeches/${speech.id}/${below}`);
    expect((await (await asked).allHeaders())["x-lectern-person"]).toBe(second.person.id);
  }
});

test("UI-54 what is written in a dialog stays, and who signs in again goes on", async ({
  office,
  openContext,
}) => {
  const first = await office.colleague("office-writing", "还在填的人");
  const context = await openContext(first);
  const [left, other] = [await context.newPage(), await context.newPage()];
  await left.goto("/");
  await other.goto("/");
  await left.getByRole("button", { name: "新建讲话稿" }).first().click();
  const dialog = left.getByRole("dialog");
  await dialog.getByLabel("标题").fill("写到一半");
  const asked = left.waitForResponse(/\/api\/me$/);
  await signOut(other);
  await asked;
  await expect(dialog.getByLabel("标题")).toHaveValue("写到一半");
  await signIn(other, first);
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  await expect(left).toHaveURL(/\/speeches\//);
});
