/** Going from one suggestion to the next: where it begins, and that card and words come into sight. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { EditorPage } from "./editor-page";
import { isFree } from "./free-words";

const SUGGESTIONS = 24;
const DEVICES = [
  { device: "a desk", viewport: { width: 1280, height: 900 }, options: {} },
  { device: "a tablet", viewport: { width: 834, height: 1112 }, options: { hasTouch: true, isMobile: true } },
  { device: "a phone", viewport: { width: 390, height: 844 }, options: { hasTouch: true, isMobile: true } },
] as const;

/** A text of many suggestions, far apart, with the panel that lists them open and the caret in the 15th. */
async function openInTheMidst(
  office: Office,
  openPage: (account: Account | null, path: string) => Promise<Page>,
): Promise<EditorPage> {
  const writer = await office.colleague("stepping", "逐处看修订的人");
  const line = (index: number) =>
    `第${index}段，这里写一些字，凑成几行，好让每一处修订都离得远一些，这样一屏放不下，最后才写到要推进的工作。`;
  const text = Array.from({ length: SUGGESTIONS }, (_, index) => line(index)).join("\n");
  const speech = await office.speech(writer, { title: "逐处看修订", text });
  const editor = await EditorPage.open(openPage, writer, speech);
  const { page } = editor;
  await page.getByRole("toolbar", { name: "格式工具栏" }).getByRole("button", { name: /修订/ }).click();
  await page.keyboard.press("Control+f");
  await page.getByRole("textbox", { name: "查找" }).fill("工作");
  await page.getByRole("textbox", { name: "替换为" }).fill("任务");
  await page.getByRole("button", { name: "全部替换" }).click();
  await expect(editor.text.locator("ins")).toHaveCount(SUGGESTIONS);
  const close = page.getByRole("button", { name: "关闭" });
  const isOver = await close.isVisible();
  if (isOver) await close.click();
  await editor.text.locator("ins").nth(14).click();
  if (isOver) await page.getByRole("button", { name: "显示侧栏" }).click();
  await page.getByRole("tab", { name: /^修订/ }).click();
  return editor;
}

/** Waits until this one is pointed out, alone, in the list, and its card is seen. */
async function expectCurrentCard({ page }: EditorPage, index: number): Promise<void> {
  const card = page.getByRole("tabpanel").getByRole("listitem").nth(index);
  await expect(card.locator("[aria-current]")).toHaveCount(1);
  await expect(page.getByRole("tabpanel").locator("[aria-current]")).toHaveCount(1);
  await expect(card.getByRole("button", { name: "接受" })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("button", { name: "下一处修订" })).toBeInViewport({ ratio: 1 });
}

/** Waits until this one is pointed out in the text too, and seen there. */
async function expectCurrent(editor: EditorPage, index: number): Promise<void> {
  await expectCurrentCard(editor, index);
  const { text } = editor;
  const framed = () =>
    text
      .locator("ins")
      .evaluateAll((all) =>
        all.flatMap((each, at) => (getComputedStyle(each).outlineStyle === "none" ? [] : [at])),
      );
  await expect.poll(framed).toEqual([index]);
  await expect.poll(() => isFree(text.locator("ins").nth(index)), `words ${index}`).toBe(true);
}

for (const { device, viewport, options } of DEVICES) {
  test.describe(device, () => {
    test.use({ viewport, contextOptions: options });

    test(`SU-82 on ${device} next and previous begin at the caret, and bring card and words into sight`, async ({
      office,
      openPage,
    }) => {
      test.slow();
      const editor = await openInTheMidst(office, openPage);
      const { page } = editor;
      const [next, previous] = [
        page.getByRole("button", { name: "下一处修订" }),
        page.getByRole("button", { name: "上一处修订" }),
      ];
      for (let index = 15; index < SUGGESTIONS; index += 1) {
        await next.click();
        await expectCurrent(editor, index);
      }
      await next.click();
      await expectCurrent(editor, 0);
      await previous.click();
      await expectCurrent(editor, SUGGESTIONS - 1);
      const cards = page.getByRole("tabpanel").getByRole("listitem");
      await cards.nth(3).getByRole("button").first().click();
      await expectCurrent(editor, 3);
      // What is decided makes room for the one behind it.
      await cards.nth(3).getByRole("button", { name: "接受" }).click();
      await expect(cards).toHaveCount(SUGGESTIONS - 1);
      await expectCurrent(editor, 3);
    });

    test(`SU-85 on ${device} words that are pointed at make their card the present one, and the text stays`, async ({
      office,
      openPage,
    }) => {
      test.slow();
      const editor = await openInTheMidst(office, openPage);
      const { page, text } = editor;
      const desk = page.getByRole("main");
      const lower = text.locator("ins").nth(20);
      await expectCurrentCard(editor, 14);
      const close = page.getByRole("button", { name: "关闭" });
      // Where the list lies over the text, it is opened again behind that.
      const isOver = await close.isVisible();
      if (isOver) {
        await close.tap();
        await expect(page.getByRole("dialog")).toHaveCount(0);
      }
      await lower.scrollIntoViewIfNeeded();
      const before = await desk.evaluate(({ scrollTop }) => scrollTop);
      await (isOver ? lower.tap() : lower.click());
      if (isOver) await page.getByRole("button", { name: "显示侧栏" }).tap();
      await expectCurrentCard(editor, 20);
      expect(await desk.evaluate(({ scrollTop }) => scrollTop)).toBe(before);
      await page.getByRole("button", { name: "下一处修订" }).click();
      await expectCurrent(editor, 21);
    });
  });
}
