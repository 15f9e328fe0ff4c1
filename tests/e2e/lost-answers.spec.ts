/** Forms that are sent again because the answer was lost: what they made is there, once, and the page goes on. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";

// The answers that are lost on purpose.
test.use({ allowedConsole: [/ERR_FAILED|status of 409/] });

/** The first request to it arrives, and its answer doesn't. */
async function loseAnswer(page: Page, path: string): Promise<void> {
  let lost = false;
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() !== "POST" || lost) return route.fallback();
    lost = true;
    await route.fetch();
    await route.abort();
  });
}

test("AU-52 adding somebody again after the answer was lost says that they were added", async ({
  office,
  openPage,
}) => {
  const page = await openPage(office.administrator, "/people");
  await loseAnswer(page, "/api/people");
  await page.getByRole("button", { name: "添加人员" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill("赵丢包");
  await dialog.getByLabel("登录名").fill("lost-colleague");
  const add = dialog.getByRole("button", { name: "添加", exact: true });
  await add.click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await add.click();
  await expect(page.getByRole("dialog", { name: "已添加赵丢包" })).toBeVisible();
});
