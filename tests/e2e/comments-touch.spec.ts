/** Threads where the panel lies over the text, as on a phone and a tablet. */
import { newCommentId, newThreadId } from "@/core/ids";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { card, comment, write } from "./threads-in-page";

test.use({ contextOptions: { hasTouch: true, isMobile: true } });

/** So many that the card of the last is far below the first. */
const THREADS = 30;

for (const [device, viewport] of [
  ["a phone", { width: 390, height: 844 }],
  ["a tablet", { width: 1024, height: 768 }],
] as const) {
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
    await expect(card(page, "换一个词").getByRole("combobox", { name: "回复" })).toBeInViewport();
    await expect(card(page, "换一个词").getByRole("button", { name: "真抓" })).toBeFocused();
    await expect(card(page, "第 1 条意见")).not.toBeInViewport();
  });
}
