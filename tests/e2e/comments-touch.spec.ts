/** Threads where the panel lies over the text, as on a phone and a tablet. */
import { newCommentId, newThreadId } from "@/core/ids";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { isFree } from "./free-words";
import { card, comment, write } from "./threads-in-page";

test.use({ contextOptions: { hasTouch: true, isMobile: true } });

/** So many that the card of the last is far below the first. */
const THREADS = 30;

const DEVICES = [
  { device: "a phone", viewport: { width: 390, height: 844 } },
  { device: "a tablet", viewport: { width: 1024, height: 768 } },
] as const;

for (const { device, viewport } of DEVICES) {
  test(`CO-34 on ${device} a tap on commented words shows their card, however many come before it`, async ({
    office,
    openPage,
  }) => {
    const writer = await office.colleague("wang", "王建国");
    const speech = await office.speech(writer, { title: "很多批注", text: "一、形势\n坚持真抓实干" });
    for (let at = 0; at < THREADS; at++) {
      await writer.visitor.request("POST", `/api/speeches/${speech.id}/threads`, {
        id: newThreadId(),
        place: null,
        comment: { id: newCommentId(), body: `第 ${at} 条意见`, mentions: [] },
      });
    }
    const { page, text } = await EditorPage.open(openPage, writer, speech);
    await page.setViewportSize(viewport);
    await comment(page, "真抓", "换一个词");
    await page.getByRole("button", { name: "关闭" }).tap();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    // One that is still being written stands before them all.
    await write(page, "形势", "还没写完");
    await page.getByRole("button", { name: "关闭" }).tap();
    await expect(page.getByRole("dialog")).toHaveCount(0);

    await text.getByText("真抓").tap();
    await expect(card(page, "换一个词").getByRole("textbox", { name: "回复" })).toBeInViewport();
    await expect(card(page, "换一个词").getByRole("button", { name: "真抓" })).toBeFocused();
    await expect(card(page, "第 1 条意见")).not.toBeInViewport();
  });
}

for (const { device, viewport } of DEVICES) {
  test(`CO-34 on ${device} a card, and a tap on commented words, bring the words to where the panel isn't`, async ({
    office,
    openPage,
  }) => {
    const writer = await office.colleague("wang", "王建国");
    const line = (at: number) => `这是第${at}段，写上几句，好让要批注的字排到很下面去，最后是要点${at}号。`;
    const text = Array.from({ length: 40 }, (_, at) => line(at)).join("\n");
    const speech = await office.speech(writer, { title: "从批注到正文", text });
    const { page, ...editor } = await EditorPage.open(openPage, writer, speech);
    // On a phone one in sight before the panel is there, and behind it then; one far below, one at the top, the last one.
    const places = [4, 30, 0, 39];
    for (const at of places) {
      await editor.text.getByText(`要点${at}号`).scrollIntoViewIfNeeded();
      await comment(page, `要点${at}号`, `第 ${at} 段的意见`);
    }
    await page.setViewportSize(viewport);
    const show = page.getByRole("button", { name: "显示侧栏" });
    await show.tap();
    const words = (at: number) => editor.text.locator("[data-thread]", { hasText: `要点${at}号` });
    for (const at of places) {
      await card(page, `第 ${at} 段的意见`).getByRole("button").first().tap();
      await expect.poll(() => isFree(words(at)), `words ${at}`).toBe(true);
    }
    await page.getByRole("button", { name: "关闭" }).tap();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await words(30).scrollIntoViewIfNeeded();
    await words(30).tap();
    await expect(card(page, "第 30 段的意见").getByRole("textbox", { name: "回复" })).toBeInViewport();
    await expect.poll(() => isFree(words(30))).toBe(true);
  });
}
