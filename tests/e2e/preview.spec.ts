/** The pages as they'll print, beside the text. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";
import { expectFits } from "./fits-width";

/** So many lines of 28 characters, the first indented. */
const filled = (lines: number) => "字".repeat(lines * 28 - 2);
const TEXT = `一、甲\n${filled(30)}\n二、乙\n${filled(30)}\n三、丙\n${filled(8)}`;

const panelOf = (page: Page) => page.getByRole("complementary", { name: "预览" });
const sheets = (page: Page) => panelOf(page).getByRole("img");
const hashes = (page: Page) =>
  sheets(page).evaluateAll((found) => found.map((sheet) => sheet.getAttribute("data-page")));
/** Pages in sight whose picture is there. */
const drawn = (page: Page) =>
  panelOf(page)
    .locator("[data-page] img")
    .evaluateAll(
      (images) =>
        images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth > 0).length,
    );

test("EX-83 the pages stand beside the text and follow what is typed there", async ({ office, openPage }) => {
  const chief = await office.colleague("preview-chief", "主笔");
  const speech = await office.speech(chief, { title: "预览的讲话", text: TEXT });
  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await editor.clickEnd(5);
  await page.getByRole("button", { name: "显示预览" }).click();
  await expect(panelOf(page).getByText("4 页，末页 5 行")).toBeVisible();
  await expect(panelOf(page).getByText("6 种字体服务器上没有，用了代用字体")).toBeVisible();
  await expect(sheets(page)).toHaveCount(4);
  // It begins where the caret is.
  await expect(sheets(page).last()).toBeInViewport();
  await expect.poll(() => drawn(page)).toBeGreaterThan(0);
  const before = await hashes(page);
  const place = await panelOf(page)
    .locator("[data-preview-pages]")
    .evaluate((desk) => desk.scrollTop);
  await page.keyboard.type("添");
  await expect.poll(async () => (await hashes(page))[3]).not.toBe(before[3]);
  expect((await hashes(page)).slice(0, 3)).toEqual(before.slice(0, 3));
  expect(
    await panelOf(page)
      .locator("[data-preview-pages]")
      .evaluate((desk) => desk.scrollTop),
  ).toBe(place);
  await expect.poll(() => drawn(page)).toBeGreaterThan(0);
  await page.keyboard.type("添");
  await expect(panelOf(page).getByText("末行只有 2 个字")).toBeVisible();
  await expect(panelOf(page).getByText("4 页，末页 6 行")).toBeVisible();
  // Another layout, which is remembered.
  await panelOf(page).getByLabel("版式").selectOption({ label: "会议讲话版式" });
  await expect.poll(async () => (await hashes(page)).includes(before[0] ?? "")).toBe(false);
  await page.reload();
  await page.getByRole("button", { name: "预览", exact: true }).click();
  await expect(panelOf(page).getByLabel("版式")).toHaveValue("meeting");
  await expect(panelOf(page).getByText(/^\d+ 页，末页 \d+ 行$/)).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page, colorScheme);
  }
});

test("EX-128 of a long speech the pages near somebody are drawn while it is typed in, and any page one turns to", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("preview-long", "主笔");
  const text = `${filled(22)}\n`.repeat(14) + filled(8);
  const speech = await office.speech(chief, { title: "很长的讲话", text });
  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await editor.clickEnd(14);
  await page.getByRole("button", { name: "显示预览" }).click();
  await expect(panelOf(page).getByText("15 页，末页 8 行")).toBeVisible();
  await expect(sheets(page).last()).toBeInViewport();
  await expect.poll(() => drawn(page)).toBeGreaterThan(0);
  const before = await hashes(page);
  expect(before).not.toContain("");
  await editor.clickEnd(0);
  const told = page.waitForResponse(/\/preview\?.*near=/);
  await page.keyboard.type("添");
  const { preview } = await (await told).json();
  expect(preview.pages).toHaveLength(15);
  expect(preview.pages[3]).toBeNull();
  await expect.poll(async () => (await hashes(page))[3]).toBe("");
  // Somebody turns to a page that wasn't drawn.
  await sheets(page)
    .nth(3)
    .evaluate((sheet) => sheet.scrollIntoView());
  await expect(sheets(page).nth(3).locator("img")).toBeVisible();
  expect((await hashes(page))[3]).not.toBe(before[3]);
  // When nobody types, all of them are.
  await expect.poll(() => hashes(page)).not.toContain("");
  expect((await hashes(page)).at(-1)).not.toBe("");
});

test("EX-83 closed while its pages are on their way it lets them come, and has them when opened again", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("preview-closing", "主笔");
  const speech = await office.speech(chief, { title: "关了又开的讲话", text: TEXT });
  const { page } = await EditorPage.open(openPage, chief, speech);
  let letCome = () => {};
  const held = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  const pageAddress = /\/preview\/[^/]+\?layout=/;
  await page.route(pageAddress, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(pageAddress);
  await page.getByRole("button", { name: "显示预览" }).click();
  const first = await asked;
  await page.getByRole("button", { name: "收起预览" }).click();
  await expect(panelOf(page)).toBeHidden();
  letCome();
  expect((await first.response())?.status()).toBe(200);
  await page.getByRole("button", { name: "显示预览" }).click();
  await expect.poll(() => drawn(page)).toBeGreaterThan(0);
});

test("EX-89 the reading copy is a layout like the others there", async ({ office, openPage }) => {
  const chief = await office.colleague("preview-reading", "主笔");
  const text = "各位同志，今天请大家来，讲三件事。".repeat(60);
  const speech = await office.speech(chief, { title: "要念的讲话", text });
  const { page } = await EditorPage.open(openPage, chief, speech);
  await page.getByRole("button", { name: "显示预览" }).click();
  const layout = panelOf(page).getByLabel("版式");
  await layout.selectOption({ label: "阅读稿 22 磅" });
  const count = panelOf(page).getByText(/^\d+ 页$/);
  await expect(count).toBeVisible();
  await expect.poll(() => drawn(page)).toBeGreaterThan(0);
  const small = Number.parseInt((await count.textContent()) ?? "", 10);
  await layout.selectOption({ label: "阅读稿 26 磅" });
  await expect
    .poll(async () => Number.parseInt((await count.textContent()) ?? "", 10))
    .toBeGreaterThan(small);
  await expect.poll(async () => (await sheets(page).count()) > small).toBe(true);
});

test.describe("on a phone", () => {
  test.use({ allowedConsole: [/WebSocket|ERR_INTERNET_DISCONNECTED/] });

  test("EX-83 they're a sheet over the text, and stay there offline", async ({ office, openPage }) => {
    const chief = await office.colleague("preview-phone", "主笔");
    const speech = await office.speech(chief, { title: "手机上的讲话", text: TEXT });
    const { page } = await EditorPage.open(openPage, chief, speech);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "显示侧栏" }).click();
    await page.getByRole("button", { name: "预览", exact: true }).click();
    const sheet = page.getByRole("dialog", { name: "预览" });
    await expect(sheet.getByText("4 页，末页 5 行")).toBeVisible();
    const first = sheet.getByRole("img", { name: "第 1 页，共 4 页" });
    await expect(first.locator("img")).toBeVisible();
    await expectFits(page, 390);
    await page.context().setOffline(true);
    await expect(sheet.getByText("离线，预览停在断开前的稿子。")).toBeVisible();
    await expect(first.locator("img")).toBeVisible();
    await page.context().setOffline(false);
    await expect(sheet.getByText("离线，预览停在断开前的稿子。")).toBeHidden();
    await sheet.getByRole("button").first().click();
    await expect(sheet).toBeHidden();
  });
});
