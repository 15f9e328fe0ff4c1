/** What one has selected while a colleague writes in the same speech. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

let mine: EditorPage;
let theirs: EditorPage;

test.beforeEach(async ({ openPage, office }) => {
  const [one, other] = [
    await office.colleague("selecting", "写稿人"),
    await office.colleague("beside", "核稿人"),
  ];
  const speech = await office.speech(one, { title: "一起写", text: "开头" }, [[other, "editor"]]);
  mine = await EditorPage.open(openPage, one, speech);
  theirs = await EditorPage.open(openPage, other, speech);
  await mine.clickEnd(0);
  await mine.page.keyboard.press("Enter");
  await mine.button("插入表格").click();
  await mine.page.keyboard.type("甲");
  await theirs.expectBlocks(["p 开头", "div 甲"]);
});

test("ED-70 what is typed behind a table that ends the text is a line of its own, though a colleague writes before it", async () => {
  const gap = mine.text.locator(".ProseMirror-gapcursor");
  await mine.page.keyboard.press("Control+End");
  await expect(gap).toHaveCount(1);
  await theirs.text.locator("th").nth(1).click();
  await theirs.page.keyboard.type("乙");
  await expect(mine.text.locator("table")).toContainText("甲乙");
  await expect(gap).toHaveCount(1);
  await mine.page.keyboard.type("after");
  for (const editor of [mine, theirs]) await editor.expectBlocks(["p 开头", "div 甲乙", "p after"]);
});

test("ED-167 of the cells that are selected with the mouse all are deleted, though a colleague writes before that", async () => {
  const { page, text } = mine;
  const cell = (index: number) => text.locator("th, td").nth(index);
  await cell(4).click();
  await page.keyboard.type("乙");
  await cell(0).dragTo(cell(4));
  await expect(text.locator(".selectedCell")).toHaveCount(4);
  await theirs.clickEnd(0);
  await theirs.page.keyboard.type("了");
  await mine.expectBlocks(["p 开头了", "div 甲乙"]);
  await expect(text.locator(".selectedCell")).toHaveCount(4);
  await page.keyboard.press("Delete");
  for (const editor of [mine, theirs]) await editor.expectBlocks(["p 开头了", "div"]);
});

test("ED-167 what is typed next is bold when that was chosen before a colleague's letter came", async () => {
  await mine.clickEnd(0);
  await mine.page.keyboard.press("Control+b");
  await expect(mine.button("加粗")).toHaveAttribute("aria-pressed", "true");
  await theirs.text.locator("th").nth(1).click();
  await theirs.page.keyboard.type("乙");
  await mine.expectBlocks(["p 开头", "div 甲乙"]);
  await expect(mine.button("加粗")).toHaveAttribute("aria-pressed", "true");
  await mine.page.keyboard.type("bold");
  await expect(mine.text.locator("strong")).toHaveText("bold");
});
