/** The outline: jumping, folding, and moving whole parts with the keyboard and by dragging. */
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";
import { EditorPage, PLAN_OUTLINE, PLAN_TEXT } from "./editor-page";
import { card, comment, expectMarked } from "./threads-in-page";

let editor: EditorPage;

const MOVED = [
  "在工作会议上的讲话",
  "一、抓好任务",
  "（一）夯实基础",
  "（二）加快进度",
  "二、看清形势",
  "三、压实责任",
];

test.beforeEach(async ({ openPage, office }) => {
  const writer = await office.colleague("outlining", "列提纲的人");
  const speech = await office.speech(writer, { title: "工作会议", text: PLAN_TEXT });
  editor = await EditorPage.open(openPage, writer, speech);
  await editor.expectOutline(PLAN_OUTLINE);
});

test("ED-11 Alt and the arrow keys move a whole part; numbers follow, focus stays, it is announced", async () => {
  const { page } = editor;
  const entry = page.locator("[data-outline-link]", { hasText: "看清形势" });
  await entry.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await editor.expectOutline(MOVED);
  await expect(entry).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "二、看清形势" })).toHaveText(
    "已移动“二、看清形势”，现在是同级第 2 个，共 3 个",
  );
  expect(await editor.blocks()).toEqual([
    "h1 在工作会议上的讲话",
    "p 同志们：",
    "h2 一、抓好任务",
    "h3 （一）夯实基础",
    "p 基础正文。",
    "h3 （二）加快进度",
    "h2 二、看清形势",
    "p 形势正文。",
    "h2 三、压实责任",
    "p 责任正文。",
  ]);
  await editor.button(/^撤销/).click();
  await editor.expectOutline(PLAN_OUTLINE);
});

test("ED-11 a part goes on moving past parts of the same name", async ({ openPage, office }) => {
  const writer = await office.colleague("outlining-alike", "列同名提纲的人");
  const text = ["甲", "乙", "丙"]
    .map((words, index) => `${"一二三"[index]}、工作要求\n${words}文。`)
    .join("\n");
  const alike = await EditorPage.open(openPage, writer, await office.speech(writer, { title: "同名", text }));
  const { page } = alike;
  const entries = page.locator("[data-outline-link]");
  const inOrder = (words: string) =>
    alike.expectBlocks(
      [...words].flatMap((word, index) => [`h2 ${"一二三"[index]}、工作要求`, `p ${word}文。`]),
    );
  await entries.first().focus();
  await page.keyboard.press("Alt+ArrowDown");
  await inOrder("乙甲丙");
  await expect(entries.nth(1)).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await inOrder("乙丙甲");
  await expect(entries.nth(2)).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await inOrder("乙甲丙");
  await expect(entries.nth(1)).toBeFocused();
});

test("ED-13 an entry's menu moves its part, and stands in the place of its count as long as it is open", async () => {
  const { page } = editor;
  const entry = page.locator("li", { hasText: "看清形势" });
  const count = entry.getByText("9", { exact: true });
  await expect(count).toBeVisible();
  await entry.hover();
  await expect(count).toBeHidden();
  await editor.button("“一、看清形势”的操作").click();
  const down = page.getByRole("menuitem", { name: "下移整个部分" });
  await down.hover();
  await expect(count).toBeHidden();
  await down.click();
  await editor.expectOutline(MOVED);
});

test("ED-12 a part is dragged with all that belongs to it", async () => {
  const entry = (text: string) => editor.page.locator("li", { hasText: text });
  await entry("抓好任务").dragTo(entry("看清形势"), { targetPosition: { x: 60, y: 3 } });
  await editor.expectOutline(MOVED);
  await editor.expectSaved();
  await editor.page.reload();
  await editor.expectOutline(MOVED);
});

test("CO-31 ED-12 a comment in a part that is dragged goes along, for everybody, and comes back with the part", async ({
  office,
  openPage,
}) => {
  const [writer, colleague] = [
    await office.colleague("co-w", "拖动的人"),
    await office.colleague("co-c", "在看的人"),
  ];
  const speech = await office.speech(writer, { title: "拖动有批注的部分", text: PLAN_TEXT }, [
    [colleague, "editor"],
  ]);
  const mine = await EditorPage.open(openPage, writer, speech);
  const theirs = await EditorPage.open(openPage, colleague, speech);
  const { page } = mine;
  await comment(page, "基础正文", "要有数字");
  await comment(page, "抓好任务", "标题再想想");
  for (const each of [mine, theirs]) await expectMarked(each.page, ["抓好任务", "基础正文"]);

  const entry = (text: string) => page.locator("nav li", { hasText: text });
  await entry("抓好任务").dragTo(entry("看清形势"), { targetPosition: { x: 60, y: 3 } });
  for (const each of [mine, theirs]) {
    await each.expectOutline(MOVED);
    await expectMarked(each.page, ["抓好任务", "基础正文"]);
    for (const body of ["要有数字", "标题再想想"]) await expect(card(page, body)).toBeVisible();
  }
  await mine.expectSaved();
  await page.keyboard.press("Control+z");
  for (const each of [mine, theirs]) {
    await each.expectOutline(PLAN_OUTLINE);
    await expectMarked(each.page, ["抓好任务", "基础正文"]);
  }
  await expect(page.getByText(/原文已删的批注/)).toHaveCount(0);
});

test("ED-12 a part let go among another's parts takes none of them, and the mark shows where it lands", async () => {
  const { page } = editor;
  const entry = (text: string) => page.locator("li", { hasText: text });
  const from = await entry("压实责任").boundingBox();
  const to = await entry("夯实基础").boundingBox();
  if (from === null || to === null) throw new Error("an entry has no place");
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + to.height - 3, { steps: 4 });
  // More than one: the first over an entry only enters it.
  await page.mouse.move(to.x + 60, to.y + 3, { steps: 3 });
  await page.mouse.move(to.x + 64, to.y + 3, { steps: 3 });
  await expect(entry("抓好任务")).toHaveAttribute("data-over", "before");
  await expect(page.locator("li[data-over]")).toHaveCount(1);
  await page.mouse.up();
  await editor.expectOutline([
    "在工作会议上的讲话",
    "一、看清形势",
    "二、压实责任",
    "三、抓好任务",
    "（一）夯实基础",
    "（二）加快进度",
  ]);
  await expect(page.locator("li[data-over]")).toHaveCount(0);
  // Above its first heading a part would belong to nothing, above the title to no speech.
  await entry("加快进度").dragTo(entry("看清形势"), { targetPosition: { x: 60, y: 3 } });
  await entry("看清形势").dragTo(entry("在工作会议上的讲话"), { targetPosition: { x: 60, y: 3 } });
  await entry("夯实基础").dragTo(entry("看清形势"), { targetPosition: { x: 60, y: 25 } });
  await editor.expectOutline([
    "在工作会议上的讲话",
    "一、看清形势",
    "（一）夯实基础",
    "二、压实责任",
    "三、抓好任务",
    "（一）加快进度",
  ]);
});

test("ED-12 a part let go over the page writes nothing into the speech", async () => {
  const { page, text } = editor;
  const before = await editor.blocks();
  await page.locator("li", { hasText: "看清形势" }).dragTo(text.getByText("责任正文。"));
  expect(await editor.blocks()).toEqual(before);
  // Nor is anything said of it, and it can be dragged again.
  await expect(page.getByText("这里面没有文字。")).toHaveCount(0);
  const entry = (words: string) => page.locator("li", { hasText: words });
  await entry("抓好任务").dragTo(entry("看清形势"), { targetPosition: { x: 60, y: 3 } });
  await editor.expectOutline(MOVED);
});

test("ED-14 undoing right after a move takes it back, though the focus isn't in the text", async () => {
  const { page } = editor;
  const entry = (text: string) => page.locator("li", { hasText: text });
  await entry("抓好任务").dragTo(entry("看清形势"), { targetPosition: { x: 60, y: 3 } });
  await editor.expectOutline(MOVED);
  await page.keyboard.press("Control+z");
  await editor.expectOutline(PLAN_OUTLINE);

  const link = page.locator("[data-outline-link]", { hasText: "看清形势" });
  await link.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await editor.expectOutline(MOVED);
  await expect(link).toBeFocused();
  await page.keyboard.press("Control+z");
  await editor.expectOutline(PLAN_OUTLINE);
  await expect(link).toBeFocused();
  await page.keyboard.press("Control+y");
  await editor.expectOutline(MOVED);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Shift+z");
  await editor.expectOutline(MOVED);

  // A dialog hides the text: nothing changes behind it.
  await editor.button("键盘快捷键").click();
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).focus();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await editor.expectOutline(MOVED);
});

test("ED-13 an entry jumps to its heading, folds what is under it and shows the part's count", async () => {
  const { page } = editor;
  await page.locator("[data-outline-link]", { hasText: "加快进度" }).click();
  await expect(page.locator("li[aria-current]")).toContainText("（二）加快进度");
  await page.keyboard.type("新");
  await editor.expectOutline([...PLAN_OUTLINE.slice(0, 4), "（二）加快进度新", ...PLAN_OUTLINE.slice(5)]);
  await page.getByRole("button", { name: "折叠“二、抓好任务”" }).click();
  await editor.expectOutline(["在工作会议上的讲话", "一、看清形势", "二、抓好任务", "三、压实责任"]);
  await expect(page.locator("[data-outline-link]", { hasText: "看清形势" })).toContainText("9");
});

test("ED-80 the outline is one stop of the Tab key, at the part that is written; arrow keys go along it", async () => {
  const { page } = editor;
  const entry = (text: string) => page.locator("[data-outline-link]", { hasText: text });
  const toggle = editor.button("收起提纲");
  await editor.clickEnd(6);
  await expect(page.locator("li[aria-current]")).toContainText("夯实基础");
  await editor.button(/^折叠“在工作/).focus();
  await page.keyboard.press("Home");
  await expect(entry("在工作会议上的讲话")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("nav :focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(entry("夯实基础")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(entry("抓好任务")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(entry("夯实基础")).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(entry("压实责任")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(entry("夯实基础")).toBeFocused();
  await page.keyboard.press("End");
  await expect(entry("压实责任")).toBeFocused();
  // Folded into its part, the place of the caret is that part.
  await editor.button("折叠“二、抓好任务”").click();
  await toggle.focus();
  await expect(page.locator("[data-outline-link][tabindex='0']")).toHaveText(/抓好任务/);
  await expect(page.locator("nav [tabindex='0'], nav button:not([tabindex])")).toHaveCount(1);
});

test("ED-81 the first stop of the Tab key leads past the bars to the text, and shows only then", async ({
  office,
  openPage,
}) => {
  const { page } = editor;
  const skip = editor.button("跳到正文");
  await page.reload();
  await editor.expectSaved();
  await editor.expectWhole();
  await expect(skip).not.toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(editor.text).toBeFocused();
  await page.keyboard.type("先");
  await expect(editor.text).toContainText("先");

  const reader = await office.colleague("outline-reader", "只看的人");
  const seen = await office.speech(
    await office.colleague("outline-chief", "主笔"),
    { title: "只看", text: PLAN_TEXT },
    [[reader, "viewer"]],
  );
  const read = await EditorPage.open(openPage, reader, seen);
  await read.button("跳到正文").press("Enter");
  await expect(read.page.getByRole("main")).toBeFocused();
  await read.page.setViewportSize({ width: 1280, height: 500 });
  await expectAccessible(read.page, "a text that is only read");
});
