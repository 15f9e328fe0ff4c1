/** Undoing while others write and delete. */
import { test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

test("SY-116 who undid what stood at the end of a text that became shorter shows what others write then, and takes none of it out", async ({
  openPage,
  office,
}) => {
  const [one, other] = [await office.colleague("wang", "王建国"), await office.colleague("li", "李晓梅")];
  const text = "同志们：\n这一段要删掉，它比较长。\n第二段。";
  const speech = await office.speech(one, { title: "撤销", text }, [[other, "editor"]]);
  const mine = await EditorPage.open(openPage, one, speech);
  const theirs = await EditorPage.open(openPage, other, speech);
  await mine.clickEnd(2);
  // In one event: keys with a pause between them, as on a busy machine, are undone one after the other.
  await mine.page.keyboard.insertText("又写。");
  await theirs.expectBlocks(["p 同志们：", "p 这一段要删掉，它比较长。", "p 第二段。又写。"]);
  await theirs.clickEnd(1);
  await theirs.page.keyboard.press("Shift+Home");
  await theirs.page.keyboard.press("Delete");
  await mine.expectBlocks(["p 同志们：", "p", "p 第二段。又写。"]);
  await mine.page.keyboard.press("Control+z");
  await theirs.expectBlocks(["p 同志们：", "p", "p 第二段。"]);
  await theirs.page.keyboard.type("新的一段。");
  await mine.expectBlocks(["p 同志们：", "p 新的一段。", "p 第二段。"]);
  await mine.page.keyboard.type("接着写。");
  for (const page of [mine, theirs])
    await page.expectBlocks(["p 同志们：", "p 新的一段。", "p 第二段。接着写。"]);
});

test("ED-75 typing without a pause is undone by lines and sentences, not at one go", async ({
  openPage,
  office,
}) => {
  const chief = await office.colleague("wang", "王建国");
  const speech = await office.speech(chief, { title: "撤销", text: "开头。" });
  const mine = await EditorPage.open(openPage, chief, speech);
  // No time passes from key to key, on a busy machine either.
  await mine.page.clock.install();
  await mine.page.reload();
  await mine.expectSaved();
  await mine.page.clock.setFixedTime(Date.now());
  await mine.clickEnd(0);
  await mine.page.keyboard.type("第一句，共3.5亿。第二句。”\nOne. Two");
  await mine.expectBlocks(["p 开头。第一句，共3.5亿。第二句。”", "p One. Two"]);
  for (const blocks of [
    ["p 开头。第一句，共3.5亿。第二句。”", "p One."],
    ["p 开头。第一句，共3.5亿。第二句。”"],
    ["p 开头。第一句，共3.5亿。"],
    ["p 开头。"],
  ]) {
    await mine.page.keyboard.press("Control+z");
    await mine.expectBlocks(blocks);
  }
  await mine.page.keyboard.press("Control+y");
  await mine.expectBlocks(["p 开头。第一句，共3.5亿。"]);
});
