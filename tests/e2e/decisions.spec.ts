/** Deciding on suggestions in the page: what is kept of it, and the lock in 修订. */
import { expect, test } from "../helpers/lectern-test";
import type { Office } from "../helpers/office";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";

const TEXT = "一、形势\n我们要推动工作\n二、要求\n各单位抓好落实";

type OpenPage = Parameters<typeof EditorPage.open>[0];

/** The pages of a chief, of who may only suggest and of an editor. */
async function openThree(office: Office, openPage: OpenPage, title: string) {
  const [chief, suggester, editor] = [
    await office.colleague("wang", "王建国"),
    await office.colleague("zhao", "赵核稿"),
    await office.colleague("sun", "孙编辑"),
  ];
  const speech = await office.speech(chief, { title, text: TEXT }, [
    [suggester, "suggester"],
    [editor, "editor"],
  ]);
  return [
    await EditorPage.open(openPage, chief, speech),
    await EditorPage.open(openPage, suggester, speech),
    await EditorPage.open(openPage, editor, speech),
  ] as const;
}

test("SU-46 SU-47 a paragraph's suggestions are decided by keys with a reason, kept for everybody, and undone in one step; the lock holds live", async ({
  office,
  openPage,
}) => {
  const [mine, theirs, third] = await openThree(office, openPage, "取舍");
  await theirs.clickEnd(1);
  await theirs.page.keyboard.type("，见到成效");
  await theirs.clickEnd(3);
  await theirs.page.keyboard.type("，不走过场");
  await theirs.expectSaved();
  await expect(mine.text.locator("ins")).toHaveCount(2);

  await mine.clickEnd(1);
  await mine.page.keyboard.press("Control+Alt+r");
  const dialog = mine.page.getByRole("dialog");
  await expect(dialog.locator("ins")).toHaveText(["，见到成效"]);
  await dialog.getByLabel("理由").fill("上月已经见效");
  await dialog.getByRole("button", { name: "拒绝 1 处" }).click();
  await expect(mine.text.locator("ins")).toHaveCount(1);
  await expect(mine.text.locator("> *").nth(1)).toHaveText("我们要推动工作");
  await mine.expectSaved();
  const decided = async ({ page }: EditorPage) => {
    await page.getByRole("tab", { name: /^修订/ }).click();
    await page.getByRole("tabpanel").getByText("已定", { exact: true }).click();
    return page.getByRole("tabpanel").getByRole("listitem");
  };
  const [own, seen] = [await decided(mine), await decided(third)];
  for (const list of [own, seen]) {
    await expect(list).toHaveCount(1);
    await expect(list).toContainText("王建国");
    await expect(list).toContainText("已拒绝");
    await expect(list).toContainText("，见到成效");
    await expect(list).toContainText("上月已经见效");
  }
  await expectAccessible(mine.page, "decisions");
  await mine.page.getByRole("button", { name: "撤销" }).first().click();
  await expect(mine.text.locator("ins")).toHaveCount(2);
  await expect(own).toHaveCount(2);
  await expect(own.first()).toContainText("撤销了取舍");
  await expect(seen).toHaveCount(2);

  const toggle = third.page
    .getByRole("toolbar", { name: "格式工具栏" })
    .getByRole("button", { name: /修订/ });
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  await mine.page.getByRole("switch", { name: "锁定修订" }).click();
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await third.expectSaved();
  await third.clickEnd(1);
  await third.page.keyboard.type("试试");
  await third.expectSaved();
  await expect(mine.text.locator("ins")).toHaveCount(3);
});

test("VE-42 before ten suggestions are decided by the key the text is kept as a version", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("wang", "王建国");
  const lines = Array.from({ length: 10 }, (_, index) => `第${index + 1}项工作`);
  const speech = await office.speech(chief, { title: "一次取舍", text: lines.join("\n") });
  const editor = await EditorPage.open(openPage, chief, speech);
  await editor.page
    .getByRole("toolbar", { name: "格式工具栏" })
    .getByRole("button", { name: /修订/ })
    .click();
  for (const [index] of lines.entries()) {
    await editor.clickEnd(index);
    await editor.page.keyboard.type("要抓");
  }
  await editor.expectSaved();
  await editor.page.keyboard.press("Control+a");
  await editor.page.keyboard.press("Control+Alt+r");
  await editor.page.getByRole("dialog").getByRole("button", { name: "拒绝 10 处" }).click();
  await expect(editor.text.locator("ins")).toHaveCount(0);
  await editor.page.getByRole("link", { name: "版本与花脸稿" }).click();
  const list = editor.page.getByRole("navigation", { name: "版本列表" });
  await expect(list.getByRole("button", { name: "改动前留存" })).toHaveCount(1);
});

test("CO-40 a suggestion is commented on; the thread stays when it is decided, and waits in the tray when its words are gone", async ({
  office,
  openPage,
}) => {
  const [chief, commenter] = [
    await office.colleague("wang", "王建国"),
    await office.colleague("li", "李评论"),
  ];
  const speech = await office.speech(chief, { title: "就修订批注", text: TEXT }, [[commenter, "commenter"]]);
  const [mine, theirs] = [
    await EditorPage.open(openPage, chief, speech),
    await EditorPage.open(openPage, commenter, speech),
  ];
  await mine.page.getByRole("toolbar", { name: "格式工具栏" }).getByRole("button", { name: /修订/ }).click();
  await mine.clickEnd(1);
  await mine.page.keyboard.type("，见到成效");
  await mine.expectSaved();
  await theirs.page.getByRole("tab", { name: /^修订/ }).click();
  const card = theirs.page.getByRole("tabpanel").getByRole("listitem");
  await card.getByRole("button", { name: "批注" }).click();
  await theirs.page.getByRole("textbox", { name: "写批注" }).fill("成效要有数字");
  await theirs.page.getByRole("button", { name: "批注", exact: true }).last().click();
  await expect(theirs.page.getByText("针对一处修订", { exact: true })).toBeVisible();

  await mine.page.getByRole("tab", { name: /^修订/ }).click();
  const mineCard = mine.page.getByRole("tabpanel").getByRole("listitem");
  await expect(mineCard.getByRole("button", { name: "批注（1）" })).toBeVisible();
  await mineCard.getByRole("button", { name: "接受" }).click();
  await expect(theirs.page.getByText("针对一处已定的修订")).toBeVisible();
  await expect(theirs.text.locator("[data-thread]")).toHaveText("，见到成效");
  await mine.page.getByRole("button", { name: "撤销" }).first().click();
  await mineCard.getByRole("button", { name: "拒绝" }).click();
  await expect(theirs.page.getByText(/原文已删的批注/)).toBeVisible();
});

test.describe("away", () => {
  test.use({ allowedConsole: [/WebSocket|ERR_INTERNET_DISCONNECTED/] });

  test("SU-68 who decided offline on what a colleague had decided otherwise is told by name, and the text follows the first", async ({
    office,
    openPage,
  }) => {
    const [mine, theirs, late] = await openThree(office, openPage, "先后取舍");
    await theirs.clickEnd(1);
    await theirs.page.keyboard.type("，见到成效");
    await theirs.expectSaved();
    await late.expectWhole(); // a part that can't be fetched any more would complain
    for (const { page } of [mine, late]) await page.getByRole("tab", { name: /^修订/ }).click();
    const card = ({ page }: EditorPage) => page.getByRole("tabpanel").getByRole("listitem");
    await expect(card(late)).toContainText("，见到成效");
    await late.page.context().setOffline(true);
    await expect(late.page.locator("[data-save]")).toHaveAttribute("data-save", "offline");
    await card(late).getByRole("button", { name: "拒绝" }).click();
    await expect(late.text.locator("ins")).toHaveCount(0);
    await card(mine).getByRole("button", { name: "接受" }).click();
    await mine.expectSaved();
    await late.page.context().setOffline(false);
    await expect(late.page.getByText("王建国已先接受修订“，见到成效”，您的取舍没有生效。")).toBeVisible();
    const lines = ["h2 一、形势", "p 我们要推动工作，见到成效", "h2 二、要求", "p 各单位抓好落实"];
    for (const page of [mine, theirs, late]) {
      await page.expectBlocks(lines);
      await expect(page.text.locator("ins, del")).toHaveCount(0);
    }
  });
});

test("SU-70 what others settled while one was asked isn't said to be decided, nor given a reason", async ({
  office,
  openPage,
}) => {
  const [chief, editor] = [await office.colleague("wang", "王建国"), await office.colleague("sun", "孙编辑")];
  const speech = await office.speech(chief, { title: "同时取舍", text: TEXT }, [[editor, "editor"]]);
  const [mine, theirs] = [
    await EditorPage.open(openPage, chief, speech),
    await EditorPage.open(openPage, editor, speech),
  ];
  await theirs.page
    .getByRole("toolbar", { name: "格式工具栏" })
    .getByRole("button", { name: /修订/ })
    .click();
  await theirs.clickEnd(1);
  await theirs.page.keyboard.type("，见到成效");
  await expect(mine.text.locator("ins")).toHaveCount(1);

  await mine.clickEnd(1);
  await mine.page.keyboard.press("Control+Alt+a");
  const dialog = mine.page.getByRole("dialog");
  await dialog.getByLabel("理由").fill("写得好");
  await theirs.page.keyboard.press("Control+Alt+r");
  await theirs.page.getByRole("dialog").getByRole("button", { name: "拒绝 1 处" }).click();
  await expect(mine.text.locator("ins")).toHaveCount(0);
  await dialog.getByRole("button", { name: "接受 1 处" }).click();
  await expect(dialog).toHaveCount(0);
  const told = mine.page.getByRole("alert").filter({ hasText: /\S/ });
  await expect(told).toHaveText("有 1 处已被别人处理，没有再取舍。");
  await expect(mine.text.locator("> *").nth(1)).toHaveText("我们要推动工作");
});
