/** Numbers that are typed in front of what is written already. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

let editor: EditorPage;

test.beforeEach(async ({ openPage, office }) => {
  const writer = await office.colleague("numbering", "补序号的人");
  editor = await EditorPage.open(openPage, writer, await office.speech(writer, { title: "补上序号" }));
  await editor.text.click();
});

test("ED-20 in front of a paragraph that has its body a number makes a run-in heading", async () => {
  const { keyboard } = editor.page;
  await keyboard.type("夯实基础。档案从形成起就要管。");
  await keyboard.press("Home");
  await keyboard.type("（一）");
  await editor.expectBlocks(["h3 （一）夯实基础。档案从形成起就要管。"]);
  await expect(editor.text.locator("h3[data-run-in] .speech-lead")).toHaveText("夯实基础。");
  await keyboard.press("Backspace");
  await editor.expectBlocks(["p （一）夯实基础。档案从形成起就要管。"]);
  await expect(editor.text.locator("[data-run-in]")).toHaveCount(0);
  // In front of one sentence it makes a heading on its own line, as ever.
  await keyboard.press("End");
  await keyboard.press("Enter");
  await keyboard.type("压实责任。");
  await keyboard.press("Home");
  await keyboard.type("二、");
  await editor.expectBlocks(["p （一）夯实基础。档案从形成起就要管。", "h2 一、压实责任。"]);
  await expect(editor.text.locator("[data-run-in]")).toHaveCount(0);
  await keyboard.press("Control+z");
  await editor.expectBlocks(["p （一）夯实基础。档案从形成起就要管。", "p 二、压实责任。"]);
});
