/** Chinese that is composed in 修订, with a mouse and with a finger. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { InputMethod } from "./input-method";

const TEXT = "一、形势\n我们要推动工作\n二、要求\n各单位抓好落实";

const DEVICES = [
  { device: "a desk", viewport: { width: 1280, height: 900 }, options: {} },
  { device: "a tablet", viewport: { width: 834, height: 1112 }, options: { hasTouch: true, isMobile: true } },
] as const;

for (const { device, viewport, options } of DEVICES) {
  test.describe(device, () => {
    test.use({ viewport, contextOptions: options });

    test(`SU-32 on ${device} a composition in suggesting, also over a selection, becomes one suggestion when the characters are chosen`, async ({
      office,
      openPage,
    }) => {
      const writer = await office.colleague("wang", "王建国");
      const reviewer = await office.colleague("zhao", "赵核稿");
      const speech = await office.speech(writer, { title: "修订三", text: TEXT }, [[reviewer, "suggester"]]);
      const mine = await EditorPage.open(openPage, writer, speech);
      const theirs = await EditorPage.open(openPage, reviewer, speech);
      const { page } = theirs;
      const ime = await InputMethod.of(page);
      const putCaret = async (block: number) => {
        const line = theirs.text.locator("> *").nth(block);
        await ("hasTouch" in options ? line.tap() : line.click());
        await page.keyboard.press("End");
        await theirs.expectSelected("");
      };
      await putCaret(1);
      await ime.compose("xiang'qian");
      // What is only being composed is nobody's suggestion yet.
      await expect(mine.text.locator("ins")).toHaveCount(0);
      await ime.choose("向前");
      await theirs.expectWords("ins", ["向前"]);
      await theirs.expectSaved();
      await mine.expectWords("ins", ["向前"]);
      await ime.write("zou", "走");
      await mine.expectWords("ins", ["向前走"]);

      await putCaret(3);
      await page.keyboard.press("Shift+ArrowLeft");
      await page.keyboard.press("Shift+ArrowLeft");
      await theirs.expectSelected("落实");
      await ime.write("xiaoguo", "成效");
      await mine.expectWords("del", ["落实"]);
      await mine.expectWords("ins", ["向前走", "成效"]);
      await theirs.expectSaved();
      const show = page.getByRole("button", { name: "显示侧栏" });
      if (await show.isVisible()) await show.click();
      await page.getByRole("tab", { name: /^修订/ }).click();
      const cards = page.getByRole("tabpanel").getByRole("listitem");
      await expect(cards).toHaveCount(2);
      await cards.last().getByRole("button", { name: "撤回" }).click();
      await mine.expectBlocks(["h2 一、形势", "p 我们要推动工作向前走", "h2 二、要求", "p 各单位抓好落实"]);
      await theirs.expectSaved();
    });
  });
}
