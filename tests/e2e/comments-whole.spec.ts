import type { Member } from "@/core/speech";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { select, write } from "./threads-in-page";

const TEXT = ["在工作会议上的讲话", "同志们：", ...Array.from({ length: 40 }, () => "把实干的事办实。")].join(
  "\n",
);

test("CO-43 a remark on the whole speech is written where one sees it, however far the text is scrolled", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("whole-remark", "主笔");
  const speech = await office.speech(chief, { title: "批注全文", text: TEXT });
  const { page } = await EditorPage.open(openPage, chief, speech);
  await page.getByRole("tab", { name: "批注" }).click();
  const last = page.locator(".tiptap p").last();
  await last.click();
  await expect(last).toBeInViewport();
  await page.getByRole("button", { name: "批注全文" }).click();
  await expect(page.locator("textarea[aria-label^='写批注']")).toBeInViewport({ ratio: 1 });
});

test("CO-36 from the moment of commenting no key writes over the selected words, whenever the card comes", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("quick-remark", "主笔");
  const speech = await office.speech(chief, { title: "批注要快", text: "强化监管，压实责任。" });
  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await editor.clickEnd(0);
  await page.keyboard.press("Home");
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("Shift+ArrowRight");
  await editor.expectSelected("强化监管");
  const takesKeys = await page.evaluate(() => {
    const text = document.querySelector<HTMLElement>(".tiptap");
    const button = document.querySelector<HTMLElement>("[aria-label^='批注所选文字']");
    const before = text?.contains(document.activeElement);
    button?.click();
    return [before, text?.contains(document.activeElement)];
  });
  expect(takesKeys).toEqual([true, false]);
  const card = page.locator("textarea[aria-label^='写批注']");
  await expect(card).toBeFocused();
  await page.keyboard.type("此处措辞");
  await expect(card).toHaveValue("此处措辞");
  await editor.expectBlocks(["p 强化监管，压实责任。"]);
});

test("CO-60 of two colleagues of one name the one who was chosen behind the @ is told, and the other isn't", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("namesake-chief", "主笔");
  const namesakes = [
    await office.colleague("namesake-1", "李伟"),
    await office.colleague("namesake-2", "李伟"),
  ];
  const speech = await office.speech(
    chief,
    { title: "同名", text: "强化监管。" },
    namesakes.map((each) => [each, "editor"]),
  );
  const { members } = await chief.visitor.request<{ members: Member[] }>(
    "GET",
    `/api/speeches/${speech.id}/members`,
  );
  const ids = members.filter(({ name }) => name === "李伟").map(({ personId }) => personId);
  const { page } = await EditorPage.open(openPage, chief, speech);
  await page.getByRole("tab", { name: "批注" }).click();
  const field = page.locator("textarea[aria-label^='写批注']");
  for (const index of [1, 0]) {
    await page.getByRole("button", { name: "批注全文" }).click();
    await field.pressSequentially("@李");
    await page.getByRole("listbox", { name: "提到谁" }).getByRole("option").nth(index).click();
    await expect(field).toHaveValue("@李伟 ");
    await field.pressSequentially("请看");
    const sent = page.waitForRequest(
      (request) => request.method() === "POST" && request.url().endsWith("/threads"),
    );
    await page.keyboard.press("Control+Enter");
    const { comment } = (await sent).postDataJSON();
    expect(comment.mentions).toEqual([ids[index]]);
    // It stands there until the answer has come.
    await expect(field).toHaveCount(0);
  }
});

test("CO-45 Escape puts the names away and then leaves a comment as it is written; other words take it along", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("slip-remark", "主笔");
  const speech = await office.speech(chief, { title: "按错了键", text: "强化监管，压实责任。" });
  const { page, text } = await EditorPage.open(openPage, chief, speech);
  await write(page, "监管", "这里请 @主");
  const draft = page.getByRole("textbox", { name: /^写批注/ });
  const names = page.getByRole("listbox", { name: "提到谁" });
  await expect(names).toBeVisible();
  await draft.press("Escape");
  await expect(names).toHaveCount(0);
  await expect(draft).toBeFocused();
  await draft.press("Escape");
  await expect(text).toBeFocused();
  await expect(draft).toHaveValue("这里请 @主");

  await select(page, "责任");
  await page.getByRole("button", { name: "批注所选文字" }).click();
  await expect(draft).toBeFocused();
  await draft.press("End");
  await page.keyboard.type("笔 核");
  await expect(draft).toHaveValue("这里请 @主笔 核");
  await expect(page.getByRole("article", { name: "新批注" })).toContainText("责任");

  await draft.fill("");
  await draft.press("Escape");
  await expect(draft).toHaveCount(0);
});
