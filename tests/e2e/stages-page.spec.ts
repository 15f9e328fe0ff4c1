/** The administrator's page of stages, which another administrator has open too. */

import type { Dialog } from "@playwright/test";
import { DEFAULT_STAGES } from "@/core/office-stages";
import { expect, test as officeTest, startServer } from "../helpers/lectern-test";

// What the office calls its stages is seen by everybody: this file has a server of its own.
const test = officeTest.extend<object, object>({ server: [startServer, { scope: "worker" }] });
test.use({ allowedConsole: [/status of 409/] });

test("UI-56 stages that another administrator changed meanwhile aren't overwritten", async ({
  office,
  openPage,
}) => {
  const page = await openPage(office.administrator, "/stages");
  await page.getByLabel("要做的事（可不填）").first().fill("我这边写的");
  const theirs = DEFAULT_STAGES.map((each) =>
    each.stage === "consultation" ? { ...each, name: "讨论稿" } : each,
  );
  await office.administrator.visitor.request("PUT", "/api/stages", { stages: theirs });
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("内容刚刚被别人改过，请刷新后再试。")).toBeVisible();
  const stages = async () =>
    (await office.administrator.visitor.request<{ stages: unknown }>("GET", "/api/stages")).stages;
  expect(await stages()).toEqual(theirs);
  await page.reload();
  await page.getByLabel("要做的事（可不填）").first().fill("看过以后写的");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已保存，重新打开的页面用新的阶段。")).toBeVisible();
  expect(await stages()).toEqual(
    theirs.map((each, index) => (index === 0 ? { ...each, expects: "看过以后写的" } : each)),
  );
});

test("UI-40 what is written on the page of stages isn't lost by a link, another language or a reload", async ({
  office,
  openPage,
}) => {
  const page = await openPage(office.administrator, "/stages");
  const field = page.getByLabel("要做的事（可不填）").first();
  await expect(field).toBeVisible();
  const asked: string[] = [];
  const stay = (dialog: Dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  };
  page.on("dialog", stay);
  await field.fill("还没有保存的");
  await page.getByRole("link", { name: "人员" }).click();
  await expect.poll(() => asked).toEqual(["confirm"]);
  await page.getByRole("button", { name: /^账户/ }).click();
  await page.getByRole("radiogroup", { name: "语言" }).getByText("English").click();
  await expect.poll(() => asked).toEqual(["confirm", "confirm"]);
  await page.keyboard.press("Escape");
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(["confirm", "confirm", "beforeunload"]);
  await expect(field).toHaveValue("还没有保存的");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已保存，重新打开的页面用新的阶段。")).toBeVisible();
  await page.getByRole("link", { name: "人员" }).click();
  await expect(page.getByRole("button", { name: "添加人员" })).toBeVisible();
  expect(asked).toHaveLength(3);
});
