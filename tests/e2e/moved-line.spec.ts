/** A line that somebody changes whole while a colleague writes in it, or changes it too, without a network. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { EditorPage } from "./editor-page";

// The socket and the requests that find no network.
test.use({ allowedConsole: [/WebSocket|ERR_INTERNET_DISCONNECTED/] });

/** A speech before two people, the second of whom has no network by now. */
async function open(
  office: Office,
  openPage: (account: Account | null, path: string) => Promise<Page>,
  { title, text }: { readonly title: string; readonly text: string },
) {
  const wang = await office.colleague("moved-wang", "王建国");
  const li = await office.colleague("moved-li", "李晓梅");
  const speech = await office.speech(wang, { title, text }, [[li, "editor"]]);
  const [mine, theirs] = [
    await EditorPage.open(openPage, wang, speech),
    await EditorPage.open(openPage, li, speech),
  ];
  await theirs.expectWhole();
  await theirs.page.context().setOffline(true);
  await expect(theirs.page.locator("[data-save]")).toHaveAttribute("data-save", "offline");
  return { mine, theirs };
}

test("SY-107 what was written offline in a line that became a heading meanwhile stands in the heading", async ({
  office,
  openPage,
}) => {
  const text = "同志们：\n抓好落实\n各单位要行动起来。";
  const { mine, theirs } = await open(office, openPage, { title: "一行两改", text });
  await theirs.clickEnd(1);
  await theirs.page.keyboard.type("，不走过场");
  await mine.clickEnd(1);
  await mine.page.keyboard.press("Control+Alt+1");
  await mine.expectSaved();
  await expect(mine.text.locator(".speech-heading")).toHaveText("抓好落实");

  await theirs.page.context().setOffline(false);
  await theirs.expectSaved();
  for (const page of [mine, theirs]) {
    await page.expectBlocks(["p 同志们：", "h2 一、抓好落实，不走过场", "p 各单位要行动起来。"]);
  }
  await theirs.expectSaved();
});

test("SY-108 a line that two people split, one of them offline, stands there once", async ({
  office,
  openPage,
}) => {
  const text = "同志们：\n今年要抓好落实，明年要见到成效。\n各单位要行动起来。";
  const { mine, theirs } = await open(office, openPage, { title: "一行两分", text });
  for (const page of [mine, theirs]) {
    await page.clickEnd(1);
    for (let step = 0; step < "明年要见到成效。".length; step += 1)
      await page.page.keyboard.press("ArrowLeft");
    await page.page.keyboard.press("Enter");
  }
  // By this it is seen that the two have come together: what each did to the line looks alike.
  await theirs.clickEnd(3);
  await theirs.page.keyboard.type("抓紧。");
  await mine.expectSaved();
  await theirs.page.context().setOffline(false);
  for (const page of [mine, theirs]) {
    await page.expectBlocks([
      "p 同志们：",
      "p 今年要抓好落实，",
      "p 明年要见到成效。",
      "p 各单位要行动起来。抓紧。",
    ]);
  }
  await theirs.expectSaved();
});

test("SY-118 what was written offline in a paragraph that a colleague deletes meanwhile stands in a paragraph of its own", async ({
  office,
  openPage,
}) => {
  const text = "同志们：\n这一段要删掉。\n各单位要行动起来。";
  const { mine, theirs } = await open(office, openPage, { title: "一行删写", text });
  await theirs.clickEnd(1);
  await theirs.page.keyboard.type("一路上又写了很多话。");
  await mine.clickEnd(0);
  await mine.page.keyboard.press("ArrowRight");
  for (let step = 0; step < "这一段要删掉。".length; step += 1)
    await mine.page.keyboard.press("Shift+ArrowRight");
  await mine.page.keyboard.press("Delete");
  await mine.page.keyboard.press("Backspace");
  await mine.expectSaved();
  await mine.expectBlocks(["p 同志们：", "p 各单位要行动起来。"]);

  await theirs.page.context().setOffline(false);
  for (const page of [mine, theirs])
    await page.expectBlocks(["p 同志们：", "p 一路上又写了很多话。", "p 各单位要行动起来。"]);
  await theirs.expectSaved();
});
