/** The home page's list where asking for it fails. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";

// Requests that fail on purpose.
test.use({ allowedConsole: [/ERR_FAILED|ERR_INTERNET_DISCONNECTED|status of 401/] });

const rows = (page: Page) => page.getByRole("list", { name: "讲话稿列表" }).getByRole("listitem");

test("UI-51 another list that couldn't be asked for shows none of this one's rows, and comes with the network", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("list-offline", "主笔");
  const old = await office.speech(chief, { title: "归档的一篇" });
  await chief.visitor.request("PATCH", `/api/speeches/${old.id}`, { archived: true });
  await office.speech(chief, { title: "进行中的一篇" });
  const page = await openPage(chief, "/");
  await expect(rows(page)).toHaveText([/进行中的一篇/]);
  await page.context().setOffline(true);
  await page.getByText("已归档", { exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "连不上服务器" })).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "没有归档的讲话稿" })).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(rows(page)).toHaveText([/归档的一篇/]);
  await expect(page.getByRole("alert").filter({ hasText: "连不上服务器" })).toHaveCount(0);
});

test("UI-51 a search that found no session is made when there is one again", async ({ office, openPage }) => {
  const chief = await office.colleague("list-session", "主笔");
  await office.speech(chief, { title: "教育工作会议" });
  await office.speech(chief, { title: "安全生产会议" });
  const page = await openPage(chief, "/");
  await expect(rows(page)).toHaveCount(2);
  const session = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole("searchbox").fill("教育");
  const alert = page.getByRole("alert").filter({ hasText: "登录已失效" });
  await expect(alert.getByRole("link", { name: "去登录" })).toBeVisible();
  await page.context().addCookies(session);
  // As the page says that somebody signed in on.
  await page.evaluate(() => new BroadcastChannel("lectern-session").postMessage(null));
  await expect(rows(page)).toHaveText([/教育工作会议/]);
  await expect(alert).toHaveCount(0);
});

test("UI-53 going back to a list before another one came shows it again, after a search too", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("list-hurried", "主笔");
  await office.speech(chief, { title: "还在列表里" });
  const page = await openPage(chief, "/");
  await expect(rows(page)).toHaveCount(1);
  const asked = page.waitForRequest(/archived=true/);
  await page.route(/\/api\/speeches\?.*(archived=true|q=[^&])/, () => {}); // its answer never comes
  await page.getByText("已归档", { exact: true }).click();
  await asked;
  await page.getByText("进行中", { exact: true }).click();
  await expect(rows(page)).toHaveText([/还在列表里/]);
  const searched = page.waitForRequest(/q=[^&]/);
  await page.getByRole("searchbox").fill("找不着");
  await searched;
  await page.getByRole("button", { name: "清除搜索" }).click();
  await expect(page.getByRole("list", { name: "讲话稿列表" })).toHaveAttribute("aria-busy", "false");
});
