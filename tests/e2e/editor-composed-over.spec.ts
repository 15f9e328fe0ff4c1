/** What an input method writes over a selection of more than one line. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { InputMethod } from "./input-method";

const TABLE = "<table><tr><td>乙</td><td>丙</td></tr></table>";
const TEXTS = {
  "begins with a table": `${TABLE}<p>一段</p>`,
  "ends with a table": `<p>一段</p>${TABLE}`,
  "ends with a list": "<p>一段</p><ul><li><p>甲</p></li><li><p>乙</p></li></ul>",
};

let editor: EditorPage;
let input: InputMethod;

test.beforeEach(async ({ openPage, office }) => {
  const writer = await office.colleague("composed-over", "写稿人");
  editor = await EditorPage.open(openPage, writer, await office.speech(writer, { title: "空白稿" }));
  input = await InputMethod.of(editor.page);
});

async function pasteAndSelectAll(html: string): Promise<void> {
  await editor.text.click();
  await editor.paste({ html, text: "" });
  await expect(editor.text).toContainText("一段");
  await editor.text.focus();
  await editor.page.keyboard.press("Control+a");
}

for (const [what, html] of Object.entries(TEXTS)) {
  test(`ED-71 it takes the place of all of a text that ${what}`, async () => {
    await pasteAndSelectAll(html);
    await input.write("chongxie", "重写");
    await input.write("yige", "一个");
    await editor.expectBlocks(["p 重写一个"]);
    await editor.expectSaved();
  });

  test(`ED-71 in 修订 it is proposed once, for all of a text that ${what}`, async () => {
    await pasteAndSelectAll(html);
    await editor.button(/^修订/).click();
    await editor.text.focus();
    await editor.page.keyboard.press("Control+a");
    await input.write("chongxie", "重写");
    await input.write("yige", "一个");
    await editor.expectWords("ins", ["重写一个"]);
    await editor.page.getByRole("tab", { name: /^修订/ }).click();
    await editor.page.getByRole("tabpanel").getByRole("button", { name: "接受" }).first().click();
    await editor.expectBlocks(["p 重写一个"]);
  });
}

test("ED-71 behind struck words it comes once, where the selection was, and takes nothing along", async () => {
  const { keyboard } = editor.page;
  await editor.text.click();
  await editor.paste({ html: "<p>第一段话在这里</p><p>末段文字中发</p>", text: "" });
  await editor.clickEnd(0);
  await keyboard.press("Home");
  await editor.button(/^修订/).click();
  for (let step = 0; step < 3; step += 1) await keyboard.press("Shift+ArrowRight");
  await keyboard.press("Delete");
  await editor.expectWords("del", ["第一段"]);
  await editor.page.getByRole("toolbar").getByRole("button", { name: /修订/ }).click();
  await editor.clickEnd(0);
  await keyboard.press("Home");
  for (let step = 0; step < 3; step += 1) await keyboard.press("ArrowRight");
  await keyboard.press("Shift+ArrowDown");
  await editor.expectSelected("话在这里末段文");
  await input.write("dongchun", "东春");
  await editor.expectBlocks(["p 第一段东春字中发"]);
  await editor.expectWords("del", ["第一段"]);
});
