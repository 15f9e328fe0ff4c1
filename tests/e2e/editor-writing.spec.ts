/** Typing a speech in the editor: typed numbers, Markdown beginnings, the slash menu, tables. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { InputMethod } from "./input-method";

let editor: EditorPage;

test.beforeEach(async ({ openPage, office }) => {
  const writer = await office.colleague("writing", "写稿人");
  editor = await EditorPage.open(openPage, writer, await office.speech(writer, { title: "空白稿" }));
  await editor.text.click();
});

test("ED-20 typed numbers become headings, and what only looks like one stays text", async () => {
  const { keyboard } = editor.page;
  for (const line of ["一、形势", "正文", "（一）困难", "1.推动", "1.5亿元投资"]) {
    await keyboard.type(line);
    await keyboard.press("Enter");
  }
  await editor.expectBlocks(["h2 一、形势", "p 正文", "h3 （一）困难", "h4 1.推动", "p 1.5亿元投资", "p"]);
});

test("ED-20 Backspace right after gives the typed characters back, and they stay", async () => {
  const { keyboard } = editor.page;
  await keyboard.type("二、");
  await editor.expectBlocks(["h2 一、"]);
  await keyboard.press("Backspace");
  await editor.expectBlocks(["p 二、"]);
  await keyboard.type("是一味药");
  await editor.expectBlocks(["p 二、是一味药"]);
  await keyboard.press("Enter");
  await keyboard.type("1.推");
  await editor.expectBlocks(["p 二、是一味药", "h4 1.推"]);
  await keyboard.press("Backspace");
  await keyboard.type("动发展");
  await editor.expectBlocks(["p 二、是一味药", "p 1.推动发展"]);
});

test("ED-20 a number behind a number is text: nothing that was typed is lost", async () => {
  const { keyboard } = editor.page;
  for (const line of ["一、形势", "一、二、三产业协调发展。", "3、4、5月份", "二、一、"]) {
    await keyboard.type(line);
    await keyboard.press("Enter");
  }
  await editor.expectBlocks([
    "h2 一、形势",
    "p 一、二、三产业协调发展。",
    "p 3、4、5月份",
    "h2 二、一、",
    "p",
  ]);
  // One step takes back that it became a paragraph, one more the second number.
  await keyboard.type("二、三、");
  await editor.expectBlocks([
    "h2 一、形势",
    "p 一、二、三产业协调发展。",
    "p 3、4、5月份",
    "h2 二、一、",
    "p 二、三、",
  ]);
  await keyboard.press("Control+z");
  await expect.poll(async () => (await editor.blocks()).at(-1)).toBe("h2 三、三、");
});

test("ED-20 the same with an input method, and what it puts in at once may be long", async () => {
  const { page } = editor;
  const method = await InputMethod.of(page);
  for (const [pinyin, words] of [
    ["er", "二"],
    ["", "、"],
    ["san", "三"],
    ["", "、"],
    ["sijidu", "四季度的任务"],
  ] as const) {
    await method.write(pinyin, words);
  }
  await editor.expectBlocks(["p 二、三、四季度的任务"]);
  await page.keyboard.press("Enter");
  await page.keyboard.type("1.");
  await method.write("tuidong", "推动高质量发展要抓住关键");
  await page.keyboard.press("Enter");
  await page.keyboard.type("2.《条例》学习");
  await page.keyboard.press("Enter");
  await page.keyboard.type("3.GDP增长");
  await editor.expectBlocks([
    "p 二、三、四季度的任务",
    "h4 1.推动高质量发展要抓住关键",
    "h4 2.《条例》学习",
    "h4 3.GDP增长",
  ]);
  await page.keyboard.press("Enter");
  await page.keyboard.type("4.");
  await method.compose("jiaqiang");
  await method.chooseAndEnter("加强领导班子和干部队伍建设");
  await page.keyboard.type("正文");
  await expect
    .poll(async () => (await editor.blocks()).slice(-2))
    .toEqual(["h4 4.加强领导班子和干部队伍建设", "p 正文"]);
});

test("ED-20 undoing right after takes back the heading only, and what was typed stays text", async () => {
  const { keyboard } = editor.page;
  const method = await InputMethod.of(editor.page);
  await keyboard.type("一、");
  await editor.expectBlocks(["h2 一、"]);
  await keyboard.press("Control+z");
  await editor.expectBlocks(["p 一、"]);
  await keyboard.press("Control+y");
  await editor.expectBlocks(["h2 一、"]);
  // In one event: keys with a pause between them, as on a busy machine, are undone one after the other.
  await keyboard.insertText("形势");
  await keyboard.press("Control+z");
  await editor.expectBlocks(["h2 一、"]);
  await keyboard.press("Enter");
  await keyboard.type("1.");
  await method.write("tui", "推");
  await editor.expectBlocks(["h2 一、", "h4 1.推"]);
  await keyboard.press("Control+z");
  await editor.expectBlocks(["h2 一、", "p 1.推"]);
  await method.write("dong", "动");
  await keyboard.type("发");
  await editor.expectBlocks(["h2 一、", "p 1.推动发"]);
});

test("ED-26 Enter behind 同志们： makes it the salutation where the speech begins", async () => {
  const { keyboard } = editor.page;
  await keyboard.type("同志们：");
  await keyboard.press("Enter");
  await keyboard.type("今天开会。");
  const salutation = editor.text.locator(".speech-salutation");
  await expect(salutation).toHaveText("同志们：");
  await editor.expectBlocks(["p 同志们：", "p 今天开会。"]);
  await keyboard.press("Enter");
  await keyboard.type("同志们：");
  await keyboard.press("Enter");
  await expect(salutation).toHaveCount(1);
});

test("ED-22 Markdown beginnings make headings, quotations and lists", async () => {
  const { keyboard } = editor.page;
  for (const line of ["# 甲", "## 乙", "#### 丙", "- 丁", ""]) {
    await keyboard.type(line);
    await keyboard.press("Enter");
  }
  await keyboard.type("1. 戊");
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  for (const line of ["> 己", "", "13800138000. 庚", "2026. 辛"]) {
    await keyboard.type(line);
    await keyboard.press("Enter");
  }
  await editor.expectBlocks([
    "h2 一、甲",
    "h3 （一）乙",
    "h5 （1）丙",
    "ul 丁",
    "ol 戊",
    "blockquote 己",
    "p 13800138000. 庚",
    "p 2026. 辛",
    "p",
  ]);
});

test("ED-23 going on after the first sentence of a heading makes it a run-in heading", async () => {
  await editor.page.keyboard.type("（一）夯实基础。档案从形成起就要管。");
  await expect(editor.text.locator("h3[data-run-in] .speech-lead")).toHaveText("夯实基础。");
});

test("ED-21 the slash menu is worked with the keyboard and inserts a table", async () => {
  const { keyboard } = editor.page;
  const menu = editor.page.getByRole("listbox");
  await keyboard.type("和/或");
  await expect(menu).toBeHidden();
  await keyboard.press("Enter");
  await keyboard.type("/");
  await expect(menu.getByRole("option")).toHaveCount(13);
  await keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await keyboard.press("Backspace");
  await keyboard.type("、表格");
  await expect(menu.getByRole("option")).toHaveText(["表格"]);
  await keyboard.press("Enter");
  await keyboard.type("甲");
  await expect(editor.text.locator("tr")).toHaveCount(3);
  await expect(editor.text.locator("th").first()).toHaveText("甲");
  await editor.page.getByRole("button", { name: "表格", exact: true }).click();
  await editor.page.getByRole("menuitem", { name: "在下方插入行" }).click();
  await expect(editor.text.locator("tr")).toHaveCount(4);
});

test("ED-21 the menu of formats is searched with a Chinese input method", async () => {
  const { page } = editor;
  const method = await InputMethod.of(page);
  const menu = page.getByRole("listbox");
  for (const sign of ["、", "/"]) {
    await page.keyboard.type(sign);
    await expect(menu.getByRole("option")).toHaveCount(13);
    await method.compose("er'ji biao'ti");
    await editor.expectBlocks([`p ${sign}er'ji biao'ti`]);
    // It waits: half-typed letters ask for nothing.
    await expect(menu.getByRole("option")).toHaveCount(13);
    await method.choose("二级");
    await expect(menu.getByRole("option")).toHaveText(["二级标题"]);
    await method.write("biaoti", "标题");
    await expect(menu.getByRole("option")).toHaveText(["二级标题"]);
    await page.keyboard.press("Enter");
    await editor.expectBlocks(["h3 （一）"]);
    await page.keyboard.press("Control+Alt+0");
    await editor.expectBlocks(["p"]);
  }
  // Not the name of a format: the menu goes, and what is typed stays.
  await page.keyboard.type("/");
  await method.write("dengdeng", "等等，");
  await expect(menu).toHaveCount(0);
  await editor.expectBlocks(["p /等等，"]);
});

test("ED-21 the menu of formats that opens under a resting pointer leaves the first choice", async () => {
  const { keyboard, mouse } = editor.page;
  const menu = editor.page.getByRole("listbox");
  await keyboard.press("Enter");
  await keyboard.type("/");
  const third = await menu.getByRole("option").nth(2).boundingBox();
  await keyboard.press("Escape");
  await keyboard.press("Backspace");
  if (third === null) throw new Error("the menu has no third choice");
  await mouse.move(third.x + 40, third.y + third.height / 2);
  await keyboard.type("/");
  const chosen = menu.getByRole("option", { selected: true });
  await expect(chosen).toHaveText("正文");
  // Moved, it chooses.
  await mouse.move(third.x + 44, third.y + third.height / 2);
  await expect(menu.getByRole("option").nth(2)).toHaveAttribute("aria-selected", "true");
  await keyboard.press("Escape");
});

test("ED-24 the blank foot of the sheet takes the caret to the end, and saving keys save no page", async () => {
  const { page, text } = editor;
  await editor.clickEnd(0);
  const box = await text.boundingBox();
  if (box === null) throw new Error("no text");
  await text.click({ position: { x: box.width / 2, y: box.height - 12 } });
  await page.keyboard.type("到此为止");
  await expect(text.locator("> *").last()).toContainText("到此为止");
  const isKept = await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", {
        key: "s",
        code: "KeyS",
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      }),
    ),
  );
  expect(isKept).toBe(false);
});

test("ED-24 shortcuts and toolbar change the block; the toolbar is one stop of the Tab key", async () => {
  const { keyboard } = editor.page;
  await keyboard.type("任务");
  await keyboard.press("Control+Alt+2");
  await editor.expectBlocks(["h3 （一）任务"]);
  await keyboard.press("Control+Alt+0");
  await editor.expectBlocks(["p 任务"]);
  await editor.button(/^撤销/).focus();
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  const kind = editor.page.getByRole("combobox", { name: "段落格式" });
  await expect(kind).toBeFocused();
  await kind.selectOption("一级标题");
  await editor.expectBlocks(["h2 一、任务"]);
  expect(await editor.page.locator("[role=toolbar] [tabindex='0']").count()).toBe(1);
});

test("ED-25 a key and a button act on the selection in the page before the browser tells of it", async () => {
  await editor.page.keyboard.type("前进发展");
  await editor.expectSelected("");
  // In one task, so that the browser has no chance to tell.
  await editor.text.evaluate((page) => {
    const words = page.querySelector("p")?.firstChild;
    if (!words) throw new Error("no text");
    document.getSelection()?.setBaseAndExtent(words, 0, words, 2);
    page.dispatchEvent(new KeyboardEvent("keydown", { key: "b", ctrlKey: true, bubbles: true }));
  });
  await expect(editor.text.locator("strong")).toHaveText("前进");
  await editor.text.evaluate((page) => {
    const words = page.querySelector("p")?.lastChild;
    if (!words) throw new Error("no text");
    document.getSelection()?.setBaseAndExtent(words, 0, words, 2);
    document.querySelector<HTMLElement>('[role=toolbar] [aria-label="倾斜"]')?.click();
  });
  await expect(editor.text.locator("em")).toHaveText("发展");
  await expect(editor.text.locator("strong")).toHaveText("前进");
});
