/** The home page's list: more pages, what stands in while it loads, and who is in a speech. */
import type { Page } from "@playwright/test";
import { LIMITS } from "@/core/limits";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

const rows = (page: Page) => page.getByRole("list", { name: "讲话稿列表" }).getByRole("listitem");

test("UI-30 more rows than a page holds come when asked for, each once", async ({ office, openPage }) => {
  const chief = await office.colleague("list-more");
  const total = LIMITS.speechesPerPage + 3;
  const titles = Array.from({ length: total }, (_, index) => `第${index + 1}次会议上的讲话`);
  for (const title of titles) await chief.visitor.createSpeech({ title });
  const page = await openPage(chief, "/");
  await expect(rows(page)).toHaveCount(LIMITS.speechesPerPage);
  await page.getByRole("button", { name: "显示更多" }).click();
  await expect(rows(page)).toHaveCount(total);
  await expect(page.getByRole("button", { name: "显示更多" })).toHaveCount(0);
  const shown = await rows(page).getByRole("link").allTextContents();
  expect(new Set(shown).size).toBe(total);
  for (const title of titles) expect(shown.some((text) => text.includes(title))).toBe(true);
});

test("UI-30 while another list is on its way, rows to come stand in for it", async ({ office, openPage }) => {
  const chief = await office.colleague("list-waits");
  await chief.visitor.createSpeech({ title: "当前的一篇" });
  const page = await openPage(chief, "/");
  await expect(rows(page)).toHaveCount(1);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/api\/speeches\?.*archived=true/, async (route) => {
    await released;
    await route.continue();
  });
  await page.getByText("已归档", { exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "正在载入" })).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  release();
  await expect(page.getByRole("heading", { name: "没有归档的讲话稿" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "正在载入" })).toHaveCount(0);
});

test("UI-30 rows to come don't stand in another list that was chosen meanwhile", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("list-left");
  for (let left = LIMITS.speechesPerPage + 1; left > 0; left -= 1) {
    await chief.visitor.createSpeech({ title: `第${left}篇` });
  }
  const page = await openPage(chief, "/");
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/api\/speeches\?.*cursor=/, async (route) => {
    await released;
    await route.continue();
  });
  await page.getByRole("button", { name: "显示更多" }).click();
  await page.getByText("已归档", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "没有归档的讲话稿" })).toBeVisible();
  const answer = page.waitForResponse(/\/api\/speeches\?.*cursor=/);
  release();
  await (await answer).finished();
  // The page has taken the answer once it has drawn after it. Asked once: a refresh would mend the list later.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(await rows(page).count()).toBe(0);
});

test("UI-31 who has a speech open is shown on its row and in the editor, and no longer when gone", async ({
  office,
  openPage,
}) => {
  const one = await office.colleague("list-one", "王建国");
  const other = await office.colleague("list-other", "李晓梅");
  const speech = await office.speech(one, { title: "有人在写", text: "同志们：\n正文" }, [[other, "editor"]]);
  const mine = await EditorPage.open(openPage, one, speech);
  const theirs = await EditorPage.open(openPage, other, speech);
  const here = mine.page.getByRole("complementary", { name: "侧栏" }).getByRole("listitem");
  await expect(here.filter({ hasText: "李晓梅" })).toBeVisible();

  const home = await openPage(one, "/");
  await home.clock.install();
  await home.goto("/");
  const present = rows(home).filter({ hasText: "有人在写" }).getByRole("img");
  await expect(present).toHaveAccessibleName(/李晓梅/);
  await theirs.page.close();
  await expect(here.filter({ hasText: "李晓梅" })).toHaveCount(0);
  await expect(here.filter({ hasText: "王建国" })).toBeVisible();
  // The list asks anew every quarter of a minute.
  await expect(async () => {
    await home.clock.runFor(15_000);
    await expect(present).toHaveAccessibleName(/王建国/, { timeout: 1_000 });
    await expect(present).not.toHaveAccessibleName(/李晓梅/, { timeout: 1_000 });
  }).toPass();
});
