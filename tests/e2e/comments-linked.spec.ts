/** Where the address of a notice leads in a long speech. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { comment } from "./threads-in-page";

const LINES = Array.from({ length: 60 }, (_, index) => `第${index}段，真抓实干。`);

test("NT-65 the address of a notice brings the thread and its text into sight, and says when it was deleted", async ({
  office,
  openPage,
}) => {
  const [writer, reviewer] = [
    await office.colleague("linked-wang", "王建国"),
    await office.colleague("linked-zhao", "赵核稿"),
  ];
  const speech = await office.speech(writer, { title: "消息里的批注", text: LINES.join("\n") }, [
    [reviewer, "commenter"],
  ]);
  const theirs = await EditorPage.open(openPage, reviewer, speech);
  await theirs.page.getByRole("tab", { name: "批注" }).click();
  await theirs.text.locator("> *").nth(55).scrollIntoViewIfNeeded();
  await comment(theirs.page, "第55段", "@王建国 请看");
  const mine = await openPage(writer, "/inbox");
  await mine.getByRole("link", { name: /赵核稿/ }).click();
  const [text, card] = [
    mine.locator(".ProseMirror [data-thread]"),
    mine.getByRole("region", { name: "赵核稿提出的批注" }),
  ];
  await expect(text).toBeInViewport();
  await expect(card).toBeInViewport();
  const address = mine.url();
  theirs.page.on("dialog", (dialog) => dialog.accept());
  await theirs.page
    .getByRole("region", { name: "赵核稿提出的批注" })
    .getByRole("button", { name: "删除" })
    .click();
  await expect(text).toHaveCount(0);
  await mine.goto(address);
  await expect(mine.getByRole("alert").filter({ hasText: "这条批注已经删除" })).toBeVisible();
});
