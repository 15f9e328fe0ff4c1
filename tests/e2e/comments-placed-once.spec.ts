/** Threads that copying by dragging, or undo, would have put in two places. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { card, comment, expectMarked, select } from "./threads-in-page";

const TEXT = "一、形势\n坚持真抓实干\n二、要求\n做好督促检查";

/** Drags what is selected, by these words of it, to behind those others, with Ctrl for a copy. */
async function copyByDragging(page: Page, words: string, behind: string): Promise<void> {
  const [from, to] = [await boxOf(page, words), await boxOf(page, behind)];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width, from.y + from.height, { steps: 4 });
  await page.keyboard.down("Control");
  await page.mouse.move(to.x + to.width, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.up("Control");
}

const boxOf = (page: Page, words: string) =>
  page.locator(".ProseMirror").evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
    throw new Error("the words aren't in one text");
  }, words);

test("CO-65 CO-67 neither a copy by dragging nor undo puts a thread in two places", async ({
  office,
  openPage,
}) => {
  const [writer, reviewer] = [
    await office.colleague("wang", "王建国"),
    await office.colleague("zhao", "赵核稿"),
  ];
  const speech = await office.speech(writer, { title: "批注只在一处", text: TEXT }, [
    [reviewer, "commenter"],
  ]);
  const [mine, theirs] = [
    await EditorPage.open(openPage, writer, speech),
    await EditorPage.open(openPage, reviewer, speech),
  ];
  await theirs.page.getByRole("tab", { name: "批注" }).click();
  await comment(theirs.page, "真抓", "核实");
  await expectMarked(mine.page, ["真抓"]);
  await select(mine.page, "真抓实干");
  await mine.page.keyboard.press("Control+x");
  // The tray opens by itself for the thread that was just written.
  await expect(theirs.page.getByText("原文已删的批注（1）")).toBeVisible();
  await select(theirs.page, "督促");
  await card(theirs.page, "核实").getByRole("button", { name: "放到所选文字" }).click();
  await expectMarked(mine.page, ["督促"]);
  await mine.text.focus();
  await mine.page.keyboard.press("Control+z");
  await mine.expectBlocks(["h2 一、形势", "p 坚持真抓实干", "h2 二、要求", "p 做好督促检查"]);
  await mine.expectSaved();
  for (const { page } of [mine, theirs]) await expectMarked(page, ["督促"]);
  await expect(theirs.page.getByText("原文已删的批注")).toHaveCount(0);

  await select(mine.page, "做好督");
  await mine.expectSelected("做好督");
  await copyByDragging(mine.page, "做好", "实干");
  await mine.expectBlocks(["h2 一、形势", "p 坚持真抓实干做好督", "h2 二、要求", "p 做好督促检查"]);
  await mine.expectSaved();
  for (const { page } of [mine, theirs]) await expectMarked(page, ["督促"]);
});
