/** Looking for a passage in all versions of a speech, while it is written on. */
import type { Page } from "@playwright/test";
import { LIMITS } from "@/core/limits";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

const box = (page: Page) => page.getByRole("searchbox", { name: "在全部版本里查一句话" });
const answer = (page: Page) => page.getByRole("region", { name: "在全部版本里查一句话" });

test("VE-41 a long sentence is looked for whole, and one that is too long says so", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("wang", "王建国");
  const sentence = Array.from({ length: 30 }, (_, index) => `第${index + 1}项任务要抓实，`).join("");
  const lines = [`${sentence}年底前完成。`, `${sentence}明年再说。`];
  const speech = await office.speech(writer, { title: "查长句", text: lines[0] });
  await writer.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  const page = await openPage(writer, `/speeches/${speech.id}/versions`);
  await box(page).fill(lines[0] ?? "");
  await expect(answer(page)).toContainText("查了 1 版。");
  await box(page).fill(lines[1] ?? "");
  await expect(answer(page)).toContainText("哪一版都没有这句话");

  await box(page).fill("长".repeat(LIMITS.passageCharacters));
  await expect(answer(page)).toContainText("哪一版都没有这句话");
  await box(page).fill("长".repeat(LIMITS.passageCharacters + 1));
  await expect(page.getByText("一次最多查 800 个字")).toBeVisible();
  await expect(answer(page)).toHaveCount(0);
});

test("VE-47 whoever looks again, or brings a version back, reads where the passage is now", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("wang", "王建国");
  const speech = await office.speech(writer, { title: "查现在", text: "要抓好落实。\n要加强督查。" });
  const editor = await EditorPage.open(openPage, writer, speech);
  await writer.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  const page = await openPage(writer, `/speeches/${speech.id}/versions`);
  await box(page).fill("加强督查");
  await expect(answer(page)).toContainText("现在还在");

  await editor.clickEnd(1);
  for (let letters = "要加强督查。".length; letters > 0; letters -= 1)
    await editor.page.keyboard.press("Backspace");
  await editor.expectSaved();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(answer(page)).toContainText("最后见于");

  await answer(page).getByRole("button", { name: "一稿" }).first().click();
  await page.getByRole("button", { name: "恢复全文" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "恢复全文" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(answer(page)).toContainText("现在还在");
});
