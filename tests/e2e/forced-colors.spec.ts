/** In the colours that somebody forces upon the browser, as the contrast themes of Windows do. */
import type { Locator } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { comment, expectMarked, select } from "./threads-in-page";

test.use({ contextOptions: { forcedColors: "active" } });

const ground = (place: Locator) => place.evaluate((element) => getComputedStyle(element).backgroundColor);
const letters = (place: Locator) => place.evaluate((element) => getComputedStyle(element).color);

/** It looks other than one that isn't chosen or marked, and can be read. */
async function expectTold(told: Locator, plain: Locator): Promise<void> {
  await expect.poll(() => ground(told)).not.toBe(await ground(plain));
  expect(await letters(told)).not.toBe(await ground(told));
}

test("UI-36 where colours are forced what is chosen, on, current, commented or found is told all the same", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("forced-chief", "周文清");
  const speech = await office.speech(chief, {
    title: "高对比度",
    text: "一、形势\n坚持真抓实干\n二、要求\n做好督促检查，督促到底",
  });
  const { page, text } = await EditorPage.open(openPage, chief, speech);
  const tab = (name: string) => page.getByRole("tab", { name });
  await expectTold(tab("稿件"), tab("批注"));

  await page.getByRole("button", { name: /转到别的阶段/ }).click();
  const dialog = page.getByRole("dialog");
  await expectTold(dialog.getByRole("radio", { checked: true }), dialog.getByRole("radio", { name: "定稿" }));
  expect(await dialog.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe("solid");
  await page.keyboard.press("Escape");

  const paragraph = text.locator("p").first();
  await comment(page, "真抓", "换一个词");
  await expectMarked(page, ["真抓"]);
  await expectTold(text.locator("[data-thread]").first(), paragraph);

  await select(page, "督促");
  await page.getByRole("button", { name: "查找和替换" }).click();
  await expect(page.getByLabel("查找", { exact: true })).toHaveValue("督促");
  const [match, active] = [
    text.locator(".ProseMirror-search-match"),
    text.locator(".ProseMirror-active-search-match"),
  ];
  await expectTold(match, paragraph);
  await expectTold(active, match);

  const toolbar = page.getByRole("toolbar");
  await toolbar.getByRole("button", { name: /修订/ }).click();
  await expectTold(
    toolbar.getByRole("button", { pressed: true }),
    toolbar.getByRole("button", { name: "项目符号" }),
  );
});
