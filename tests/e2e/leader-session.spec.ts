/** The page for reading after its session ended, and after somebody signed in again in another tab. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { sentForReview } from "./sent-for-review";

// What is asked without a session is refused, the page hears its local copy go at signing out, and may just be connecting then.
test.use({
  allowedConsole: [
    /local copy .* IDBVersionChangeEvent|status of 401|closed before the connection is established/,
  ],
});

test("UI-42 an answer, a remark and its withdrawal that are sent after the session ended lead to signing in and go through then", async ({
  office,
  openPage,
}) => {
  const { leader, speech } = await sentForReview(office, {
    people: "lv-ended",
    title: "lv-ended",
    text: "同志们：\n要抓好落实。",
  });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  const context = page.context();
  const session = await context.cookies();
  /** Sent without a session, then with it. */
  const send = async (part: string, button: string) => {
    const press = () => page.getByRole("button", { name: button }).click();
    await context.clearCookies();
    await press();
    const link = page.locator(part).getByRole("alert").getByRole("link", { name: "去登录" });
    await expect(link).toHaveAttribute("target", "_blank");
    await context.addCookies(session);
    await press();
    await expect(link).toHaveCount(0);
  };

  await page.getByText("要抓好落实。").click();
  await page.getByRole("button", { name: "批示", exact: true }).click();
  await page.getByRole("textbox", { name: "批示" }).fill("写到县一级");
  await send("form[aria-label=对这段话的意见]", "作出批示");
  const own = page.getByRole("region", { name: "我的意见" });
  await expect(own.getByRole("listitem")).toHaveCount(1);

  await send("section[aria-label=我的意见]", "撤回");
  await expect(own).toHaveCount(0);

  await page.getByRole("radio", { name: "同意", exact: true }).click();
  await send("form[aria-label=签批]", "签批：同意");
  await expect(page.getByText("您已签批：同意")).toBeVisible();
});

test("UI-42 LV-20 who signs out and in again in another tab is told of what changes while reading on", async ({
  office,
  openPage,
}) => {
  const { chief, leader, speech } = await sentForReview(office, {
    people: "lv-again",
    title: "lv-again",
    text: "同志们：\n要抓好落实。",
  });
  // Signed in on the page: signing out ends that session, and the other tests go on in theirs.
  const page = await openPage(null, `/sign-in?next=${encodeURIComponent(`/speeches/${speech.id}/read`)}`);
  const signIn = async (tab: typeof page) => {
    await tab.getByLabel("登录名").fill(leader.person.signInName);
    await tab.getByLabel("密码", { exact: true }).fill(leader.password);
    await tab.getByRole("button", { name: "登录" }).click();
  };
  await signIn(page);
  await expect(page.getByText("要抓好落实。")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto("/");
  await other.getByRole("button", { name: /^账户/ }).click();
  await other.getByRole("button", { name: "退出登录" }).click();
  await expect(other.getByRole("heading", { name: "登录" })).toBeVisible();
  const leadsBack = page.getByRole("alert").getByRole("link", { name: "去登录" });
  await expect(leadsBack).toBeVisible();
  await signIn(other);
  await expect(other.getByRole("button", { name: /^账户/ })).toBeVisible();
  await expect(leadsBack).toHaveCount(0);

  const writer = await EditorPage.open(openPage, chief, speech);
  await writer.clickEnd(1);
  await writer.page.keyboard.type("请各单位抓紧。");
  await writer.expectSaved();
  await expect(page.getByRole("status").filter({ hasText: "您看的时候，有 1 段文字被改动" })).toBeVisible();
});
