import type { Page } from "@playwright/test";
import { newSpeechId } from "@/core/ids";
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";

const WIDTHS = [1280, 820, 390];
const LONG = "坚定信心真抓实干奋力开创新时代档案工作高质量发展新局面".repeat(4);
const UNBROKEN = "Donaudampfschifffahrtsgesellschaftskapitaen".repeat(4);

/** How far the page can be scrolled sideways, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function expectSound(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await expectAccessible(page, `${page.url()} ${colorScheme}`);
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    // An open popover takes its new place in the frame after the resize.
    await expect.poll(() => overflow(page), `${page.url()} at ${width}`).toBe(0);
  }
}

test("UI-11 pages before signing in have no axe violation and fit every width", async ({ openPage }) => {
  const page = await openPage(null, "/sign-in");
  await expectSound(page);
});

// The speech isn't there, which the browser notes.
test.describe("a speech that isn't there", () => {
  test.use({ allowedConsole: [/status of 404/] });

  for (const below of ["", "/read", "/versions", "/record"]) {
    test(`UI-11 has a page with a title, without axe violations, that fits every width (${below || "/"})`, async ({
      office,
      openPage,
    }) => {
      const page = await openPage(office.administrator, `/speeches/${newSpeechId()}${below}`);
      await expect(page).toHaveTitle("合稿");
      await expectSound(page);
    });
  }
});

test("UI-11 home, dialogs and people have no axe violation and fit every width", async ({
  office,
  openPage,
}) => {
  // Twenty-four axe runs: a minute on a busy machine.
  test.slow();
  const { administrator } = office;
  const named = await office.colleague("look-long-name", UNBROKEN.slice(0, 60));
  await office.speech(
    administrator,
    { title: LONG, speaker: LONG, occasion: UNBROKEN, dueOn: "2020-01-01" },
    [[named, "viewer"]],
  );
  await office.speech(administrator, { title: UNBROKEN.slice(0, 150) });
  const page = await openPage(administrator, "/");
  await expect(page.getByRole("list", { name: "讲话稿列表" })).toBeVisible();
  await expectSound(page);

  await page.getByRole("button", { name: `《${LONG}》的更多操作` }).click();
  await expect(page.getByRole("menuitem", { name: "归档" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "成员与权限" }).click();
  await expect(page.getByRole("combobox", { name: /Donau.*的权限/ })).toBeVisible();
  await expectSound(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "新建讲话稿" }).click();
  await page.getByRole("dialog").getByText("从已有文字开始").click();
  await expect(page.getByRole("textbox", { name: "已有文字" })).toBeVisible();
  await expectSound(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^账户/ }).click();
  await expect(page.getByRole("button", { name: "退出登录" })).toBeVisible();
  await expectSound(page);

  for (const path of ["/people", "/change-password", "/?q=%E6%97%A0"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectSound(page);
  }
});

test("UI-09 the language is switched in the account menu and stays", async ({ office, openPage }) => {
  const page = await openPage(office.administrator, "/");
  await page.getByRole("button", { name: /^账户/ }).click();
  await page.getByText("English", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "Speeches", level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goto("/people");
  await expect(page.getByRole("heading", { name: "People", level: 1 })).toBeVisible();
  await expectSound(page);
});

test.describe("without scripts", () => {
  test.use({ allowedConsole: [/net::ERR_FAILED/] });

  test("UI-12 the chosen colour scheme is there before the first paint of the next page", async ({
    office,
    openPage,
  }) => {
    const page = await openPage(office.administrator, "/");
    await page.emulateMedia({ colorScheme: "light" });
    await page.getByRole("button", { name: /^账户/ }).click();
    await page.getByText("深色", { exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
    // Without scripts from files nothing of React runs: only what stands in the HTML itself.
    await page.route("**/*.js*", (route) => route.abort());
    await page.goto("/people", { waitUntil: "commit" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  });
});

test("UI-14 the home page is in the first HTML, and asks nothing of other sites", async ({
  office,
  openPage,
}) => {
  await office.speech(office.administrator, { title: "首屏就在的一篇" });
  const page = await openPage(office.administrator, "/");
  const html = await (await page.request.get("/")).text();
  expect(html).toContain("首屏就在的一篇");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).origin));
  await page.reload({ waitUntil: "networkidle" });
  expect(asked.length).toBeGreaterThan(5);
  expect([...new Set(asked)]).toEqual([office.url]);
});
