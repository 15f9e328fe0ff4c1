/** Forms that are sent again because the answer was lost: what they made is there, once, and the page goes on. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { returnedDraft } from "../helpers/returned-draft";
import { EditorPage } from "./editor-page";
import { sentForReview } from "./sent-for-review";
import { card, comment, expectMarked, write } from "./threads-in-page";

// The answers that are lost on purpose.
test.use({ allowedConsole: [/ERR_FAILED|status of 409/] });

/** The first request to it arrives, and its answer doesn't. */
async function loseAnswer(page: Page, path: string): Promise<void> {
  let lost = false;
  await page.context().route(
    ({ pathname }) => pathname.endsWith(path),
    async (route) => {
      if (route.request().method() !== "POST" || lost) return route.fallback();
      lost = true;
      await route.fetch();
      await route.abort();
    },
  );
}

test("AU-52 adding somebody again after the answer was lost says that they were added", async ({
  office,
  openPage,
}) => {
  const page = await openPage(office.administrator, "/people");
  await loseAnswer(page, "/api/people");
  await page.getByRole("button", { name: "添加人员" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill("赵丢包");
  await dialog.getByLabel("登录名").fill("lost-colleague");
  const add = dialog.getByRole("button", { name: "添加", exact: true });
  await add.click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await add.click();
  await expect(page.getByRole("dialog", { name: "已添加赵丢包" })).toBeVisible();
});

test("LV-42 an instruction whose answer was lost is made once, and after Escape and a reload it isn't to be sent any more", async ({
  office,
  openPage,
}) => {
  const { leader, speech } = await sentForReview(office, {
    people: "lost-instruction",
    title: "批示没回音",
    text: "讲话\n各单位抓好落实。",
  });
  const tablet = await openPage(leader, `/speeches/${speech.id}/read`);
  await loseAnswer(tablet, "/directives");
  const open = () => tablet.getByRole("article").getByText("各单位抓好落实。").click();
  await open();
  await tablet.getByRole("button", { name: "批示", exact: true }).click();
  const field = tablet.getByRole("textbox", { name: "批示" });
  await field.fill("写明时限");
  await tablet.getByRole("button", { name: "作出批示" }).click();
  await expect(tablet.getByRole("form", { name: "对这段话的意见" }).getByRole("alert")).toBeVisible();
  await tablet.keyboard.press("Escape");
  await tablet.reload();
  await expect(tablet.getByRole("region", { name: "我的意见" }).getByRole("listitem")).toHaveCount(1);
  await open();
  await expect(tablet.getByRole("button", { name: "批示", exact: true })).toBeVisible();
  await expect(field).toHaveCount(0);
});

test("LV-42 a rewording whose answer was lost is made once, though its own words have replaced those it was for", async ({
  office,
  openPage,
}) => {
  const { leader, speech } = await sentForReview(office, {
    people: "lost-rewording",
    title: "改成没回音",
    text: "讲话\n要推动工作。大家辛苦了。\n各单位抓好落实。",
  });
  const tablet = await openPage(leader, `/speeches/${speech.id}/read`);
  await loseAnswer(tablet, "/directives");
  const sheet = tablet.getByRole("form", { name: "对这段话的意见" });
  const field = tablet.getByRole("textbox", { name: "改成" });
  const own = tablet.getByRole("region", { name: "我的意见" }).getByRole("listitem");
  await tablet.getByRole("article").getByText("要推动工作。").click();
  await tablet.getByRole("button", { name: "改成……", exact: true }).click();
  await field.fill("要抓紧办好实事。");
  await tablet.getByRole("button", { name: "改成这样" }).click();
  await expect(sheet.getByRole("alert")).toBeVisible();
  await tablet.getByRole("banner").getByRole("button", { name: "看新的文字" }).click();
  await expect(tablet.getByRole("article")).toContainText("要抓紧办好实事。");
  await tablet.getByRole("button", { name: "改成这样" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(own).toHaveCount(1);
});

test("LV-42 nor does it wait for other words, left by Escape and a reload", async ({ office, openPage }) => {
  const { leader, speech } = await sentForReview(office, {
    people: "lost-rewording-2",
    title: "改成没回音又刷新",
    text: "讲话\n要推动工作。大家辛苦了。\n各单位抓好落实。",
  });
  const tablet = await openPage(leader, `/speeches/${speech.id}/read`);
  await loseAnswer(tablet, "/directives");
  await tablet.getByRole("article").getByText("要推动工作。").click();
  await tablet.getByRole("button", { name: "改成……", exact: true }).click();
  await tablet.getByRole("textbox", { name: "改成" }).fill("要抓紧办好实事。");
  await tablet.getByRole("button", { name: "改成这样" }).click();
  await expect(tablet.getByRole("form", { name: "对这段话的意见" }).getByRole("alert")).toBeVisible();
  await tablet.keyboard.press("Escape");
  await tablet.reload();
  await expect(tablet.getByRole("region", { name: "我的意见" }).getByRole("listitem")).toHaveCount(1);
  await tablet.getByRole("article").getByText("各单位抓好落实。").click();
  await expect(tablet.getByRole("button", { name: "批示", exact: true })).toBeVisible();
  await expect(tablet.getByRole("form", { name: "对这段话的意见" }).getByRole("textbox")).toHaveCount(0);
});

test("CO-12 an answer in a thread whose acknowledgement was lost stands once, sent again after another tab", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("lost-reply", "王建国");
  const speech = await office.speech(writer, { title: "答复没回音", text: "各单位抓好落实。" });
  const { page } = await EditorPage.open(openPage, writer, speech);
  await comment(page, "抓好落实", "谁来抓");
  await loseAnswer(page, "/comments");
  const thread = card(page, "谁来抓");
  const reply = thread.getByRole("textbox", { name: "回复" });
  await reply.fill("办公室来抓");
  await thread.getByRole("button", { name: "发送" }).click();
  await expect(thread.getByRole("alert")).toBeVisible();
  await page.getByRole("tab", { name: "稿件" }).click();
  await page.getByRole("tab", { name: "批注" }).click();
  await expect(reply).toHaveValue("办公室来抓");
  await thread.getByRole("button", { name: "发送" }).click();
  await expect(reply).toHaveValue("");
  await expect(thread.getByRole("paragraph").filter({ hasText: "办公室来抓" })).toHaveCount(1);
  // What comes next is another answer, though in the same words.
  await reply.fill("办公室来抓");
  await thread.getByRole("button", { name: "发送" }).click();
  await expect(thread.getByRole("paragraph").filter({ hasText: "办公室来抓" })).toHaveCount(2);
});

test("CO-35 a new thread whose acknowledgement was lost stays with its words, and what is written on for others is another", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("lost-thread", "王建国");
  const speech = await office.speech(writer, { title: "批注没回音", text: "各单位抓好落实，写明时限。" });
  const { page } = await EditorPage.open(openPage, writer, speech);
  await loseAnswer(page, "/threads");
  // Nor does the page hear of it from the server meanwhile.
  let isCut = true;
  await page.route("**/threads", (route) =>
    isCut && route.request().method() === "GET" ? route.abort() : route.fallback(),
  );
  await write(page, "抓好落实", "谁来抓");
  const send = page.getByRole("button", { name: "批注", exact: true });
  await send.click();
  await expect(page.locator("article[aria-label='新批注']").getByRole("alert")).toBeVisible();
  await write(page, "写明时限", "哪一天");
  isCut = false;
  await send.click();
  await expect(card(page, "哪一天").getByRole("button", { name: "写明时限" })).toBeVisible();
  await expect(card(page, "谁来抓").getByRole("button", { name: "抓好落实" })).toBeVisible();
  await expectMarked(page, ["抓好落实", "写明时限"]);
});

test("IM-140 a draft imported again after the answer was lost is one version, with each comment once", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("import-loses-answer", "主笔");
  const speech = await office.speech(chief, { title: "征求意见", text: "要抓好落实。" });
  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await loseAnswer(page, `/api/speeches/${speech.id}/imports`);
  await editor.button("导入回稿").click();
  const dialog = page.getByRole("dialog", { name: "导入回稿" });
  await dialog.locator("input[type=file]").setInputFiles({
    name: "回稿.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(returnedDraft())),
  });
  // Somebody else than the name alone would give.
  const person = dialog.getByLabel("“王处长”是谁");
  await person.selectOption(chief.person.id);
  const submit = dialog.getByRole("button", { name: "导入", exact: true });
  await submit.click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByRole("button", { name: "再试一次" }).click();
  await expect(person).toHaveValue(chief.person.id);
  await submit.click();
  await expect(page).toHaveURL(/versions\?from=now&to=/);
  const list = async <Answer>(what: string) =>
    chief.visitor.request<Answer>("GET", `/api/speeches/${speech.id}/${what}`);
  const { versions } = await list<{ versions: { id: string; kind: string }[] }>("versions");
  const imported = versions.filter(({ kind }) => kind === "imported").map(({ id }) => id);
  expect(imported).toEqual([new URL(page.url()).searchParams.get("to")]);
  expect((await list<{ threads: unknown[] }>("threads")).threads).toHaveLength(1);
});
