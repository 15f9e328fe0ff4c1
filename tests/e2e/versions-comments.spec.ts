/** Comments whose words come back, as the pages show them. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { keptNotice } from "./kept-notice";

test("VE-48 VE-46 a comment leaves the tray as its words come back by the keys of undoing", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("comment-returns", "主笔");
  const speech = await office.speech(chief, { title: "批注回到原处", text: "同志们：\n第一段。" });
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  const writer = await EditorPage.open(openPage, chief, speech);
  await writer.clickEnd(1);
  await writer.page.keyboard.press("Enter");
  await writer.page.keyboard.type("再上台阶。");
  await writer.expectSaved();
  await writer.page.keyboard.press("Shift+Home");
  await writer.page.getByRole("button", { name: "批注所选文字" }).click();
  await writer.page.locator("textarea[aria-label^='写批注']").fill("这句再斟酌。");
  await writer.page.getByRole("button", { name: "批注", exact: true }).click();
  const commented = writer.page.locator(".ProseMirror [data-thread]");
  await expect(commented).toHaveText("再上台阶。");

  const page = await openPage(chief, `/speeches/${speech.id}/versions`);
  await page.getByRole("button", { name: "一稿" }).click();
  await page.getByRole("button", { name: "恢复全文" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "恢复全文" }).click();
  await expect((await keptNotice(page, "已恢复")).getByRole("button", { name: "撤销" })).toBeVisible();
  const tray = writer.page.getByText("原文已删的批注（1）");
  await expect(tray).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("已撤销，文字回到恢复之前")).toBeVisible();
  await expect(tray).toBeHidden();
  await expect(commented).toHaveText("再上台阶。");
  await expect(writer.page.getByText("这句再斟酌。")).toBeVisible();
});
