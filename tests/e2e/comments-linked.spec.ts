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
    mine.getByRole("article", { name: "赵核稿提出的批注" }),
  ];
  await expect(text).toBeInViewport();
  await expect(card).toBeInViewport();
  const address = mine.url();
  theirs.page.on("dialog", (dialog) => dialog.accept());
  await theirs.page
    .getByRole("article", { name: "赵核稿提出的批注" })
    .getByRole("button", { name: "删除" })
    .click();
  await expect(text).toHaveCount(0);
  await mine.goto(address);
  await expect(mine.getByRole("alert").filter({ hasText: "这条批注已经删除" })).toBeVisible();
});

test("NT-65 a thread whose text is gone is shown in the tray, and the page stays when the text comes back", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("linked-alone", "王建国");
  const speech = await office.speech(writer, { title: "原文已删的批注", text: LINES.join("\n") });
  const theirs = await EditorPage.open(openPage, writer, speech);
  await theirs.page.getByRole("tab", { name: "批注" }).click();
  await theirs.text.locator("> *").nth(55).scrollIntoViewIfNeeded();
  await comment(theirs.page, "第55段", "请看");
  const thread = await theirs.text.locator("[data-thread]").getAttribute("data-thread");
  await theirs.clickEnd(55);
  await theirs.page.keyboard.press("Shift+Home");
  await theirs.page.keyboard.press("Delete");
  await expect(theirs.text.locator("[data-thread]")).toHaveCount(0);
  await theirs.expectSaved();

  const mine = await openPage(writer, `/speeches/${speech.id}?thread=${thread}`);
  const card = mine.getByRole("article", { name: "王建国提出的批注" });
  await expect(mine.getByText("原文已删的批注（1）")).toBeVisible();
  await expect(card).toBeInViewport();
  await expect(mine.locator("[data-save]")).toHaveAttribute("data-save", "saved");
  await theirs.page.keyboard.press("Control+z");
  const text = mine.locator(".ProseMirror [data-thread]");
  await expect(text).toContainText("第55段"); // with the caret of who brought it back
  // The panel has taken it in: had the page still been looking for it, it would be there by now.
  await expect(mine.getByText("原文已删的批注（1）")).toHaveCount(0);
  await expect(text).not.toBeInViewport();
});
