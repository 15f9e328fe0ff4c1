/** The clipboard in a real browser: pasting Word's HTML and plain text, hostile HTML, and copying. */
import { readFileSync } from "node:fs";
import { expect, test } from "../helpers/lectern-test";
import { NO_REAL_DATA, realData } from "../helpers/real-data";
import { EditorPage } from "./editor-page";

let editor: EditorPage;

test.beforeEach(async ({ openPage, office }) => {
  const writer = await office.colleague("pasting", "粘贴的人");
  editor = await EditorPage.open(openPage, writer, await office.speech(writer, { title: "粘贴" }));
  await editor.text.click();
});

test("ED-50 pasted text gets its headings, and the writer is told what was renumbered", async () => {
  await editor.paste({ text: "同志们：\n一、形势\n正文\n一、任务\n（一）基础" });
  await editor.expectBlocks(["p 同志们：", "h2 一、形势", "p 正文", "h2 二、任务", "h3 （一）基础"]);
  const notice = editor.page.getByRole("status", { name: "粘贴的标题重新编了号" });
  await expect(notice).toContainText("一、 → 二、 任务");
  await notice.getByRole("button").click();
  await expect(notice).toBeHidden();
  await editor.page.keyboard.press("Control+z");
  await editor.expectBlocks(["p"]);
});

test("ED-50 the notice goes when the paste is undone, not when what was typed after it is", async () => {
  await editor.paste({ text: "一、形势\n一、任务" });
  const notice = editor.page.getByRole("status", { name: "粘贴的标题重新编了号" });
  await editor.text.focus();
  // In one event: keys with a pause between them, as on a busy machine, are undone one after the other.
  await editor.page.keyboard.insertText("要抓紧");
  await editor.expectBlocks(["h2 一、形势", "h2 二、任务要抓紧"]);
  await editor.page.keyboard.press("Control+z");
  await editor.expectBlocks(["h2 一、形势", "h2 二、任务"]);
  await expect(notice).toBeVisible();
  await editor.page.keyboard.press("Control+z");
  await editor.expectBlocks(["p"]);
  await expect(notice).toHaveCount(0);
});

test("ED-50 a number that doesn't go on from those of the speech is told too", async () => {
  await editor.paste({ text: "一、形势\n正文" });
  await editor.page.keyboard.press("Enter");
  await editor.paste({ text: "五、重点\n正文\n三、保障" });
  await editor.expectBlocks(["h2 一、形势", "p 正文", "h2 二、重点", "p 正文", "h2 三、保障"]);
  const notice = editor.page.getByRole("status", { name: "粘贴的标题重新编了号" });
  await expect(notice.getByRole("listitem")).toHaveText(["五、 → 二、 重点"]);
});

test("ED-50 without a repeated or skipped number there is nothing to tell", async () => {
  await editor.paste({ text: "一、形势\n二、任务" });
  await editor.expectBlocks(["h2 一、形势", "h2 二、任务"]);
  await expect(editor.page.getByRole("status", { name: "粘贴的标题重新编了号" })).toHaveCount(0);
});

// The cleaner reads the HTML in an inert document; Chromium reports its handlers as blocked all the same.
test.describe("hostile HTML", () => {
  test.use({ allowedConsole: [/^Executing inline event handler violates/] });

  const html =
    '<p style="color:red" onclick="window.hacked=1">正文<script>window.hacked=1</script>' +
    '<img src="x" onerror="window.hacked=1"><a href="javascript:window.hacked=1">链接</a></p><h2 class="x">一、标题</h2>';

  async function expectClean(): Promise<void> {
    await expect(editor.text.locator("h2")).toHaveText("标题");
    await editor.expectBlocks(["p 正文链接", "h2 一、标题"]);
    const inside = await editor.text.innerHTML();
    for (const foreign of ["script", 'style="color', "onclick", "onerror", "javascript", "img src"]) {
      expect(inside).not.toContain(foreign);
    }
    expect(await editor.page.evaluate(() => "hacked" in window)).toBe(false);
    await editor.expectSaved();
  }

  test("ED-51 no script, style or foreign attribute of pasted HTML comes in", async () => {
    await editor.paste({ html, text: "正文链接\n一、标题" });
    await expectClean();
  });

  test("ED-51 nor of HTML that is dragged in from another window", async () => {
    const box = await editor.text.locator("p").boundingBox();
    if (box === null) throw new Error("the page has no line");
    const devtools = await editor.page.context().newCDPSession(editor.page);
    const data = { items: [{ mimeType: "text/html", data: html }], dragOperationsMask: 1 };
    const place = { x: box.x + 20, y: box.y + box.height / 2 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await devtools.send("Input.dispatchDragEvent", { type, ...place, data });
    }
    await expectClean();
  });
});

test("ED-52 one line goes into the line of the caret; copying writes the numbers that are shown", async () => {
  await editor.page.keyboard.type("一、形势");
  await editor.paste({ text: "与任务" });
  await editor.expectBlocks(["h2 一、形势与任务"]);
  await editor.page.keyboard.press("Enter");
  await editor.page.keyboard.type("正文");
  await editor.page.keyboard.press("Control+a");
  await expect.poll(() => editor.copiedText()).toBe("一、形势与任务\n正文");
});

test("ED-52 what is copied for Word and mail has the numbers too, and a run-in heading's body in a paragraph", async () => {
  const { keyboard } = editor.page;
  for (const line of ["一、形势", "正文", "（一）夯实基础。要早抓。"]) {
    await keyboard.type(line);
    await keyboard.press("Enter");
  }
  await editor.expectBlocks(["h2 一、形势", "p 正文", "h3 （一）夯实基础。要早抓。", "p"]);
  await keyboard.press("Control+a");
  await expect.poll(() => editor.copiedText()).toContain("（一）夯实基础。要早抓。");
  const shown = await editor.page.evaluate(
    (html) =>
      [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("h2, h3, p")].map(
        ({ localName, textContent }) => `${localName} ${textContent}`,
      ),
    (await editor.copied()).html,
  );
  expect(shown).toEqual(["h2 一、形势", "p 正文", "h3 （一）夯实基础。", "p 要早抓。", "p "]);
  // What begins within a heading has no number.
  await editor.clickEnd(0);
  await keyboard.press("ArrowLeft");
  await keyboard.press("Shift+ArrowDown");
  await expect.poll(() => editor.copiedText()).toMatch(/^势\n正/);
  expect((await editor.copied()).html).not.toContain("一、");
});

test("ED-52 in an empty line one pasted line is the heading or greeting that it is", async () => {
  for (const [index, text] of [
    "同志们：",
    "一、加强领导",
    "（一）夯实基础。档案从形成起就要管。",
    "正文",
  ].entries()) {
    if (index > 0) await editor.page.keyboard.press("Enter");
    await editor.paste({ text });
  }
  await editor.expectBlocks([
    "p 同志们：",
    "h2 一、加强领导",
    "h3 （一）夯实基础。档案从形成起就要管。",
    "p 正文",
  ]);
  await expect(editor.text.locator(".speech-salutation")).toHaveText("同志们：");
});

test("TX-33 what is copied in one page comes into another as it was", async ({ openPage, office }) => {
  const writer = await office.colleague("copying", "复制的人");
  const text = "讲话\n同志们：\n一、形势\n甲正文\n（一）夯实基础\n基础正文。";
  const from = await EditorPage.open(openPage, writer, await office.speech(writer, { title: "原稿", text }));
  await from.text.click();
  const blocks = await from.blocks();
  await from.page.keyboard.press("Control+a");
  await expect.poll(() => from.copiedText()).toContain("一、形势");
  const clipboard = await from.copied();
  expect(clipboard.html).toContain('<p class="speech-paragraph">甲正文</p>');
  await editor.paste(clipboard);
  await editor.expectBlocks(blocks);
  await expect(editor.text.locator(".speech-salutation")).toHaveText("同志们：");
});

test("ED-54 a pasted picture leaves the text and what is selected in it, and the writer is told", async () => {
  await editor.page.keyboard.type("要留下的文字");
  await editor.page.keyboard.press("Control+a");
  await editor.paste({ html: '<meta charset="utf-8"><img src="data:image/png;base64,AA==">', text: "" });
  await expect(editor.page.getByText("这里面没有文字。")).toBeVisible();
  await editor.paste({ text: "" });
  await editor.expectBlocks(["p 要留下的文字"]);
});

test("TX-15 several speeches that are pasted at once are several titled parts of the page and its outline", async () => {
  const text =
    "讲话稿大全\n讲话（一）\n同志们：\n一、形势\n1.任务。要抓紧。\n讲话（二）\n同志们：\n一、要求\n还看了：";
  await editor.paste({ text });
  await editor.expectBlocks([
    "p 讲话稿大全",
    "h1 讲话（一）",
    "p 同志们：",
    "h2 一、形势",
    "h4 1.任务。要抓紧。",
    "h1 讲话（二）",
    "p 同志们：",
    "h2 一、要求",
    "p 还看了：",
  ]);
  await editor.expectOutline(["讲话（一）", "一、形势", "1.任务", "讲话（二）", "一、要求"]);
});

test("TX-15 so are the three training speeches of one web page", async () => {
  const { path, missing } = realData("speeches/three-training-speeches.txt");
  test.skip(missing, NO_REAL_DATA);
  await editor.paste({ text: readFileSync(path, "utf8") });
  await expect(editor.text.locator("> h1")).toHaveCount(3);
  // The outline follows what was pasted.
  const numbers = async () =>
    (await editor.outline()).map((entry) => /^(?:[一二三]、|（[一二三四]）|\d\.)/.exec(entry)?.[0]);
  const title = undefined;
  await expect
    .poll(numbers)
    .toEqual([
      title,
      ...["一、", "（一）", "（二）", "（三）", "二、", "（一）", "（二）", "（三）"],
      ...["三、", "（一）", "（二）", "（三）", "（四）"],
      title,
      ...["一、", "1.", "2.", "3.", "4.", "二、", "1.", "2.", "3.", "三、", "1.", "2.", "3."],
      title,
      ...["1.", "2.", "3."],
    ]);
});
