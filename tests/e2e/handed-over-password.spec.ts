/** The initial password that an administrator hands on is the one that is in force. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { Visitor } from "../helpers/visitor";
import { heldRequest } from "./held-request";

/** Sends the dialog and, before the answer, does what would show another password or none. */
async function sendAndMeanwhile(
  page: Page,
  { button, path }: { button: string; path: string },
  meanwhile: () => Promise<void>,
): Promise<void> {
  const held = await heldRequest(page, "POST", path);
  await page.getByRole("dialog").getByRole("button", { name: button, exact: true }).click();
  await held.asked;
  await meanwhile();
  await held.finish();
}

const drawAnother = (page: Page) => () =>
  page.getByRole("dialog").getByRole("button", { name: "换一个" }).click({ force: true });

/** Every way out that a dialog has. */
const tryToLeave = (page: Page) => async () => {
  const dialog = page.getByRole("dialog");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("button", { name: "取消" })).toBeDisabled();
  await expect(dialog.getByRole("button", { name: "关闭" })).toBeDisabled();
  await page.mouse.click(8, 400);
};

const ADDING = { button: "添加", path: "/api/people" };

for (const [does, meanwhile, signInName] of [
  ["is the one that was sent", drawAnother, "handed-added"],
  ["can't be missed by leaving the dialog before the answer", tryToLeave, "handed-stayed"],
] as const) {
  test(`UI-13 the password that is shown after adding somebody ${does}`, async ({ office, openPage }) => {
    const page = await openPage(office.administrator, "/people");
    await page.getByRole("button", { name: "添加人员" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("姓名").fill("等密码的人");
    await dialog.getByLabel("登录名").fill(signInName);
    await dialog.getByRole("button", { name: "换一个" }).click();
    await sendAndMeanwhile(page, ADDING, meanwhile(page));
    await expect(page.getByRole("dialog", { name: "已添加等密码的人" })).toBeVisible();
    await new Visitor(office.url).signIn(signInName, await dialog.getByLabel("初始密码").inputValue());
  });

  test(`UI-13 the password that is shown after a reset ${does}`, async ({ office, openPage }) => {
    const name = `忘密码的${signInName}`;
    const { person } = await office.colleague(`${signInName}-reset`, name);
    const page = await openPage(office.administrator, "/people");
    await page.getByRole("button", { name: `${name}的更多操作` }).click();
    await page.getByRole("menuitem", { name: "重置密码" }).click();
    const dialog = page.getByRole("dialog");
    const resetting = { button: "重置密码", path: `/api/people/${person.id}/password` };
    await sendAndMeanwhile(page, resetting, meanwhile(page));
    await expect(page.getByRole("dialog", { name: `${name}的密码已重置` })).toBeVisible();
    await new Visitor(office.url).signIn(person.signInName, await dialog.getByLabel("初始密码").inputValue());
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  });
}
