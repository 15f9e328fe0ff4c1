/** Writing where the caret stands between blocks: behind a table that ends the text. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { InputMethod } from "./input-method";

let editor: EditorPage;

test.beforeEach(async ({ openPage, office }) => {
  const writer = await office.colleague("gap", "写稿人");
  editor = await EditorPage.open(openPage, writer, await office.speech(writer, { title: "空白稿" }));
  await editor.text.click();
  await editor.button("插入表格").click();
  await editor.page.keyboard.type("甲");
  await expect(editor.text.locator("th").first()).toHaveText("甲");
});

/** In the blank foot of the sheet. */
async function clickBelowTable(): Promise<void> {
  const table = await editor.text.locator(".tableWrapper").boundingBox();
  if (table === null) throw new Error("the table isn't shown");
  await editor.page.mouse.click(table.x + 100, table.y + table.height + 60);
  await expect(editor.text.locator(".ProseMirror-gapcursor")).toHaveCount(1);
}

test("ED-70 what an input method writes below a table is a line of its own, none of the table's", async () => {
  const input = await InputMethod.of(editor.page);
  await clickBelowTable();
  await input.write("xiamian", "下面");
  await input.write("zaixie", "再写");
  await editor.expectBlocks(["div 甲", "p 下面再写"]);
  await editor.expectSaved();
});

test("ED-70 so it is in 修订, where the line is proposed with its words", async () => {
  const input = await InputMethod.of(editor.page);
  await editor.button(/^修订/).click();
  await clickBelowTable();
  await input.write("xiamian", "下面");
  await input.write("zaixie", "再写");
  await editor.expectBlocks(["div 甲", "p 下面再写"]);
  await editor.expectWords("ins", ["下面再写"]);
});

test("ED-70 the key to the end of the text goes behind the table", async () => {
  const { keyboard } = editor.page;
  await keyboard.press("Control+End");
  await keyboard.type("after");
  await editor.expectBlocks(["div 甲", "p after"]);
});

test("ED-53 what is written after pasting a table that ends the text stands behind it", async () => {
  const input = await InputMethod.of(editor.page);
  await clickBelowTable();
  await editor.paste({ html: "<table><tr><td>乙</td><td>丙</td></tr></table>", text: "乙\t丙" });
  await input.write("zaixie", "再写");
  await editor.expectBlocks(["div 甲", "div 乙丙", "p 再写"]);
});
