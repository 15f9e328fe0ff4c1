/** Threads of comments in the page, by several people at once. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";
import { card, comment, expectMarked, select, write } from "./threads-in-page";

const TEXT = "一、形势\n坚持真抓实干\n二、要求\n做好督促检查";

async function open(
  office: Office,
  openPage: (account: Account | null, path: string) => Promise<Page>,
  title: string,
) {
  const [writer, reviewer, leader] = [
    await office.colleague("wang", "王建国"),
    await office.colleague("zhao", "赵核稿"),
    await office.colleague("chen", "陈立川"),
  ];
  const speech = await office.speech(writer, { title, text: TEXT }, [
    [reviewer, "commenter"],
    [leader, "viewer"],
  ]);
  const openAs = async (account: Account) => {
    const editor = await EditorPage.open(openPage, account, speech);
    await editor.page.getByRole("tab", { name: "批注" }).click();
    return editor;
  };
  return { speech, writer, reviewer, leader, openAs };
}

test("CO-30 a reviewer who may change nothing comments; everybody sees it at once and the writer answers", async ({
  office,
  openPage,
}) => {
  const { writer, reviewer, leader, openAs } = await open(office, openPage, "批注三人");
  const [theirs, mine, read] = [await openAs(reviewer), await openAs(writer), await openAs(leader)];
  await comment(theirs.page, "真抓", "换一个词，@王建国 定");
  for (const { page } of [theirs, mine, read]) {
    await expectMarked(page, ["真抓"]);
    await expect(card(page, "换一个词")).toContainText("赵核稿");
  }
  await card(mine.page, "换一个词").getByRole("button", { name: "真抓" }).click();
  await mine.page.getByRole("textbox", { name: "回复" }).fill("好，改");
  await mine.page.getByRole("button", { name: "发送" }).click();
  await expect(card(theirs.page, "好，改")).toBeVisible();
  await mine.page.getByRole("button", { name: "标为已解决" }).click();
  for (const { page } of [theirs, mine, read]) await expectMarked(page, []);
  await theirs.page.getByRole("combobox", { name: "显示哪些批注" }).selectOption("resolved");
  await expect(card(theirs.page, "王建国已解决")).toBeVisible();
  await theirs.page.getByRole("combobox", { name: "显示哪些批注" }).selectOption("mentions-me");
  await expect(theirs.page.getByText("没有这样的批注")).toBeVisible();
  await theirs.expectBlocks(
    ["p 坚持真抓实干", "p 做好督促检查"].flatMap((line, index) => [
      index === 0 ? "h2 一、形势" : "h2 二、要求",
      line,
    ]),
  );
});

test("CO-31 a thread follows its words through typing, cutting, pasting, undo and moving a part; a copy has none", async ({
  office,
  openPage,
}) => {
  const { writer, openAs } = await open(office, openPage, "批注跟着走");
  const { page, clickEnd, expectBlocks, expectSaved } = bound(await openAs(writer));
  await comment(page, "真抓", "核实");
  // The card is there at once, the mark comes with the server's next message.
  await expectMarked(page, ["真抓"]);
  await select(page, "坚持真抓实干");
  await page.keyboard.press("Control+x");
  await expectMarked(page, []);
  await page.keyboard.press("Control+z");
  await expectMarked(page, ["真抓"]);
  await select(page, "坚持真抓实干");
  await page.keyboard.press("Control+x");
  await clickEnd(3);
  await page.keyboard.press("Control+v");
  await expectMarked(page, ["真抓"]);
  await expectBlocks(["h2 一、形势", "p", "h2 二、要求", "p 做好督促检查坚持真抓实干"]);

  await select(page, "坚持真抓");
  await page.keyboard.press("Control+c");
  await clickEnd(1);
  await page.keyboard.press("Control+v");
  await expectBlocks(["h2 一、形势", "p 坚持真抓", "h2 二、要求", "p 做好督促检查坚持真抓实干"]);
  await expectMarked(page, ["真抓"]);

  await page.locator("[data-outline-link]", { hasText: "要求" }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expectBlocks(["h2 一、要求", "p 做好督促检查坚持真抓实干", "h2 二、形势", "p 坚持真抓"]);
  await expectMarked(page, ["真抓"]);

  await clickEnd(1);
  await page.keyboard.press("Home");
  await page.keyboard.type("要");
  await expectBlocks(["h2 一、要求", "p 要做好督促检查坚持真抓实干", "h2 二、形势", "p 坚持真抓"]);
  await expectMarked(page, ["真抓"]);
  await expectSaved();
});

test("CO-44 a thread on words that are cut and pasted in 修订 goes along when that is accepted", async ({
  office,
  openPage,
}) => {
  const { writer, reviewer, openAs } = await open(office, openPage, "修订里挪动");
  const [mine, theirs] = [bound(await openAs(writer)), await openAs(reviewer)];
  await comment(theirs.page, "真抓", "核实");
  await expectMarked(mine.page, ["真抓"]);
  await mine.page.getByRole("toolbar", { name: "格式工具栏" }).getByRole("button", { name: /修订/ }).click();
  await select(mine.page, "坚持真抓实干");
  await mine.page.keyboard.press("Control+x");
  await mine.clickEnd(3);
  await mine.page.keyboard.press("Control+v");
  await mine.expectSaved();
  await expectMarked(theirs.page, ["真抓"]);
  await mine.page.getByRole("tab", { name: /^修订/ }).click();
  await mine.page.getByRole("button", { name: "全部取舍" }).click();
  await mine.page.getByRole("menuitem", { name: /全部接受/ }).click();
  await mine.page.getByRole("dialog").getByRole("button", { name: "接受 2 处" }).click();
  await mine.expectBlocks(["h2 一、形势", "p", "h2 二、要求", "p 做好督促检查坚持真抓实干"]);
  await mine.expectSaved();
  await expectMarked(theirs.page, ["真抓"]);
  await expect(theirs.page.getByText(/原文已删的批注/)).toHaveCount(0);
});

test("CO-32 UI-11 a thread whose text is deleted waits in the tray and is put to other words", async ({
  office,
  openPage,
}) => {
  const { writer, reviewer, openAs } = await open(office, openPage, "批注没了原文");
  const [mine, theirs] = [bound(await openAs(writer)), await openAs(reviewer)];
  await comment(theirs.page, "真抓", "出处？");
  await expectMarked(mine.page, ["真抓"]);
  await select(mine.page, "真抓");
  await mine.page.keyboard.press("Delete");
  // With the one in use in it, it stands open.
  await mine.page.getByText("原文已删的批注（1）").click();
  for (const { page } of [mine, theirs]) {
    await expect(card(page, "出处？")).toBeVisible();
    await expect(card(page, "出处？")).toContainText("真抓");
  }
  await expectAccessible(mine.page, "the tray unfolded");
  await select(mine.page, "督促");
  await mine.page.getByRole("button", { name: "放到所选文字" }).click();
  for (const { page } of [mine, theirs]) {
    await expectMarked(page, ["督促"]);
    await expect(page.getByText("原文已删的批注")).toHaveCount(0);
  }
});

test("CO-33 UI-11 one's own comment is edited and deleted, reactions are counted, a part shows its open threads", async ({
  office,
  openPage,
}) => {
  const { writer, reviewer, openAs } = await open(office, openPage, "批注改删");
  const [mine, theirs] = [await openAs(writer), await openAs(reviewer)];
  await comment(theirs.page, "督促检查", "要点到人");
  await expect(mine.page.locator("[data-outline-link]", { hasText: "要求" })).toContainText("1 条批注");
  await card(mine.page, "要点到人").getByRole("button", { name: "督促检查" }).click();
  await expect(card(mine.page, "要点到人").getByRole("button", { name: "修改" })).toHaveCount(0);
  await card(mine.page, "要点到人").getByRole("button", { name: "同意" }).click();
  await expect(card(theirs.page, "要点到人").getByRole("button", { name: "同意，1 人" })).toBeVisible();
  await mine.page.getByRole("textbox", { name: "回复" }).fill("请看 @赵");
  await expect(mine.page.getByRole("listbox", { name: "提到谁" })).toBeVisible();
  await expectAccessible(mine.page, "a card in use, with names to mention");
  await mine.page.getByRole("textbox", { name: "回复" }).fill("");
  await card(theirs.page, "要点到人").getByRole("button", { name: "修改" }).click();
  await expect(theirs.page.getByRole("textbox", { name: "修改" })).toBeVisible();
  await expectAccessible(theirs.page, "one's own comment in change");
  await theirs.page.getByRole("textbox", { name: "修改" }).fill("点到岗位");
  await theirs.page.getByRole("button", { name: "保存" }).click();
  await expect(card(mine.page, "点到岗位")).toContainText("改过");
  theirs.page.on("dialog", (dialog) => dialog.accept());
  await card(theirs.page, "点到岗位").getByRole("button", { name: "删除" }).click();
  for (const { page } of [mine, theirs]) {
    await expect(page.getByText("还没有批注")).toBeVisible();
    await expectMarked(page, []);
  }
});

test("CO-35 going on to the next words while a thread is being sent loses neither", async ({
  office,
  openPage,
}) => {
  const { reviewer, openAs } = await open(office, openPage, "批注接着写");
  const { page } = await openAs(reviewer);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/threads", async (route) => {
    if (route.request().postData()?.includes("第一条")) await held;
    await route.continue();
  });
  await write(page, "形势", "第一条");
  await page.getByRole("button", { name: "批注", exact: true }).click();
  await write(page, "实干", "第二条");
  answer();
  await expect(card(page, "第一条")).toBeVisible();
  await page.getByRole("button", { name: "批注", exact: true }).click();
  await expect(card(page, "第二条")).toBeVisible();
  await expectMarked(page, ["形势", "实干"]);
});

test("CO-41 what is written and not sent yet is there again after another tab or a reload, once and only in its place", async ({
  office,
  openPage,
}) => {
  const { reviewer, openAs } = await open(office, openPage, "批注写到一半");
  const { page } = await openAs(reviewer);
  const away = async () => {
    await page.getByRole("tab", { name: "稿件" }).click();
    await expect(page.locator("textarea[aria-label^='写批注']")).toHaveCount(0);
    await page.getByRole("tab", { name: "批注" }).click();
  };
  const draft = page.locator("textarea[aria-label^='写批注']");
  await write(page, "形势", "这里的数字");
  await away();
  await expect(draft).toHaveValue("这里的数字");
  await draft.fill("这里的数字请核");
  await page.reload();
  await expect(draft).toHaveValue("这里的数字请核");
  await expect(draft).not.toBeFocused();
  await page.getByRole("button", { name: "批注", exact: true }).click();
  const thread = card(page, "这里的数字请核");
  await expect(thread).toHaveCount(1);
  await expectMarked(page, ["形势"]);

  const reply = thread.getByRole("textbox", { name: "回复" });
  await reply.fill("已问统计局");
  await away();
  await expect(reply).toHaveValue("已问统计局");
  await page.reload();
  await page.getByRole("tab", { name: "批注" }).click();
  await thread.getByRole("button", { name: "形势" }).click();
  await expect(reply).toHaveValue("已问统计局");
  await thread.getByRole("button", { name: "发送" }).click();
  await expect(thread.getByRole("paragraph").filter({ hasText: "已问统计局" })).toBeVisible();
  await expect(reply).toHaveValue("");
  await away();
  await expect(reply).toHaveValue("");

  // So is a change of one's own.
  await thread.getByRole("button", { name: "修改" }).first().click();
  const change = page.getByRole("textbox", { name: "修改" });
  await change.fill("这里的数字请统计局核");
  await away();
  await expect(change).toHaveValue("这里的数字请统计局核");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(change).toHaveCount(0);
  await expect(card(page, "请统计局核")).toContainText("改过");
  await away();
  await expect(change).toHaveCount(0);

  // Given up, it doesn't come back with the next one.
  await write(page, "实干", "不写了");
  await page.getByRole("button", { name: "取消" }).click();
  await write(page, "实干", "另写");
  await away();
  await expect(draft).toHaveValue("另写");
});

/** Its methods as functions of their own. */
function bound(editor: EditorPage) {
  return {
    page: editor.page,
    clickEnd: (index: number) => editor.clickEnd(index),
    expectBlocks: (blocks: readonly string[]) => editor.expectBlocks(blocks),
    expectSaved: () => editor.expectSaved(),
  };
}
