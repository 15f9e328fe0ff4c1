/** The office as most open it: plain http under the machine's name, where browsers keep some of their means back. */
import { test as base, expect } from "../helpers/lectern-test";

const NAME = "office.test";

const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${NAME} localhost`];
      await use({ ...launchOptions, args });
    },
    { scope: "worker" },
  ],
});

// Chromium's word on a header that counts over https alone.
test.use({ allowedConsole: [/Cross-Origin-Opener-Policy/] });

test("UI-50 an initial password is copied, over plain http and at home", async ({ office, openContext }) => {
  const plain = office.url.replace("localhost", NAME);
  for (const [address, isSecure] of [
    [plain, false],
    [office.url, true],
  ] as const) {
    const context = await openContext(null);
    const { cookies } = office.administrator.visitor;
    await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url: address })));
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: office.url });
    const page = await context.newPage();
    await page.goto(`${address}/people`);
    expect(await page.evaluate(() => window.isSecureContext)).toBe(isSecure);
    await page.getByRole("button", { name: "添加人员" }).click();
    const dialog = page.getByRole("dialog");
    const password = await dialog.getByLabel("初始密码").inputValue();
    await dialog.getByRole("button", { name: "复制" }).click();
    await expect(dialog.getByRole("button", { name: "已复制" })).toBeVisible();
    const other = await context.newPage();
    await other.goto(`${office.url}/sign-in`);
    await other.bringToFront();
    expect(await other.evaluate(() => navigator.clipboard.readText())).toBe(password);
  }
});
