/** What a row's menu offers is what the server lets its reader do. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";

/** The names in the menu of a speech's row. */
async function offered(page: Page, title: string): Promise<readonly string[]> {
  await page.getByRole("button", { name: `《${title}》的更多操作` }).click();
  const items = page.getByRole("menuitem");
  await expect(items.first()).toBeVisible();
  const names = await items.allTextContents();
  await page.keyboard.press("Escape");
  await expect(items).toHaveCount(0);
  return names;
}

test("UI-57 the details of a speech are offered to who may change them as it is now, and to nobody else", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("menu-chief", "主笔");
  const editor = await office.colleague("menu-editor", "编辑");
  const members = [[editor, "editor"]] as const;
  const [open, locked, archived] = [
    await office.speech(chief, { title: "正在写的" }, members),
    await office.speech(chief, { title: "只能修订的" }, members),
    await office.speech(chief, { title: "归了档的" }, members),
  ];
  const change = (id: string, what: object) => chief.visitor.request("PATCH", `/api/speeches/${id}`, what);
  await change(locked.id, { suggestOnly: true });
  await change(archived.id, { archived: true });
  const theirs = await openPage(editor, "/");
  expect(await offered(theirs, open.title)).toContain("标题与信息");
  expect(await offered(theirs, locked.title)).not.toContain("标题与信息");
  const mine = await openPage(chief, "/");
  expect(await offered(mine, locked.title)).toContain("标题与信息");
  await mine.getByText("已归档", { exact: true }).click();
  expect(await offered(mine, archived.title)).toEqual(["成员与权限", "恢复"]);
});
