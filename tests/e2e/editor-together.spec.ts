/** Two people in one speech: undo, carets, presence, following, roles and settings. */
import { expect, test } from "../helpers/lectern-test";
import type { Office } from "../helpers/office";
import { EditorPage } from "./editor-page";
import { isFree } from "./free-words";

const LONG = Array.from({ length: 60 }, (_, index) => `第${index}段正文，写得长一些，好让页面滚动。`).join(
  "\n",
);

interface Text {
  readonly title: string;
  readonly text: string;
}

/** A speech that its chief and a colleague who edits it have open. */
async function openTogether(
  office: Office,
  openPage: Parameters<typeof EditorPage.open>[0],
  { title, text }: Text,
) {
  const [one, other] = [await office.colleague("wang", "王建国"), await office.colleague("li", "李晓梅")];
  const speech = await office.speech(one, { title, text }, [[other, "editor"]]);
  const mine = await EditorPage.open(openPage, one, speech);
  const theirs = await EditorPage.open(openPage, other, speech);
  return { mine, theirs, other, speech };
}

test("ED-40 undo takes back only one's own edits", async ({ openPage, office }) => {
  const { mine, theirs } = await openTogether(office, openPage, {
    title: "一起写",
    text: "同志们：\n甲段\n乙段",
  });
  await mine.clickEnd(1);
  // In one event: keys with a pause between them, as on a busy machine, are undone one after the other.
  await mine.page.keyboard.insertText("我的");
  await theirs.clickEnd(2);
  await theirs.page.keyboard.type("她的");
  await mine.expectBlocks(["p 同志们：", "p 甲段我的", "p 乙段她的"]);
  await mine.page.keyboard.press("Control+z");
  await theirs.expectBlocks(["p 同志们：", "p 甲段", "p 乙段她的"]);
  await mine.page.keyboard.press("Control+z");
  await mine.page.keyboard.press("Control+y");
  await theirs.expectBlocks(["p 同志们：", "p 甲段我的", "p 乙段她的"]);
});

test("ED-41 a colleague is listed, shown by a caret with the name, and followed until one scrolls", async ({
  openPage,
  office,
}) => {
  const { mine, theirs, other } = await openTogether(office, openPage, { title: "跟随", text: LONG });
  await theirs.clickEnd(0);
  const caret = mine.text.locator(`[data-person="${other.person.id}"]`);
  await expect(caret).toContainText("李晓梅");
  await mine.page.getByRole("button", { name: "跟随李晓梅" }).click();
  await theirs.page.keyboard.press("Control+End");
  await expect(caret).toBeInViewport();
  await mine.page.getByRole("main").hover();
  await mine.page.mouse.wheel(0, -400);
  await expect(mine.page.getByRole("button", { name: "跟随李晓梅" })).toHaveAttribute(
    "aria-pressed",
    "false",
  );
});

test.describe("a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, contextOptions: { hasTouch: true, isMobile: true } });

  test("ED-41 on a phone who is followed stays in sight above the panel, also when that comes later", async ({
    openPage,
    office,
  }) => {
    const [one, other] = [await office.colleague("wang", "王建国"), await office.colleague("li", "李晓梅")];
    const speech = await office.speech(one, { title: "在手机上跟随", text: LONG }, [[other, "editor"]]);
    const mine = await EditorPage.open(openPage, one, speech);
    const theirs = await EditorPage.open(openPage, other, speech);
    const { page } = mine;
    await theirs.clickEnd(0);
    const theirCaret = `[data-person="${other.person.id}"]`;
    const caret = mine.text.locator(theirCaret);
    const caretIn = (block: number) => mine.text.locator("> *").nth(block).locator(theirCaret);
    await expect(caret).toContainText("李晓梅");
    const follow = page.getByRole("button", { name: "跟随李晓梅" });
    const show = page.getByRole("button", { name: "显示侧栏" });
    await show.tap();
    await follow.tap();
    for (const block of [4, 11, 30, 58]) {
      await theirs.clickEnd(block);
      await expect(caretIn(block)).toHaveCount(1);
      await expect.poll(() => isFree(caret), `block ${block}`).toBe(true);
    }
    await page.getByRole("button", { name: "关闭" }).tap();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    for (const block of [20, 27]) await theirs.clickEnd(block);
    await expect(caretIn(27)).toHaveCount(1);
    await show.tap();
    await expect(page.getByRole("button", { name: "停止跟随李晓梅" })).toBeVisible();
    await expect.poll(() => isFree(caret)).toBe(true);
  });
});

test("ED-170 the caret of who is idle is dim also where it is drawn anew, and on pages that are opened later", async ({
  openPage,
  office,
}) => {
  const { mine, theirs, other, speech } = await openTogether(office, openPage, {
    title: "暂时离开",
    text: "同志们：\n正文",
  });
  await theirs.page.clock.install();
  await theirs.page.reload();
  await theirs.expectSaved();
  await theirs.clickEnd(1);
  const caretOn = ({ text }: EditorPage) => text.locator(`[data-person="${other.person.id}"]`);
  await expect(caretOn(mine)).not.toHaveAttribute("data-idle");
  await theirs.page.clock.fastForward(61_000);
  await expect(caretOn(mine)).toHaveAttribute("data-idle");
  // Words before it move it, so that it is drawn anew.
  await mine.clickEnd(1);
  await mine.page.keyboard.press("Home");
  await mine.page.keyboard.type("改过的");
  await mine.expectSaved();
  await expect(caretOn(mine)).toHaveAttribute("data-idle");
  await mine.page.reload();
  await expect(caretOn(mine)).toHaveAttribute("data-idle");
  // In another tab they are at it, until that is closed.
  const again = await EditorPage.open(openPage, other, speech);
  await expect(caretOn(mine)).not.toHaveAttribute("data-idle");
  await again.page.close();
  await expect(caretOn(mine)).toHaveAttribute("data-idle");
  await theirs.page.mouse.move(10, 10);
  await expect(caretOn(mine)).not.toHaveAttribute("data-idle");
});

test("ED-42 a viewer reads, is told why nothing can be typed, and copies everything", async ({
  openPage,
  office,
}) => {
  const [one, other] = [await office.colleague("wang", "王建国"), await office.colleague("zhao", "赵核稿")];
  const speech = await office.speech(one, { title: "只读", text: "一、形势\n正文" }, [[other, "viewer"]]);
  const reader = await EditorPage.open(openPage, other, speech);
  await expect(reader.text).toHaveAttribute("contenteditable", "false");
  await expect(reader.page.getByText("您的权限是“查看”")).toBeVisible();
  await reader.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await reader.button("复制全文").click();
  const told = reader.page.getByRole("alert").filter({ hasText: "全文已复制" });
  await expect(told).toBeVisible();
  await expect(told.getByRole("button", { name: "关闭" })).toBeVisible();
  expect(await reader.page.evaluate(() => navigator.clipboard.readText())).toBe("一、形势\n正文");
  const writer = await EditorPage.open(openPage, one, speech);
  await expect(writer.text).toHaveAttribute("contenteditable", "true");
});

test("ED-43 title and numbering style change for everybody at once", async ({ openPage, office }) => {
  const { mine, theirs } = await openTogether(office, openPage, {
    title: "旧题目",
    text: "一、形势\n（一）困难",
  });
  await mine.page.getByLabel("修改标题").fill("新题目");
  await mine.page.keyboard.press("Enter");
  await expect(theirs.page.getByLabel("修改标题")).toHaveValue("新题目");
  await mine.page.getByText("一、1、（1）").click();
  await theirs.expectBlocks(["h2 一、形势", "h3 1、困难"]);
});

test("ED-43 a title that is being typed stays when a colleague changes it meanwhile", async ({
  openPage,
  office,
}) => {
  const { mine, theirs } = await openTogether(office, openPage, {
    title: "旧题目",
    text: "一、形势",
  });
  const title = theirs.page.getByLabel("修改标题");
  await title.fill("旧题目，正在改");
  await mine.page.getByLabel("修改标题").fill("新题目");
  await mine.page.keyboard.press("Enter");
  await expect(theirs.page).toHaveTitle(/^新题目/);
  await expect(title).toHaveValue("旧题目，正在改");
  await title.press("Enter");
  await expect(mine.page.getByLabel("修改标题")).toHaveValue("旧题目，正在改");
  // Touched and left as it was, it takes nothing back.
  await title.press("End");
  await title.pressSequentially("了");
  await title.press("Backspace");
  await mine.page.getByLabel("修改标题").fill("再新的题目");
  await mine.page.keyboard.press("Enter");
  await expect(theirs.page).toHaveTitle(/^再新的题目/);
  await title.press("Enter");
  await expect(title).toHaveValue("再新的题目");
});

test("ED-43 the title takes nothing before the text is there, which would lose it", async ({
  openPage,
  office,
}) => {
  const { mine, speech } = await openTogether(office, openPage, { title: "旧题目", text: "一、形势" });
  const { page } = mine;
  await expect(page.getByLabel("修改标题")).toBeEditable();
  const sent = await (await page.request.get(`/speeches/${speech.id}`)).text();
  const readOnly = (html: string) =>
    new DOMParser().parseFromString(html, "text/html").querySelector<HTMLInputElement>("h1 input")?.readOnly;
  expect(await page.evaluate(readOnly, sent)).toBe(true);
});

test("ED-43 whoever goes back to the speech from another page sees title and stage as they are by then", async ({
  openPage,
  office,
}) => {
  const { mine, theirs } = await openTogether(office, openPage, { title: "旧题目", text: "一、形势" });
  const { page } = theirs;
  await page.getByRole("link", { name: "版本" }).click();
  await expect(page.getByRole("navigation", { name: "版本列表" })).toBeVisible();
  await mine.page.getByLabel("修改标题").fill("新题目");
  await mine.page.keyboard.press("Enter");
  await mine.page.getByRole("button", { name: /转到别的阶段/ }).click();
  const dialog = mine.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "征求意见稿" }).check();
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(dialog).toHaveCount(0);
  await page.goBack();
  await expect(page.getByLabel("修改标题")).toHaveValue("新题目");
  await expect(page.getByRole("banner").locator("[data-stage]")).toHaveText("征求意见稿·一稿");
  // And so does the page that was left for it.
  await mine.page.getByLabel("修改标题").fill("再新的题目");
  await mine.page.keyboard.press("Enter");
  await expect(page.getByLabel("修改标题")).toHaveValue("再新的题目");
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("再新的题目");
});

test.describe("away", () => {
  test.use({ allowedConsole: [/WebSocket|ERR_INTERNET_DISCONNECTED/] });

  test("ED-43 a title that the server isn't reached for stays, marked, until it is sent or given up", async ({
    openPage,
    office,
  }) => {
    const chief = await office.colleague("unsent-title", "王建国");
    const speech = await office.speech(chief, { title: "旧题目", text: "一、形势" });
    const editor = await EditorPage.open(openPage, chief, speech);
    const { page } = editor;
    const title = page.getByLabel("修改标题");
    await editor.expectWhole(); // a part that can't be fetched any more would complain
    await page.context().setOffline(true);
    await title.fill("路上改的题目");
    await title.press("Enter");
    await expect(title).toHaveAttribute("aria-invalid", "true");
    await expect(title).toHaveValue("路上改的题目");
    await title.press("Escape");
    await expect(title).toHaveValue("旧题目");
    await expect(title).not.toHaveAttribute("aria-invalid");
    await title.fill("路上改的题目");
    await title.press("Enter");
    await expect(title).toHaveAttribute("aria-invalid", "true");
    await page.context().setOffline(false);
    await title.press("Enter");
    await expect(page).toHaveTitle(/^路上改的题目/);
    await expect(title).toHaveValue("路上改的题目");
    await expect(title).not.toHaveAttribute("aria-invalid");
  });

  test("ED-43 whoever was away hears of another title when back", async ({ openPage, office }) => {
    const { mine, theirs } = await openTogether(office, openPage, {
      title: "旧题目",
      text: "一、形势",
    });
    const { page } = theirs;
    await theirs.expectWhole();
    await page.context().setOffline(true);
    await expect(page.getByText(/离线/).first()).toBeVisible();
    await mine.page.getByLabel("修改标题").fill("更新的题目");
    await mine.page.keyboard.press("Enter");
    await expect(mine.page).toHaveTitle(/更新的题目/);
    await page.context().setOffline(false);
    await expect(page.getByLabel("修改标题")).toHaveValue("更新的题目");
  });
});
