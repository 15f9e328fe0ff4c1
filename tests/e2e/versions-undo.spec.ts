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
  await page.getByRole("button", { name: /^一稿/ }).click();
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

test("VE-46 it is undone from the writing page too, after what was written there since", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("undo-back-chief", "主笔");
  const speech = await office.speech(chief, { title: "回来撤销", text: "同志们：\n第一段。" });
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  const writer = await EditorPage.open(openPage, chief, speech);
  const { page } = writer;
  await writer.clickEnd(1);
  await page.keyboard.type("第二句。");
  await writer.expectSaved();
  const restore = async () => {
    await page.getByRole("link", { name: "版本与花脸稿" }).click();
    await page.getByRole("button", { name: /^一稿/ }).click();
    await page.getByRole("button", { name: "恢复全文" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "恢复全文" }).click();
    await expect(page.getByRole("alert").getByRole("button", { name: "撤销" })).toBeVisible();
  };
  await restore();
  // Whoever compares first hasn't lost it either.
  await page.getByText("花脸稿", { exact: true }).click();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("已撤销，文字回到恢复之前")).toBeVisible();
  await page.getByRole("link", { name: "回到稿件" }).click();
  await writer.expectSaved(); // the text of a version looks alike
  await writer.expectBlocks(["p 同志们：", "p 第一段。第二句。"]);

  await restore();
  await page.getByRole("link", { name: "回到稿件" }).click();
  await writer.expectSaved(); // the text of a version looks alike
  await writer.expectBlocks(["p 同志们：", "p 第一段。"]);
  await expect(page.getByRole("alert").getByRole("button", { name: "撤销" })).toBeVisible();
  await writer.clickEnd(1);
  await page.keyboard.type("又写。");
  await writer.expectSaved();
  await page.keyboard.press("Control+z");
  await writer.expectBlocks(["p 同志们：", "p 第一段。"]);
  await writer.expectSaved();
  await page.keyboard.press("Control+z");
  await writer.expectBlocks(["p 同志们：", "p 第一段。第二句。"]);
  // It is done once.
  await page.keyboard.press("Control+z");
  await writer.expectBlocks(["p 同志们：", "p 第一段。第二句。"]);
});
