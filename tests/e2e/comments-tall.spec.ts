/** A thread that is taller than the margin that it stands in. */
import { newCommentId, newThreadId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

test("CO-70 in a card that is taller than the margin the field for the answer is within reach", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("wang", "王建国");
  const speech = await office.speech(writer, { title: "很长的批注", text: "真抓实干" });
  const body = "长".repeat(LIMITS.commentCharacters);
  await writer.visitor.request("POST", `/api/speeches/${speech.id}/threads`, {
    id: newThreadId(),
    place: null,
    comment: { id: newCommentId(), body, mentions: [] },
  });
  const { page } = await EditorPage.open(openPage, writer, speech);
  await page.getByRole("tab", { name: "批注" }).click();
  const card = page.getByRole("article", { name: "王建国提出的批注" });
  await card.getByRole("button", { name: "全文" }).click();
  await card.hover();
  await page.mouse.wheel(0, 10_000);
  await expect(page.getByRole("textbox", { name: "回复" })).toBeInViewport();
});
