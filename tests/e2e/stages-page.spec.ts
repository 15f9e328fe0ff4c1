/** The administrator's page of stages, which another administrator has open too. */
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
