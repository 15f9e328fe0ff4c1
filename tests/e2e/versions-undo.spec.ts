/** What was brought back, taken back in the page too late. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

// It is refused.
test.use({ allowedConsole: [/status of 409/] });

test("VE-46 once somebody has written on it isn't undone, which is said and changes nothing", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("undo-chief", "主笔");
  const speech = await office.speech(chief, { title: "不能撤销", text: "同志们：\n第一段。" });
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  const writer = await EditorPage.open(openPage, chief, speech);
  await writer.clickEnd(1);
  await writer.page.keyboard.type("第二句。");
  await writer.expectSaved();
  const page = await openPage(chief, `/speeches/${speech.id}/versions`);
  await page.getByRole("button", { name: "一稿" }).click();
  await page.getByRole("button", { name: "恢复全文" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "恢复全文" }).click();
  const undo = page.getByRole("alert").getByRole("button", { name: "撤销" });
  await expect(undo).toBeVisible();
  await writer.expectBlocks(["p 同志们：", "p 第一段。"]);
  await writer.clickEnd(1);
  await writer.page.keyboard.type("又写。");
  await writer.expectSaved();
  // A second press says nothing else.
  await undo.dblclick();
  await expect(page.getByText("恢复后又有人改过文字")).toBeVisible();
  await writer.expectBlocks(["p 同志们：", "p 第一段。又写。"]);
});
