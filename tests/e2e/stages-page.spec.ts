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

test("UI-40 the fields of the page of stages take nothing before its script is there, which would lose it", async ({
  office,
  openPage,
}) => {
  const page = await openPage(office.administrator, "/stages");
  const fields = page.locator("main").locator("input[type=text], textarea");
  await expect(fields.last()).toBeEditable();
  const count = await fields.count();
  const sent = await (await page.request.get("/stages")).text();
  const readOnly = (html: string) => {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    return [...parsed.querySelectorAll<HTMLInputElement>("main input[type=text], main textarea")].map(
      (field) => field.readOnly,
    );
  };
  expect(await page.evaluate(readOnly, sent)).toEqual(Array.from({ length: count }, () => true));
});

test("UI-40 signing out from the page of stages asks before the session ends, and once", async ({
  office,
  openPage,
}) => {
  const { person, password } = office.administrator;
  // Signed in on the page: signing out ends that session, and the other tests go on in theirs.
  const page = await openPage(null, "/sign-in?next=%2Fstages");
  await page.getByLabel("登录名").fill(person.signInName);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  const field = page.getByLabel("要做的事（可不填）").first();
  await field.fill("没有保存就要退出");
  const asked: string[] = [];
  let answer: "accept" | "dismiss" = "dismiss";
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog[answer]();
  });
  let ended = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/auth/signout")) ended += 1;
  });
  const signOut = async () => {
    await page.getByRole("button", { name: /^账户/ }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
  };
  await signOut();
  await expect.poll(() => asked).toEqual(["confirm"]);
  await expect(field).toHaveValue("没有保存就要退出");
  answer = "accept";
  await signOut();
  await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
  expect(asked).toEqual(["confirm", "confirm"]);
  expect(ended).toBe(1);
});
