/** 修订 in the page: what is changed leaves a trace, and somebody decides on it. */
import type { Page } from "@playwright/test";
import type { Role } from "@/core/access";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";
import { expectFits } from "./fits-width";

const TEXT = "一、形势\n我们要推动工作\n二、要求\n各单位抓好落实";

async function open(
  office: Office,
  openPage: (account: Account | null, path: string) => Promise<Page>,
  title: string,
  role: Role,
) {
  const [writer, reviewer] = [
    await office.colleague("wang", "王建国"),
    await office.colleague("zhao", "赵核稿"),
  ];
  const speech = await office.speech(writer, { title, text: TEXT }, [[reviewer, role]]);
  const [mine, theirs] = [
    await EditorPage.open(openPage, writer, speech),
    await EditorPage.open(openPage, reviewer, speech),
  ];
  return { mine, theirs, speech };
}

const suggestMode = ({ page }: EditorPage) =>
  page.getByRole("toolbar", { name: "格式工具栏" }).getByRole("button", { name: /修订/ });
const panel = ({ page }: EditorPage) => page.getByRole("tab", { name: /^修订/ }).click();
const cards = ({ page }: EditorPage) => page.getByRole("tabpanel").getByRole("listitem");
const expectInserted = (editor: EditorPage, words: readonly string[]) => editor.expectWords("ins", words);
const expectDeleted = (editor: EditorPage, words: readonly string[]) => editor.expectWords("del", words);

test("SU-30 who may only suggest types, deletes, splits and formats; the writer sees each and accepts or rejects it", async ({
  office,
  openPage,
}) => {
  const { mine, theirs } = await open(office, openPage, "修订一", "suggester");
  await expect(suggestMode(theirs)).toHaveAttribute("aria-pressed", "true");
  await theirs.clickEnd(1);
  await theirs.page.keyboard.press("Backspace");
  await theirs.page.keyboard.press("Backspace");
  await theirs.page.keyboard.type("发展");
  await theirs.expectSaved();
  for (const each of [mine, theirs]) {
    await expectDeleted(each, ["工作"]);
    await expectInserted(each, ["发展"]);
  }
  await theirs.clickEnd(3);
  for (let step = 0; step < 4; step += 1) await theirs.page.keyboard.press("ArrowLeft");
  await theirs.page.keyboard.press("Enter");
  await theirs.expectSaved();
  await panel(mine);
  await expect(cards(mine)).toHaveCount(2);
  await expect(cards(mine).first()).toContainText("赵核稿");
  await cards(mine).first().getByRole("button", { name: "接受" }).click();
  await mine.expectBlocks([
    "h2 一、形势",
    "p 我们要推动发展",
    "h2 二、要求",
    expect.stringContaining("各单位") as never,
  ]);
  await cards(mine).first().getByRole("button", { name: "拒绝" }).click();
  await expect(mine.page.getByText("没有修订")).toBeVisible();
  for (const each of [mine, theirs]) {
    await each.expectBlocks(["h2 一、形势", "p 我们要推动发展", "h2 二、要求", "p 各单位抓好落实"]);
  }
  await mine.page.getByRole("button", { name: "撤销" }).first().click();
  await expect(cards(mine)).toHaveCount(1);
});

test("SU-31 VE-42 a writer turns suggesting on and off; the views show what comes of it, to read", async ({
  office,
  openPage,
}) => {
  const { mine, theirs, speech } = await open(office, openPage, "修订二", "editor");
  await expect(suggestMode(theirs)).toHaveAttribute("aria-pressed", "false");
  await suggestMode(theirs).click();
  await theirs.clickEnd(3);
  await theirs.page.keyboard.type("，年底见效");
  await expectInserted(theirs, ["，年底见效"]);
  await theirs.clickEnd(2);
  await theirs.page.keyboard.press("Home");
  await theirs.page.keyboard.press("Backspace");
  await suggestMode(theirs).click();
  await theirs.clickEnd(1);
  await theirs.page.keyboard.type("向前走");
  await theirs.expectSaved();
  await expectInserted(mine, ["，年底见效"]);

  await panel(mine);
  await mine.page.getByText("原文", { exact: true }).click();
  const settled = mine.page.locator("[data-settled]");
  await expect(settled.locator("> *")).toHaveText(["形势", "我们要推动工作向前走", "要求", "各单位抓好落实"]);
  await mine.page.getByText("修订后", { exact: true }).click();
  await expect(settled.locator("> *").last()).toHaveText("各单位抓好落实，年底见效");
  // To read: nothing on the page changes the text that isn't shown.
  await expect(mine.button(/^加粗/)).toHaveAttribute("aria-disabled", "true");
  await mine.page.keyboard.press("Control+h");
  await expect(mine.page.getByLabel("查找", { exact: true })).toBeFocused();
  await expect(mine.page.getByLabel("替换为")).toHaveCount(0);
  await panel(mine);
  await mine.page.getByRole("button", { name: "回到修订" }).click();
  await expect(settled).toHaveCount(0);
  await expect(mine.button(/^加粗/)).not.toHaveAttribute("aria-disabled");
  await mine.page.getByRole("button", { name: "全部取舍" }).click();
  await mine.page.getByRole("menuitem", { name: /全部接受/ }).click();
  await mine.page.getByRole("dialog").getByRole("button", { name: "接受 2 处" }).click();
  await expect(mine.page.getByText("没有修订")).toBeVisible();
  await expectInserted(theirs, []);
  await expect(theirs.text).toContainText("各单位抓好落实，年底见效");
  // What was there before all was accepted is kept.
  const answer = await mine.page.request.get(`/api/speeches/${speech.id}/versions`);
  const { versions } = (await answer.json()) as { versions: { kind: string }[] };
  expect(versions.map(({ kind }) => kind)).toContain("before-change");
});

test("SU-35 choosing the kind that a line has takes back the proposal of another", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("wang", "王建国");
  const speech = await office.speech(writer, { title: "修订七", text: "今天开会。\n先说一句话。" });
  const editor = await EditorPage.open(openPage, writer, speech);
  const kind = editor.page.getByRole("combobox", { name: "段落格式" });
  await suggestMode(editor).click();
  await editor.clickEnd(1);
  await expect(kind).toHaveValue("paragraph");
  await editor.page.keyboard.press("Control+Alt+1");
  await expect(kind).toHaveValue("heading1");
  await panel(editor);
  await expect(cards(editor)).toHaveCount(1);
  await editor.clickEnd(1);
  await editor.page.keyboard.press("Control+Alt+0");
  await expect(kind).toHaveValue("paragraph");
  await expect(cards(editor)).toHaveCount(0);
  await editor.clickEnd(1);
  await editor.page.keyboard.press("Control+Alt+2");
  await expect(cards(editor)).toHaveCount(1);
  await editor.page.keyboard.press("Home");
  await editor.page.keyboard.press("Backspace");
  await expect(cards(editor)).toHaveCount(0);
});

test("SU-34 Enter behind a proposed heading or salutation begins a paragraph", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("wang", "王建国");
  const speech = await office.speech(writer, { title: "修订六", text: "今天开会。\n先说一句话。" });
  const editor = await EditorPage.open(openPage, writer, speech);
  const { keyboard } = editor.page;
  await suggestMode(editor).click();
  await editor.clickEnd(1);
  await keyboard.press("Control+Alt+1");
  await keyboard.press("Enter");
  await keyboard.type("现在开会。");
  await editor.clickEnd(0);
  for (let character = 0; character < 5; character += 1) await keyboard.press("Backspace");
  // In front of the words that are struck now.
  await keyboard.type("同志们：");
  await keyboard.press("Enter");
  await keyboard.type("请坐。");
  await editor.expectSaved();
  await expectDeleted(editor, ["今天开会。"]);
  await expect(editor.text.locator("> *").first()).toHaveText("同志们：今天开会。");
  await panel(editor);
  // A new line and its words are one suggestion; without words it is shown by its sign.
  for (const words of ["请坐。", "现在开会。"]) {
    await expect(cards(editor).filter({ hasText: words })).toHaveCount(1);
  }
  await expect(cards(editor).filter({ hasText: "¶" })).toHaveCount(0);
  await editor.clickEnd(2);
  await keyboard.press("Enter");
  await expect(cards(editor).filter({ hasText: "¶" })).toHaveCount(1);
  await editor.page.getByText("修订后", { exact: true }).click();
  const accepted = editor.page.locator("[data-settled]").locator("> *");
  await expect(accepted).toHaveText(["同志们：", "请坐。", "先说一句话。", "", "现在开会。"]);
  await expect(editor.page.locator("[data-settled] .speech-salutation")).toHaveText("同志们：");
});

test("SU-33 UI-11 the list of suggestions, and the dialog for a reason, fit every width and have no axe violation", async ({
  office,
  openPage,
}) => {
  const { mine, theirs } = await open(office, openPage, "修订四", "suggester");
  await theirs.clickEnd(1);
  await theirs.page.keyboard.press("Backspace");
  await theirs.page.keyboard.type("事，争取早日见到成效");
  await theirs.expectSaved();
  await panel(mine);
  await expect(cards(mine)).toHaveCount(1);
  for (const colorScheme of ["light", "dark"] as const) {
    await mine.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(mine.page, colorScheme);
  }
  await mine.page.setViewportSize({ width: 390, height: 844 });
  await mine.page.getByRole("button", { name: "显示侧栏" }).click();
  await expect(mine.page.getByRole("dialog").getByRole("listitem")).toHaveCount(1);
  await mine.page.getByRole("button", { name: "附理由" }).click();
  await expect(mine.page.getByRole("dialog").getByLabel("理由")).toBeVisible();
  await expectAccessible(mine.page, "a decision with a reason");
  await expectFits(mine.page, 390);
});

test("SU-66 while the members are on their way nobody is called somebody who left", async ({
  office,
  openPage,
}) => {
  const { mine, theirs } = await open(office, openPage, "修订五", "suggester");
  await theirs.clickEnd(1);
  await theirs.page.keyboard.type("。");
  await theirs.expectSaved();
  await mine.expectWhole();
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await mine.page.route("**/members", async (route) => {
    await held;
    await route.continue();
  });
  await panel(mine);
  await expect(cards(mine)).toHaveText(/^…/);
  answer();
  await expect(cards(mine)).toHaveText(/^赵核稿/);
});

test("SU-67 a bar in the margin marks the blocks in which something is proposed, and forced colours get a frame", async ({
  office,
  openPage,
}) => {
  const { mine } = await open(office, openPage, "修订边线", "suggester");
  await suggestMode(mine).click();
  await mine.clickEnd(1);
  await mine.page.keyboard.type("新话");
  await expectInserted(mine, ["新话"]);
  const styles = (property: "boxShadow" | "outlineStyle") =>
    mine.text.evaluate(
      (text, name) => [...text.children].map((block) => getComputedStyle(block)[name] !== "none"),
      property,
    );
  await expect.poll(() => styles("boxShadow")).toEqual([false, true, false, false]);
  expect(await styles("outlineStyle")).toEqual([false, false, false, false]);
  await mine.page.emulateMedia({ forcedColors: "active" });
  await expect.poll(() => styles("outlineStyle")).toEqual([false, true, false, false]);
});
