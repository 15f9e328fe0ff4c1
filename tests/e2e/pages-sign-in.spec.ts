/** The brakes on guessing, as somebody at the sign-in page meets them. */
import type { Page } from "@playwright/test";
import { SIGN_IN_LIMITS } from "@/server/services/sign-in-throttle";
import { expect, test } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";
import { Visitor } from "../helpers/visitor";
import { holdScripts } from "./held-scripts";

const { account, firstDelayMs } = SIGN_IN_LIMITS;

async function signIn(page: Page, signInName: string, password: string): Promise<void> {
  await page.getByLabel("登录名").fill(signInName);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

/** Failures from elsewhere, side by side, because each is slowed more than the one before. */
async function fail(url: string, { person }: Account, times: number): Promise<void> {
  const attempts = Array.from({ length: times }, () =>
    new Visitor(url).signIn(person.signInName, "a wrong guess"),
  );
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: times }, () => "rejected"));
}

test.use({ allowedConsole: [/status of (401|429)/] });

test("UI-20 what is typed before the page's script has come is taken, and not lost by sending it too early", async ({
  office,
  openContext,
}) => {
  const { person, password } = await office.colleague("early");
  const page = await (await openContext(null)).newPage();
  const release = await holdScripts(page);
  await page.goto("/sign-in?next=%2Finbox", { waitUntil: "commit" });
  await page.getByLabel("登录名").fill(person.signInName);
  const field = page.getByLabel("密码", { exact: true });
  await field.fill(password);
  // Neither loads the page anew.
  await field.press("Enter");
  await page.getByRole("button", { name: "登录" }).dispatchEvent("click");
  release();
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).toHaveURL(/\/inbox$/);
});

test("AU-12 after a few failures the page is answered later, and lets in who then gets it right", async ({
  office,
  openPage,
}) => {
  const colleague = await office.colleague("slowed", "手滑的人");
  await fail(office.url, colleague, account.free);
  const page = await openPage(null, "/sign-in");
  const answer = page.waitForResponse("**/api/auth/callback/credentials");
  await signIn(page, "slowed", "yet another guess");
  const { requestStart, responseStart } = (await answer).request().timing();
  expect(responseStart - requestStart).toBeGreaterThanOrEqual(firstDelayMs);
  await expect(page.getByText("登录名或密码不正确。")).toBeVisible();

  await signIn(page, "slowed", colleague.password);
  await expect(page.getByRole("heading", { name: "讲话稿", level: 1 })).toBeVisible();
});

test("AU-12 an answer that takes long is put down to failures only where one was seen", async ({
  office,
  openPage,
}) => {
  const colleague = await office.colleague("slow-answer", "网慢的人");
  const page = await openPage(null, "/sign-in");
  let release = () => {};
  const hold = () => {
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    return page.route("**/api/auth/callback/credentials", async (route) => {
      await held;
      await route.continue();
    });
  };
  const slowed = page.getByText("已多次失败");
  await hold();
  await signIn(page, "slow-answer", colleague.password);
  await expect(page.getByText("正在验证，请稍候。")).toBeVisible();
  await expect(slowed).toHaveCount(0);
  release();
  await expect(page.getByRole("heading", { name: "讲话稿", level: 1 })).toBeVisible();

  await page.unroute("**/api/auth/callback/credentials");
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await signIn(page, "slow-answer", "a wrong guess");
  await expect(page.getByText("登录名或密码不正确。")).toBeVisible();
  await hold();
  await signIn(page, "slow-answer", colleague.password);
  await expect(slowed).toBeVisible();
  release();
  await expect(page.getByRole("heading", { name: "讲话稿", level: 1 })).toBeVisible();
});

test("AU-10 past the limit the page says so even to the right password, and what helps; a colleague gets in", async ({
  office,
  openPage,
}) => {
  test.slow();
  const locked = await office.colleague("locked-out", "被锁的人");
  const colleague = await office.colleague("not-locked", "旁边的人");
  await fail(office.url, locked, account.most);
  const page = await openPage(null, "/sign-in");
  await signIn(page, "locked-out", locked.password);
  const refusal = "失败次数过多，暂时不能登录。请过一会儿再试，或请管理员重置密码。";
  await expect(page.getByText(refusal)).toBeVisible();
  await expect(page.getByLabel("登录名")).toHaveValue("locked-out");

  await signIn(page, "not-locked", colleague.password);
  await expect(page.getByRole("heading", { name: "讲话稿", level: 1 })).toBeVisible();

  // The way out that the page names.
  const initialPassword = "given by the administrator";
  await office.administrator.visitor.request("POST", `/api/people/${locked.person.id}/password`, {
    initialPassword,
  });
  const again = await openPage(null, "/sign-in");
  await signIn(again, "locked-out", initialPassword);
  await expect(again).toHaveURL(/\/change-password$/);
});

test("AU-47 a link that a colleague sent is where the first sign-in ends", async ({ office, openPage }) => {
  const chief = await office.colleague("link-chief", "发链接的人");
  const reader = await office.colleague("link-reader", "第一次来的人");
  const { id } = await office.speech(chief, { title: "发来的稿子" }, [[reader, "viewer"]]);
  const initialPassword = "given by the administrator";
  await office.administrator.visitor.request("POST", `/api/people/${reader.person.id}/password`, {
    initialPassword,
  });
  const page = await openPage(null, `/speeches/${id}`);
  await signIn(page, "link-reader", initialPassword);
  await page.getByLabel("初始密码").fill(initialPassword);
  await page.getByLabel("新密码", { exact: true }).fill(reader.password);
  await page.getByLabel("再输一次密码").fill(reader.password);
  await page.getByRole("button", { name: "修改密码" }).click();
  await expect(page).toHaveURL(new RegExp(`/speeches/${id}$`));
  await expect(page.getByRole("heading", { name: "发来的稿子", level: 1 })).toBeVisible();
});
