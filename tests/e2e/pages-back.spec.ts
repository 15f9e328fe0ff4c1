/** Going back within the office: what a page shows isn't what it was when it was opened first. */
import { expect, test } from "../helpers/lectern-test";

test("UI-52 whoever was added, and whatever was changed, is there after going back", async ({
  office,
  openPage,
}) => {
  const administrator = office.administrator;
  const page = await openPage(administrator, "/people");
  const list = page.getByRole("list", { name: "人员列表" });
  await page.getByRole("button", { name: "添加人员" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill("新来的同志");
  await dialog.getByLabel("登录名").fill("back-newcomer");
  await dialog.getByRole("button", { name: "添加", exact: true }).click();
  await dialog.getByRole("button", { name: "关闭" }).last().click();
  await expect(list.getByText("新来的同志")).toBeVisible();
  await page.getByRole("link", { name: "合稿" }).click();
  await expect(page.getByRole("heading", { name: "讲话稿", exact: true })).toBeVisible();
  // Somebody else does something meanwhile.
  const { people } = await administrator.visitor.request<{ people: { id: string; signInName: string }[] }>(
    "GET",
    "/api/people",
  );
  const added = people.find(({ signInName }) => signInName === "back-newcomer");
  await administrator.visitor.request("PATCH", `/api/people/${added?.id}`, { department: "督查室" });
  await page.goBack();
  await expect(list.getByText("新来的同志")).toBeVisible();
  await expect(list.getByRole("listitem").filter({ hasText: "新来的同志" })).toContainText("督查室");
});

test("UI-52 a layout that was made is there after going back", async ({ office, openPage }) => {
  const page = await openPage(office.administrator, "/house-styles");
  await page.getByRole("button", { name: /^复制/ }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("名称").fill("回退后的版式");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: "回退后的版式" })).toBeVisible();
  await page.getByRole("link", { name: "合稿" }).click();
  await expect(page.getByRole("heading", { name: "讲话稿", exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("listitem").filter({ hasText: "回退后的版式" })).toBeVisible();
});

test("UI-52 from a speech one comes back to the list that it was opened from", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("back-reader", "翻看的人");
  await office.speech(writer, { title: "翻看的稿子", text: "同志们：" });
  const page = await openPage(writer, "/");
  await page.getByRole("link", { name: "翻看的稿子" }).click();
  await expect(page.locator(".ProseMirror")).toContainText("同志们：");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "讲话稿", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "翻看的稿子" })).toBeVisible();
});

test("UI-52 a speech that was just created is in the list at once after going back", async ({
  office,
  openContext,
}) => {
  const page = await (await openContext(await office.colleague("back-writer", "起草人"))).newPage();
  // By itself the list asks every quarter of a minute: not here, however long the page takes.
  await page.addInitScript(() => {
    const { setInterval: often } = window;
    window.setInterval = ((run: () => void, everyMs?: number) =>
      everyMs === 15_000 ? 0 : often(run, everyMs)) as typeof window.setInterval;
  });
  await page.goto("/");
  await page.getByRole("button", { name: "新建讲话稿" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("标题").fill("刚建的稿子");
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  await expect(page.locator(".ProseMirror")).toBeVisible();
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved");
  await page.goBack();
  await expect(page.getByRole("listitem").filter({ hasText: "刚建的稿子" })).toBeVisible();
});
