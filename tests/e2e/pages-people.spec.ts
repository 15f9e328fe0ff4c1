import { expect, test } from "../helpers/lectern-test";
import { Visitor } from "../helpers/visitor";

test("UI-13, UI-34 the administrator edits, resets, disables and enables an account", async ({
  office,
  openPage,
}) => {
  const colleague = await office.colleague("people-edited", "孙晓光");
  const page = await openPage(office.administrator, "/people");
  const row = page
    .getByRole("list", { name: "人员列表" })
    .getByRole("listitem")
    .filter({ hasText: "people-edited" });
  const choose = async (action: string) => {
    await row.getByRole("button", { name: /更多操作/ }).click();
    await page.getByRole("menuitem", { name: action }).click();
  };

  await choose("修改信息");
  await page.getByRole("dialog").getByLabel("部门").fill("督查室");
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(row).toContainText("督查室");

  await choose("重置密码");
  const initial = await page.getByLabel("初始密码").inputValue();
  await page.getByRole("dialog").getByRole("button", { name: "重置密码" }).click();
  await expect(page.getByRole("dialog", { name: "孙晓光的密码已重置" })).toBeVisible();
  // It can't be asked for again.
  await page.mouse.click(8, 400);
  await expect(page.getByLabel("初始密码")).toHaveValue(initial);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(row).toContainText("待首次登录");
  await expect(new Visitor(office.url).signIn("people-edited", colleague.password)).rejects.toThrow("401");
  await new Visitor(office.url).signIn("people-edited", initial);

  await choose("停用账户");
  await page.getByRole("dialog").getByRole("button", { name: "停用账户" }).click();
  await expect(row).toContainText("已停用");
  await expect(new Visitor(office.url).signIn("people-edited", initial)).rejects.toThrow("401");

  await choose("重新启用");
  await expect(row).toContainText("待首次登录");
  await new Visitor(office.url).signIn("people-edited", initial);
});
