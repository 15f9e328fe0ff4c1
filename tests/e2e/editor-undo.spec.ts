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
  await mine.page.keyboard.type("又写。");
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
