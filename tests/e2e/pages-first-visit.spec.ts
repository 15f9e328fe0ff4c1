import { expect, test } from "../helpers/lectern-test";
import { ServerProcess } from "../helpers/server-process";
import { untilTakenOver, waitsForItsScript } from "../helpers/taken-over";

const PASSWORD = "correct-horse-battery";
const OWN_PASSWORD = "one-that-only-i-know";

test("UI-01 UI-08 from an empty server to a colleague's first sign-in", async ({ browser }) => {
  // A whole server's first day, with four password hashes: long on a busy machine.
  test.slow();
  const server = await ServerProcess.start();
  const context = await browser.newContext({ baseURL: server.url });
  const page = waitsForItsScript(await context.newPage());

  await test.step("every page leads to setting up", async () => {
    for (const path of ["/", "/people", "/sign-in", "/speeches/abcdefgh23456789abcd"]) {
      await page.goto(path);
      await expect(page).toHaveURL(`${server.url}/setup`);
    }
  });

  await test.step("what is wrong stands at its field and nothing is created", async () => {
    await page.getByLabel("姓名").fill("周敏");
    await page.getByLabel("登录名").fill("zhou min");
    await page.getByLabel("密码", { exact: true }).fill("short");
    await page.getByLabel("再输一次密码").fill("other");
    await page.getByRole("button", { name: "建立管理员账户" }).click();
    await expect(page.getByLabel("登录名")).toHaveAccessibleDescription(/格式不对/);
    await expect(page.getByLabel("密码", { exact: true })).toHaveAccessibleDescription(/太短/);
    await expect(page.getByLabel("再输一次密码")).toHaveAccessibleDescription(/不一样/);
    expect(await (await page.request.get("/api/setup")).json()).toEqual({ needsSetUp: true });
  });

  await test.step("the administrator is created and signed in", async () => {
    await page.getByLabel("登录名").fill("zhoumin");
    await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
    await page.getByLabel("再输一次密码").fill(PASSWORD);
    await page.getByRole("button", { name: "建立管理员账户" }).click();
    await expect(page.getByRole("heading", { name: "还没有讲话稿" })).toBeVisible();
    await untilTakenOver(page); // the form loaded it anew
  });

  const initialPassword = await test.step("the administrator adds a colleague", async () => {
    await page.getByRole("link", { name: "人员" }).click();
    await page.getByRole("button", { name: "添加人员" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("姓名").fill("王建国");
    await dialog.getByLabel("登录名").fill("wangjianguo");
    await dialog.getByLabel("部门").fill("综合处");
    const password = await dialog.getByLabel("初始密码").inputValue();
    await dialog.getByRole("button", { name: "添加", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "已添加王建国" })).toContainText("wangjianguo");
    await dialog.getByRole("button", { name: "关闭" }).last().click();
    const row = page
      .getByRole("list", { name: "人员列表" })
      .getByRole("listitem")
      .filter({ hasText: "王建国" });
    await expect(row).toContainText("待首次登录");
    return password;
  });

  await test.step("signing out leads to the sign-in page, and nothing else is open", async () => {
    await page.getByRole("button", { name: /^账户/ }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
    await page.goto("/people");
    await expect(page).toHaveURL(`${server.url}/sign-in?next=%2Fpeople`);
  });

  await test.step("a wrong password is refused in words, and what was typed stays", async () => {
    await page.goto("/sign-in");
    await page.getByLabel("登录名").fill("wangjianguo");
    await page.getByLabel("密码", { exact: true }).fill("not-the-password");
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page.getByText("登录名或密码不正确。")).toBeVisible();
    await expect(page.getByLabel("登录名")).toHaveValue("wangjianguo");
  });

  await test.step("the initial password must be changed before anything opens", async () => {
    await page.getByLabel("密码", { exact: true }).fill(initialPassword);
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page).toHaveURL(`${server.url}/change-password`);
    await page.goto("/");
    await expect(page).toHaveURL(`${server.url}/change-password`);
    await page.getByLabel("初始密码").fill(initialPassword);
    await page.getByLabel("新密码", { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel("再输一次密码").fill(OWN_PASSWORD);
    await page.getByRole("button", { name: "修改密码" }).click();
    await expect(page.getByRole("heading", { name: "还没有讲话稿" })).toBeVisible();
  });

  await test.step("a colleague isn't shown the people, with the right status", async () => {
    const answer = await page.goto("/people");
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole("heading", { name: "您没有权限打开这个页面" })).toBeVisible();
  });

  await context.close();
  await server.stop();
});
