/** The text as accepted and as it was, to read, while others write and decide. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";
import { card, comment, expectMarked, select } from "./threads-in-page";

type OpenPage = (account: Account | null, path: string) => Promise<Page>;

async function open(office: Office, openPage: OpenPage, title: string, text: string) {
  const writer = await office.colleague("wang", "王建国");
  const reviewer = await office.colleague("zhao", "赵核稿");
  const speech = await office.speech(writer, { title, text }, [[reviewer, "suggester"]]);
  return {
    mine: await EditorPage.open(openPage, writer, speech),
    theirs: await EditorPage.open(openPage, reviewer, speech),
  };
}

async function showSettled({ page }: EditorPage, view: "修订后" | "原文"): Promise<void> {
  await page.getByRole("tab", { name: /^修订/ }).click();
  await page.getByRole("radiogroup", { name: "怎样显示修订" }).getByText(view, { exact: true }).click();
  await expect(page.locator("[data-settled]")).toBeVisible();
}

test("SU-76 the text as accepted, and as it was, follows what others write where nothing is proposed", async ({
  office,
  openPage,
}) => {
  const { mine, theirs } = await open(office, openPage, "看着修订后", "我们要推动工作\n各单位抓好落实");
  for (const view of ["修订后", "原文"] as const) {
    await showSettled(theirs, view);
    await mine.clickEnd(1);
    await mine.page.keyboard.type(`，${view}也看得到`);
    await expect(theirs.page.locator("[data-settled]")).toContainText(`，${view}也看得到`);
    await theirs.page.getByRole("button", { name: "回到修订" }).click();
  }
});

test("SU-80 the outline and the cards lead to their places in the text as accepted; finding leads back", async ({
  office,
  openPage,
}) => {
  const part = (heading: string, words: string) => [heading, ...Array<string>(25).fill(words)];
  const text = [
    "讲话",
    ...part("一、形势", "形势正好。"),
    ...part("二、任务", "任务很重。"),
    "三、要求",
    "要求从严。",
  ];
  const { mine, theirs } = await open(office, openPage, "在修订后里找", text.join("\n"));
  await mine.text.getByText("要求从严").scrollIntoViewIfNeeded();
  await comment(mine.page, "要求从严", "严到什么程度");
  const { page } = theirs;
  await theirs.clickEnd(1);
  await page.keyboard.type("\n新添的一段");
  await theirs.expectSaved();
  await showSettled(theirs, "修订后");
  const settled = (words: string) => page.locator("[data-settled] > *", { hasText: words }).first();

  await page.locator("[data-outline-link]", { hasText: "任务" }).click();
  await expect(settled("任务")).toBeInViewport();
  const below = async () => {
    const { y: top = -1 } = (await settled("任务").boundingBox()) ?? {};
    const { y: desk = -1 } = (await page.getByRole("main").boundingBox()) ?? {};
    return Math.abs(top - desk);
  };
  await expect.poll(below).toBeLessThan(60);

  await page.locator("[data-outline-link]", { hasText: "形势" }).click();
  await expect(settled("要求从严")).not.toBeInViewport();
  await page.getByRole("tab", { name: "批注" }).click();
  await card(page, "严到什么程度").getByRole("button", { name: "要求从严" }).dispatchEvent("click");
  await expect(settled("要求从严")).toBeInViewport();
  const apart = async () => {
    const { y: words = -1 } = (await settled("要求从严").boundingBox()) ?? {};
    const { y: beside = -1 } = (await card(page, "严到什么程度").boundingBox()) ?? {};
    return Math.abs(words - beside);
  };
  await expect.poll(apart).toBeLessThan(40);

  await page.keyboard.press("Control+f");
  await page.getByRole("textbox", { name: "查找", exact: true }).fill("从严");
  await expect(page.locator("[data-settled]")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-settled]")).toHaveCount(0);
  await expect(page.locator(".ProseMirror-active-search-match")).toBeInViewport();
  for (const leadBack of [
    () => page.getByRole("button", { name: "批注所选文字" }).click(),
    async () => {
      await page.getByRole("tab", { name: "稿件" }).click();
      await page.getByRole("switch", { name: "按作者给正文着色" }).click();
    },
  ]) {
    await showSettled(theirs, "原文");
    await leadBack();
    await expect(page.locator("[data-settled]")).toHaveCount(0);
    await expect(theirs.text).toBeVisible();
  }
});

test("SU-80 deciding by keys in the text as accepted leads back and settles nothing that isn't seen", async ({
  office,
  openPage,
}) => {
  const { mine, theirs } = await open(office, openPage, "看着修订后取舍", "我们要推动工作\n各单位抓好落实");
  await theirs.clickEnd(0);
  await theirs.page.keyboard.type("，见到成效");
  await theirs.expectSaved();
  const { page } = mine;
  await expect(mine.text.locator("ins")).toHaveText("，见到成效");
  await mine.clickEnd(0);
  const tell = page.getByText("请先在正文里选中要取舍的修订");
  const byKey = () => page.keyboard.press("Control+Alt+a");
  const byMenu = async () => {
    await page.getByRole("button", { name: "全部取舍" }).click();
    await page.getByRole("menuitem", { name: "拒绝所选文字或本段的修订" }).click();
  };
  for (const [view, decide] of [
    ["修订后", byKey],
    ["原文", byMenu],
  ] as const) {
    await showSettled(mine, view);
    await decide();
    await expect(page.locator("[data-settled]")).toHaveCount(0);
    await expect(tell).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(mine.text.locator("ins")).toHaveText("，见到成效");
    await page.reload();
    await expect(mine.text.locator("ins")).toHaveText("，见到成效");
    await mine.clickEnd(0);
  }
  // With the text in sight it is asked about as ever.
  await byKey();
  await expect(page.getByRole("dialog").getByRole("button", { name: "接受 1 处" })).toBeVisible();
});

test("SU-80 a thread isn't put to words that are selected where nobody sees it", async ({
  office,
  openPage,
}) => {
  const { mine } = await open(office, openPage, "看着原文放批注", "我们要推动工作\n各单位抓好落实");
  const { page } = mine;
  await comment(page, "推动", "请核实");
  await mine.text.getByText("推动").waitFor();
  await select(page, "我们要推动工作");
  await page.keyboard.press("Delete");
  const attach = card(page, "请核实").getByRole("button", { name: "放到所选文字" });
  await expect(attach).toBeVisible();
  await select(page, "抓好");
  await mine.expectSelected("抓好");
  await showSettled(mine, "原文");
  await page.getByRole("tab", { name: "批注" }).click();
  await attach.click();
  await expect(page.locator("[data-settled]")).toHaveCount(0);
  await expect(page.getByText("请先在正文里选中文字。")).toBeVisible();
  await expectMarked(page, []);
  await select(page, "落实");
  await mine.expectSelected("落实");
  await attach.click();
  await expectMarked(page, ["落实"]);
});

test("SU-89 headings are of the same levels in the text as accepted, and as it was, with a title and without", async ({
  office,
  openPage,
}) => {
  for (const title of ["在工作会议上的讲话\n", ""]) {
    const text = `${title}同志们：\n一、形势\n（一）国内\n正文`;
    const speech = await office.speech(await office.colleague("wang", "王建国"), { title: "各级标题", text });
    const mine = await EditorPage.open(openPage, await office.colleague("wang", "王建国"), speech);
    const levels = (selector: string) =>
      mine.page.locator(selector).evaluateAll((headings) => headings.map(({ tagName }) => tagName));
    const inEditor = await levels("[contenteditable] > :is(h1, h2, h3, h4, h5, h6)");
    expect(inEditor.slice(-2)).toEqual(["H2", "H3"]);
    for (const view of ["修订后", "原文"] as const) {
      await showSettled(mine, view);
      await expect.poll(() => levels("[data-settled] > :is(h1, h2, h3, h4, h5, h6)")).toEqual(inEditor);
      await expectAccessible(mine.page, `${view} ${title}`);
    }
  }
});

test("SU-87 commented words are seen in the text as accepted, and as it was, and pointing at them makes their card the one in use", async ({
  office,
  openPage,
}) => {
  const { mine } = await open(office, openPage, "在修订后里点批注", "我们要推动工作\n各单位抓好落实");
  const { page } = mine;
  await comment(page, "推动", "换一个词");
  await comment(page, "落实", "怎么落实");
  const current = page.locator("[data-thread-card][data-active]");
  for (const view of ["修订后", "原文"] as const) {
    await showSettled(mine, view);
    for (const [words, body] of [
      ["推动", "换一个词"],
      ["落实", "怎么落实"],
    ] as const) {
      const shown = page.locator("[data-settled]").getByText(words);
      await expect(shown).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
      await shown.click();
      await expect(current).toHaveCount(1);
      await expect(current).toContainText(body);
    }
    await page
      .locator("[data-settled]")
      .getByText("我们要")
      .click({ position: { x: 3, y: 3 } });
    await expect(current).toHaveCount(0);
  }
});
