/** What was brought back, taken back in the page as others write on. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { keptNotice } from "./kept-notice";

test("VE-91 while a colleague types on it is undone by one press, and the colleague's words stay", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("undo-chief", "主笔");
  const colleague = await office.colleague("undo-colleague", "同事");
  const speech = await office.speech(chief, { title: "边写边撤", text: "同志们：\n第一段。\n第二段。" });
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/members`, {
    personId: colleague.person.id,
    role: "editor",
  });
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  const writer = await EditorPage.open(openPage, colleague, speech);
  await writer.clickEnd(1);
  await writer.page.keyboard.type("要抓落实。");
  await writer.expectSaved();
  const page = await openPage(chief, `/speeches/${speech.id}/versions`);
  await page.getByRole("button", { name: /^一稿/ }).click();
  await page.getByRole("button", { name: "恢复全文" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "恢复全文" }).click();
  const undo = (await keptNotice(page, "已恢复")).getByRole("button", { name: "撤销" });
  await writer.expectBlocks(["p 同志们：", "p 第一段。", "p 第二段。"]);
  await writer.clickEnd(2);
  await writer.page.keyboard.type("同事又写，");
  await writer.expectSaved();
  // A second press does nothing more.
  await Promise.all([undo.dblclick(), writer.page.keyboard.type("一直在写，")]);
  await expect(page.getByText("恢复后大家改的文字都留着")).toBeVisible();
  await writer.page.keyboard.type("写完。");
  await writer.expectSaved();
  await writer.expectBlocks(["p 同志们：", "p 第一段。要抓落实。", "p 第二段。同事又写，一直在写，写完。"]);
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
    await expect((await keptNotice(page, "已恢复")).getByRole("button", { name: "撤销" })).toBeVisible();
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
  await expect(page).toHaveURL(new RegExp(`/speeches/${speech.id}$`));
  const notice = await keptNotice(page, "已恢复");
  await writer.expectSaved(); // the text of a version looks alike
  await writer.expectBlocks(["p 同志们：", "p 第一段。"]);
  await expect(notice.getByRole("button", { name: "撤销" })).toBeVisible();
  await writer.clickEnd(1);
  // In one event: keys with a pause between them, as on a busy machine, are undone one after the other.
  await page.keyboard.insertText("又写。");
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
