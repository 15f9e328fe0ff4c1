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
  await expect(dialog).toHaveCount(0);

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

test("UI-36 WW-10 where colours are forced, shades, their key and the switch are seen, on a dark ground too", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("forced-chief", "周文清");
  const speech = await office.speech(chief, { title: "谁写的", text: "坚持真抓实干" });
  const { page, text } = await EditorPage.open(openPage, chief, speech);
  const name = "按作者给正文着色";
  const track = page.locator(".mantine-Switch-track").filter({ visible: true });
  const off = await ground(track);
  expect(await track.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe("solid");
  await page.getByRole("switch", { name }).click();
  await expect.poll(() => ground(track)).not.toBe(off);

  const shade = text.locator(".speech-author");
  const swatch = page.getByRole("table", { name: "各人写了多少" }).locator("tbody th > span");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect.poll(() => ground(swatch)).not.toBe(await ground(page.locator("body")));
    const line = await ground(swatch);
    await expect.poll(() => shade.evaluate((element) => getComputedStyle(element).boxShadow)).toContain(line);
    expect(await letters(shade)).toBe(await letters(text.locator("p")));
  }
});
