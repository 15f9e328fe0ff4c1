/** The page for reading by pages and in one: what is read stays in sight, whatever is laid out anew. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { pdfText, readPdf } from "../helpers/pdf-reader";
import { EditorPage } from "./editor-page";
import { sentForReview } from "./sent-for-review";

const PARAGRAPHS = 40;
const TEXT = [
  "同志们：",
  ...Array.from(
    { length: PARAGRAPHS },
    (_, at) => `第 ${at} 项任务要办好。${"要按时限要求办结，".repeat(9)}不得拖延。`,
  ),
].join("\n");

/** How many pages the desk is scrolled by; a fraction where it stands between two. */
const pagesOn = (page: Page) => page.locator("main").evaluate((desk) => desk.scrollLeft / desk.clientWidth);

/** The number of the first task that begins in sight, with where it stands. */
const firstTask = (page: Page) =>
  page.locator("main").evaluate((desk) => {
    const sight = desk.getBoundingClientRect();
    const tasks = [...desk.querySelectorAll("[data-from='0']")];
    const found = tasks.find((task) => {
      const line = task.getClientRects()[0];
      return line !== undefined && line.left >= sight.left - 1 && line.top >= sight.top - 1;
    });
    return { task: found?.textContent, top: Math.round(found?.getClientRects()[0]?.top ?? Number.NaN) };
  });

test("LV-70 LV-20 whoever turns the tablet, changes the type or the layout, or is told of a change reads on at the same sentence", async ({
  office,
  openPage,
}) => {
  const { chief, leader, speech } = await sentForReview(office, {
    people: "lv-pages",
    title: "lv-pages",
    text: TEXT,
  });
  const writer = await EditorPage.open(openPage, chief, speech);
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  await page.setViewportSize({ width: 834, height: 1112 });
  const setting = (name: string) => page.getByText(name, { exact: true }).click();
  const task = page.locator("[data-from='0']", { hasText: "第 20 项任务" });
  const inSight = () => expect(task).toBeInViewport({ ratio: 0.9 });

  // In one: another size, and the same sentence.
  await task.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await expect.poll(async () => (await firstTask(page)).task).toContain("第 20 项");
  await page.getByRole("button", { name: "字号与阅读方式" }).click();
  await setting("26 磅");
  await expect.poll(async () => (await firstTask(page)).task).toContain("第 20 项");
  await setting("翻页");
  await expect(page.getByRole("navigation", { name: "翻页" })).toBeVisible();
  await inSight();
  await setting("18 磅");
  await inSight();
  await page.keyboard.press("Escape");

  // By pages: turned, and turned back; never between two pages.
  for (const [width, height] of [
    [1112, 834],
    [834, 1112],
    [390, 844],
    [834, 1112],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(async () => Number.isInteger(await pagesOn(page))).toBe(true);
    await inSight();
  }
  const at = await pagesOn(page);
  await page.locator("main").evaluate((desk) => desk.scrollBy({ left: desk.clientWidth * 0.4 }));
  await expect.poll(() => pagesOn(page)).toBe(at + 1);

  // Told of a change, in both layouts.
  for (const layout of ["翻页", "连续"]) {
    await page.getByRole("button", { name: "字号与阅读方式" }).click();
    await setting(layout);
    await page.keyboard.press("Escape");
    const before = await firstTask(page);
    await writer.clickEnd(1);
    await writer.page.keyboard.type("请各单位抓紧。");
    await writer.expectSaved();
    const news = page.getByRole("button", { name: "看新的文字" });
    await expect(news).toBeVisible();
    expect(await firstTask(page)).toEqual(before);
    await news.click();
    await expect(news).toHaveCount(0);
    await page.getByRole("button", { name: "知道了" }).click();
  }
});

test("LV-71 one button leads to the leader's own points and the answer from anywhere, and the address of a notice at once", async ({
  office,
  openPage,
}) => {
  const { leader, speech } = await sentForReview(office, {
    people: "lv-answer",
    title: "lv-answer",
    text: TEXT,
  });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  await page.getByText("第 1 项任务").click();
  await page.getByRole("button", { name: "批示", exact: true }).click();
  await page.getByRole("textbox", { name: "批示" }).fill("写明时限");
  await page.getByRole("button", { name: "作出批示" }).click();
  const own = page.getByRole("region", { name: "我的意见" });
  await expect(own).not.toBeInViewport();
  await page.getByRole("banner").getByRole("button", { name: "签批" }).click();
  await expect(own).toBeInViewport();
  for (const layout of ["翻页", "连续"]) {
    await page.getByRole("button", { name: "字号与阅读方式" }).click();
    const saved = page.waitForResponse((answer) => answer.url().endsWith("/api/me/reading"));
    await page.getByText(layout, { exact: true }).click();
    await saved;
    await page.goto("/inbox");
    await page.goto(`/speeches/${speech.id}/read#answer`);
    await expect(own).toBeInViewport();
  }
});

test("SG-26 a final text asks nobody to sign any more, and says so to who has it open", async ({
  office,
  openPage,
}) => {
  const { chief, leader, speech } = await sentForReview(office, {
    people: "lv-final",
    title: "lv-final",
    text: "同志们：",
  });
  const path = `/api/speeches/${speech.id}`;
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  await page.getByRole("radio", { name: "同意", exact: true }).check();
  await page.getByRole("button", { name: "签批：同意" }).click();
  await expect(page.getByText("您已签批：同意")).toBeVisible();
  await chief.visitor.request("POST", `${path}/stage`, { stage: "final", note: "" });
  await expect(page.getByText("您已签批：同意。这份稿子已经定稿，不再签批。")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await expect(page.getByRole("banner").getByRole("button", { name: "签批" })).toHaveCount(0);
});

test("LV-72 the page for reading prints as the whole text, in either layout", async ({
  office,
  openPage,
}) => {
  const { leader, speech } = await sentForReview(office, {
    people: "lv-print",
    title: "lv-print",
    text: TEXT,
  });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  await expect(page.getByText("第 1 项任务")).toBeVisible();
  for (const layout of ["翻页", "连续"]) {
    await page.getByRole("button", { name: "字号与阅读方式" }).click();
    await page.getByText(layout, { exact: true }).click();
    await page.keyboard.press("Escape");
    const words = pdfText(await readPdf(await page.pdf({ format: "A4" })));
    for (const task of ["第 0 项任务", `第 ${PARAGRAPHS - 1} 项任务`])
      expect(words.replaceAll(/\s/g, "")).toContain(task.replaceAll(" ", ""));
    expect(words).not.toContain("去签批");
    expect(words).not.toContain("修改后同意");
  }
});

test("SG-34 LV-74 a request is taken back after a question, and a leader who is writing meanwhile is told why it isn't taken", async ({
  office,
  openPage,
}) => {
  const { chief, leader, speech } = await sentForReview(office, {
    people: "lv-taken-back",
    title: "lv-taken-back",
    text: "要抓好落实。",
  });
  const writer = await EditorPage.open(openPage, chief, speech);
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  await page.getByText("要抓好落实。").click();
  await page.getByRole("button", { name: "批示", exact: true }).click();
  const instruction = page.getByRole("textbox", { name: "批示" });
  await instruction.fill("写到县一级");

  await writer.page.getByRole("button", { name: "撤回送审" }).click();
  const question = writer.page.getByRole("dialog", { name: "撤回送审？" });
  await question.getByRole("button", { name: "取消" }).click();
  await expect(question).toHaveCount(0);
  await expect(writer.page.getByText("已签批 0/1")).toBeVisible();
  await writer.page.getByRole("button", { name: "撤回送审" }).click();
  await question.getByRole("button", { name: "撤回送审" }).click();
  await expect(writer.page.getByText("送审已撤回。")).toBeVisible();

  await expect(
    page.getByRole("alert").filter({ hasText: "送审已撤回。写的文字留在这台设备上。" }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "作出批示" })).toBeDisabled();
  await expect(instruction).toHaveValue("写到县一级");
});
