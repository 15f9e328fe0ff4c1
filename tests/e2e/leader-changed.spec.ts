/** The page for reading while writers change the very words that the leader is writing about. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { EditorPage } from "./editor-page";
import { sentForReview } from "./sent-for-review";

type OpenPage = (account: Account | null, path: string) => Promise<Page>;

// Words that changed meanwhile are refused on purpose.
test.use({ allowedConsole: [/status of 409/] });

/** A speech that a leader is asked to sign, open at its chief's and at the leader's. */
async function open(office: Office, openPage: OpenPage, title: string, lines: readonly string[]) {
  const text = lines.join("\n");
  const { chief, leader, speech } = await sentForReview(office, { people: "lc", title, text });
  const writer = await EditorPage.open(openPage, chief, speech);
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  return { writer, page, own: page.getByRole("region", { name: "我的意见" }) };
}

/** Writes behind the first letter of a block, in one event: keys with a pause between them are undone one after the other. */
async function writeBehindFirst(writer: EditorPage, block: number, words: string): Promise<void> {
  await writer.text.locator("> *").nth(block).click();
  await writer.page.keyboard.press("Home");
  await writer.page.keyboard.press("ArrowRight");
  await writer.expectSelected("");
  await writer.page.keyboard.insertText(words);
  await writer.expectSaved();
}

async function instruct(page: Page, sentence: string, words: string): Promise<void> {
  await page.locator("article").getByText(sentence, { exact: true }).first().click();
  await page.getByRole("button", { name: "批示", exact: true }).click();
  await page.getByRole("textbox", { name: "批示" }).fill(words);
}

test("LV-80 what a leader wrote about words that changed meanwhile goes along to the new words", async ({
  office,
  openPage,
}) => {
  const { writer, page, own } = await open(office, openPage, "写到一半被改", [
    "同志们：",
    "要推动工作。大家辛苦了。",
    "各单位抓好落实。",
  ]);
  const said = page.getByRole("textbox", { name: "批示" });
  await instruct(page, "要推动工作。", "点到岗位");
  await writeBehindFirst(writer, 1, "继续");
  await page.getByRole("button", { name: "作出批示" }).click();
  const told = page.getByRole("alert").filter({ hasText: "这段话刚被别人改过" });
  await told.getByRole("button", { name: "看新的文字" }).click();
  await page.getByText("要继续推动工作。").click();
  await expect(said).toHaveValue("点到岗位");
  await expect(page.getByText("原来针对：“要推动工作。”")).toBeVisible();
  await page.getByRole("button", { name: "作出批示" }).click();
  await expect(own.getByRole("listitem")).toHaveCount(1);
  // Sent, it goes along no more.
  await page.getByText("各单位抓好落实。").click();
  await expect(page.getByRole("button", { name: "批示", exact: true })).toBeVisible();
  await expect(said).toHaveCount(0);
});

test("LV-80 it goes along too when the new text is asked for before it is sent, or the sheet was closed by then", async ({
  office,
  openPage,
}) => {
  const { writer, page, own } = await open(office, openPage, "还没送出就被改", [
    "同志们：",
    "要推动工作。谢谢大家。",
    "各单位抓好落实。谢谢大家。",
  ]);
  const said = page.getByRole("textbox", { name: "批示" });
  const showNew = page.getByRole("status").getByRole("button", { name: "看新的文字" });
  const sentence = (words: string) => page.locator("article").getByText(words, { exact: true });
  // Still being written.
  await instruct(page, "要推动工作。", "点到岗位");
  await writeBehindFirst(writer, 1, "继续");
  await showNew.click();
  await expect(said).toHaveValue("点到岗位");
  await said.fill("点到岗位和人");
  await sentence("要继续推动工作。").click();
  await expect(said).toHaveValue("点到岗位和人");
  // Put away, and the page loaded anew.
  await page.keyboard.press("Escape");
  await writeBehindFirst(writer, 1, "一定");
  await showNew.click();
  await page.reload();
  await sentence("要一定继续推动工作。").click();
  await expect(said).toHaveValue("点到岗位和人");
  await page.getByRole("button", { name: "作出批示" }).click();
  await expect(own.getByRole("listitem")).toHaveCount(1);
  // Of several that read the same, about the one that changed.
  await sentence("谢谢大家。").first().click();
  await page.getByRole("button", { name: "批示", exact: true }).click();
  await said.fill("这里先不谢");
  await writeBehindFirst(writer, 1, "就");
  await showNew.click();
  await sentence("要就一定继续推动工作。").click();
  await expect(said).toHaveValue("这里先不谢");
});

test("LV-80 what is added after it was refused goes along with the rest", async ({ office, openPage }) => {
  const { writer, page } = await open(office, openPage, "被退回后接着写", [
    "同志们：",
    "要推动工作。大家辛苦了。",
  ]);
  const said = page.getByRole("textbox", { name: "批示" });
  await instruct(page, "要推动工作。", "点到岗位");
  await writeBehindFirst(writer, 1, "继续");
  await page.getByRole("button", { name: "作出批示" }).click();
  const told = page.getByRole("alert").filter({ hasText: "这段话刚被别人改过" });
  await expect(told).toBeVisible();
  await said.press("End");
  await said.pressSequentially("和人");
  await told.getByRole("button", { name: "看新的文字" }).click();
  await page.getByText("要继续推动工作。").click();
  await expect(said).toHaveValue("点到岗位和人");
});

test("LV-81 with the new text in sight the passage that is written about is the one that is marked", async ({
  office,
  openPage,
}) => {
  const { writer, page } = await open(office, openPage, "新的文字里的那一句", [
    "同志们：",
    "要推动工作。",
    "各单位抓好落实。",
  ]);
  const chosen = page.locator("[data-chosen]");
  await instruct(page, "各单位抓好落实。", "写明时限");
  await expect(chosen).toHaveText(["各单位抓好落实。"]);
  await writer.clickEnd(0);
  await writer.page.keyboard.press("Enter");
  await writer.page.keyboard.type("先讲形势。");
  await writer.expectSaved();
  await page.getByRole("status").getByRole("button", { name: "看新的文字" }).click();
  await expect(page.getByText("先讲形势。")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "批示" })).toHaveValue("写明时限");
  await expect(chosen).toHaveText(["各单位抓好落实。"]);
});

test("LV-82 of sentences that read the same, what is wanted of one that changed meanwhile isn't done to another", async ({
  office,
  openPage,
}) => {
  const { writer, page, own } = await open(office, openPage, "两处同样的话", [
    "同志们：",
    "谢谢大家。我们要推动工作。",
    "谢谢大家。大家要团结。",
  ]);
  await instruct(page, "谢谢大家。", "这里先不谢");
  await writeBehindFirst(writer, 1, "要多");
  await page.getByRole("button", { name: "作出批示" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "这段话刚被别人改过" })).toBeVisible();
  await expect(own.getByRole("listitem")).toHaveCount(0);
  await expect(writer.text.locator("[data-thread]")).toHaveCount(0);
});

test("LV-82 of paragraphs that read the same the chosen one gets what was said, with lines added above it", async ({
  office,
  openPage,
}) => {
  const { writer, page, own } = await open(office, openPage, "几段同样的话", [
    "同志们：",
    "谢谢大家。",
    "我们要推动工作。",
    "谢谢大家。",
  ]);
  await page.locator("article").getByText("谢谢大家。", { exact: true }).nth(1).click();
  await page.getByRole("button", { name: "批示", exact: true }).click();
  await page.getByRole("textbox", { name: "批示" }).fill("再加一句");
  await writer.clickEnd(0);
  await writer.page.keyboard.press("Enter");
  await writer.page.keyboard.type("先讲形势。");
  await writer.expectSaved();
  await page.getByRole("button", { name: "作出批示" }).click();
  await expect(own.getByRole("listitem")).toHaveCount(1);
  await expect(writer.text.locator("[data-thread]")).toHaveCount(1);
  await expect(writer.text.locator("> *").nth(4).locator("[data-thread]")).toHaveText("谢谢大家。");
});

test("LV-80 what was sent about words that went and came back waits for no others", async ({
  office,
  openPage,
}) => {
  const { writer, page, own } = await open(office, openPage, "走了又回来", [
    "同志们：",
    "要推动工作。大家辛苦了。",
    "各单位抓好落实。",
  ]);
  const showNew = page.getByRole("banner").getByRole("button", { name: "看新的文字" });
  await instruct(page, "要推动工作。", "点到岗位");
  await writeBehindFirst(writer, 1, "继续");
  await showNew.click();
  await expect(page.locator("article")).toContainText("要继续推动工作。");
  await writer.page.keyboard.press("Control+z");
  await writer.expectSaved();
  await showNew.click();
  await expect(page.locator("article")).not.toContainText("要继续推动工作。");
  await page.getByRole("button", { name: "作出批示" }).click();
  await expect(own.getByRole("listitem")).toHaveCount(1);
  await page.getByText("各单位抓好落实。").click();
  await expect(page.getByRole("button", { name: "批示", exact: true })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "批示" })).toHaveCount(0);
});

test("LV-08 other words that were accepted among the suggestions are no more to be taken back", async ({
  office,
  openPage,
}) => {
  const { writer, page, own } = await open(office, openPage, "已接受的改成", ["同志们：", "要推动工作。"]);
  await page.locator("article").getByText("要推动工作。", { exact: true }).click();
  await page.getByRole("button", { name: "改成……" }).click();
  await page.getByRole("textbox", { name: "改成" }).fill("要推进工作。");
  await page.getByRole("button", { name: "改成这样" }).click();
  await expect(own.getByRole("button", { name: "撤回" })).toBeVisible();
  await writer.page.getByRole("tab", { name: /^修订/ }).click();
  const card = writer.page.getByRole("tabpanel").getByRole("listitem");
  await card.getByRole("button", { name: "接受" }).click();
  await expect(own).toContainText("已在修订中接受");
  await expect(own.getByRole("button", { name: "撤回" })).toHaveCount(0);
});

test("LV-84 who reads is told of a change while its writer types on without a pause", async ({
  office,
  openPage,
}) => {
  const { writer, page } = await open(office, openPage, "一直有人在写", ["同志们：", "要推动工作。"]);
  const told = page.getByRole("status").getByRole("button", { name: "看新的文字" });
  await expect(page.getByText("要推动工作。")).toBeVisible();
  await writer.text.locator("> *").last().click();
  await writer.page.keyboard.press("End");
  let isTold = false;
  const telling = told.waitFor().then(() => {
    isTold = true;
  });
  // Far closer together than the pause that is waited for, and for as long as it takes.
  while (!isTold) await writer.page.keyboard.type("写", { delay: 100 });
  await telling;
});
