/** Who writes directly in the midst of what a colleague proposes. */
import type { Page } from "@playwright/test";
import { test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { EditorPage } from "./editor-page";
import { InputMethod } from "./input-method";

async function open(office: Office, openPage: (account: Account | null, path: string) => Promise<Page>) {
  const writer = await office.colleague("wang", "王建国");
  const reviewer = await office.colleague("zhao", "赵核稿");
  const text = "我们要推动工作\n各单位抓好落实";
  const speech = await office.speech(writer, { title: "直接修改", text }, [[reviewer, "suggester"]]);
  return {
    mine: await EditorPage.open(openPage, writer, speech),
    theirs: await EditorPage.open(openPage, reviewer, speech),
  };
}

const cardIn = async ({ page }: EditorPage) => {
  await page.getByRole("tab", { name: /^修订/ }).click();
  return page.getByRole("tabpanel").getByRole("listitem").first();
};

test("SU-65 what is typed or composed in a colleague's insertion stays when that is taken back", async ({
  office,
  openPage,
}) => {
  const { mine, theirs } = await open(office, openPage);
  await theirs.clickEnd(0);
  await theirs.page.keyboard.type("，向前走");
  await theirs.expectSaved();
  await mine.expectWords("ins", ["，向前走"]);

  const input = await InputMethod.of(mine.page);
  await mine.clickEnd(0);
  await mine.page.keyboard.press("ArrowLeft");
  await mine.expectSelected("");
  await input.write("wending", "稳定");
  await mine.page.keyboard.type("地");
  await mine.expectWords("ins", ["，向前", "走"]);
  // Over a selection within it.
  await mine.clickEnd(0);
  for (let left = 0; left < 4; left += 1) await mine.page.keyboard.press("ArrowLeft");
  await mine.page.keyboard.press("Shift+ArrowLeft");
  await mine.expectSelected("前");
  await input.write("shang", "上");
  await mine.expectSaved();
  await theirs.expectWords("ins", ["，向", "走"]);
  await mine.expectBlocks(["p 我们要推动工作，向上稳定地走", "p 各单位抓好落实"]);

  const card = await cardIn(theirs);
  await card.getByRole("button", { name: "撤回" }).click();
  for (const each of [mine, theirs]) {
    await each.expectBlocks(["p 我们要推动工作上稳定地", "p 各单位抓好落实"]);
    await each.expectSaved();
  }
});

test("SU-65 what is typed or composed in words that a colleague struck stays when that is accepted", async ({
  office,
  openPage,
}) => {
  const { mine, theirs } = await open(office, openPage);
  await theirs.clickEnd(0);
  for (let letter = 0; letter < 4; letter += 1) await theirs.page.keyboard.press("Backspace");
  await theirs.expectSaved();
  await mine.expectWords("del", ["推动工作"]);

  await mine.clickEnd(0);
  await mine.page.keyboard.press("ArrowLeft");
  await mine.page.keyboard.press("ArrowLeft");
  await mine.expectSelected("");
  await (await InputMethod.of(mine.page)).write("zhongdian", "重点");
  await mine.page.keyboard.type("是");
  await mine.expectSaved();
  await theirs.expectWords("del", ["推动", "工作"]);

  const card = await cardIn(mine);
  await card.getByRole("button", { name: "接受" }).click();
  for (const each of [mine, theirs]) {
    await each.expectBlocks(["p 我们要重点是", "p 各单位抓好落实"]);
    await each.expectSaved();
  }
});
