/** Find and replace in the speech. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { heldRequest } from "./held-request";

let editor: EditorPage;

test.beforeEach(async ({ openPage, office }) => {
  const writer = await office.colleague("finding", "校对的人");
  const text = "档案工作很重要。\n抓好档案，用好档案。\nGDP与gdp";
  editor = await EditorPage.open(openPage, writer, await office.speech(writer, { title: "查找", text }));
  await editor.page.keyboard.press("Control+f");
  // The panel takes the focus when it comes: what is clicked or typed before would go to it.
  await expect(editor.page.getByLabel("查找", { exact: true })).toBeFocused();
});

test("ED-30 goes from match to match, round the end, and minds case only when asked", async () => {
  const { page } = editor;
  const search = page.getByLabel("查找", { exact: true });
  const result = page.getByRole("tabpanel").getByRole("status");
  await expect(search).toBeFocused();
  await search.fill("档案");
  await expect(result).toHaveText("共 3 处");
  for (const place of [1, 2, 3, 1]) {
    await page.keyboard.press("Enter");
    await expect(result).toHaveText(`第 ${place} 处，共 3 处`);
  }
  await page.keyboard.press("Shift+Enter");
  await expect(result).toHaveText("第 3 处，共 3 处");
  await search.fill("gdp");
  await expect(result).toHaveText("共 2 处");
  await page.getByLabel("区分大小写").check();
  await expect(result).toHaveText("共 1 处");
});

test("ED-32 Escape goes back to the text, where the match is selected", async () => {
  const { page } = editor;
  await page.getByLabel("查找", { exact: true }).fill("档案");
  await page.keyboard.press("Enter");
  await page.getByLabel("替换为").focus();
  await page.keyboard.press("Escape");
  await expect(editor.text).toBeFocused();
  await editor.expectSelected("档案");
});

test("ED-91 an Escape that an input method takes leaves the focus where something is being sought", async () => {
  const { page } = editor;
  const search = page.getByLabel("查找", { exact: true });
  await search.fill("档案");
  // As Safari sends it: the composition is over by then, and only the code tells.
  await search.dispatchEvent("keydown", { key: "Escape", keyCode: 229, bubbles: true });
  await expect(search).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(search).not.toBeFocused();
});

test("ED-30 a match may run across bold text", async () => {
  const { page } = editor;
  await editor.clickEnd(0);
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowRight");
  await editor.expectSelected("档");
  await page.keyboard.press("Control+b");
  await expect(editor.text.locator("strong")).toHaveText("档");
  await page.getByLabel("查找", { exact: true }).fill("档案工作");
  await expect(page.getByRole("tabpanel").getByRole("status")).toHaveText("共 1 处");
});

test.describe("phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test(`ED-34 on a phone each match comes above the panel, and the text isn't dimmed (${colorScheme})`, async ({
        openPage,
        office,
      }) => {
        const writer = await office.colleague("finding-phone", "手机上校对的人");
        const line = (index: number) =>
          `第${index}段，这里写一些字，凑成两行多一点，到最后才有档案${index}的字样。`;
        const text = Array.from({ length: 12 }, (_, index) => line(index)).join("\n");
        const { page } = await EditorPage.open(
          openPage,
          writer,
          await office.speech(writer, { title: "手机上查找", text }),
        );
        await page.keyboard.press("Control+f");
        await page.getByLabel("查找", { exact: true }).fill("档案");
        const result = page.getByRole("tabpanel").getByRole("status");
        const match = page.locator(".ProseMirror-active-search-match");
        for (let place = 1; place <= 12; place += 1) {
          await page.getByRole("button", { name: "下一处" }).click();
          await expect(result).toHaveText(`第 ${place} 处，共 12 处`);
          await expect(match).toHaveCount(1);
          // What is drawn there is the match itself, not the panel nor anything over the page.
          await expect
            .poll(() =>
              match.evaluate((element) => {
                const { left, top, width, height, bottom } = element.getBoundingClientRect();
                const panel = document.querySelector("[role=dialog]")?.getBoundingClientRect().top ?? 0;
                const desk = element.closest("main")?.getBoundingClientRect().top ?? 0;
                const over = document.elementsFromPoint(left + width / 2, top + height / 2);
                const isDimmed = over
                  .slice(0, over.indexOf(element))
                  .some((layer) => !/, 0\)$|^transparent$/.test(getComputedStyle(layer).backgroundColor));
                return { isFree: top >= desk && bottom <= panel, isDimmed };
              }),
            )
            .toEqual({ isFree: true, isDimmed: false });
        }
      });
    });
  }
});

test("ED-31 replaces one, then all; one undo takes back all of them, as typed, dollar signs too", async () => {
  const { page } = editor;
  await page.getByLabel("查找", { exact: true }).fill("档案");
  await page.getByLabel("替换为").fill("$1卷");
  await page.getByRole("button", { name: "替换", exact: true }).click();
  await page.getByRole("button", { name: "替换", exact: true }).click();
  await editor.expectBlocks(["p $1卷工作很重要。", "p 抓好档案，用好档案。", "p GDP与gdp"]);
  await editor.button("全部替换").click();
  await expect(page.getByRole("tabpanel").getByRole("status")).toHaveText("已替换 2 处");
  await editor.expectBlocks(["p $1卷工作很重要。", "p 抓好$1卷，用好$1卷。", "p GDP与gdp"]);
  await editor.button(/^撤销/).click();
  await editor.expectBlocks(["p $1卷工作很重要。", "p 抓好档案，用好档案。", "p GDP与gdp"]);
});

for (const leaves of [false, true]) {
  const meanwhile = leaves ? "another tab is opened" : "the next word is typed";
  test(`ED-31 what is replaced at once is what was asked for, though ${meanwhile}`, async ({
    office,
    openPage,
  }) => {
    const writer = await office.colleague(`replacing-${leaves}`, "校对的人");
    const speech = await office.speech(writer, { title: "替换", text: "加强推动，".repeat(10) });
    const replacing = await EditorPage.open(openPage, writer, speech);
    const { page } = replacing;
    await page.keyboard.press("Control+f");
    const search = page.getByLabel("查找", { exact: true });
    await expect(search).toBeFocused();
    await search.fill("加强");
    await page.getByLabel("替换为").fill("加快");
    const held = await heldRequest(page, "POST", `/api/speeches/${speech.id}/versions/before-change`);
    await replacing.button("全部替换").click();
    await held.asked;
    if (leaves) await page.getByRole("tab", { name: "批注" }).click();
    else await search.fill("推动");
    await held.finish();
    await replacing.expectBlocks([`p ${"加快推动，".repeat(10)}`]);
    await expect(page.getByText("已替换 10 处")).toBeVisible();
    if (leaves) return;
    // Whoever types on does it where they were.
    await expect(search).toBeFocused();
    await expect(page.getByRole("tabpanel").getByRole("status")).toHaveText("共 10 处");
  });
}

test("ED-32 finding begins anew with the selected words each time it is asked for, ready to be written over", async () => {
  const { page } = editor;
  const search = page.getByLabel("查找", { exact: true });
  await search.fill("重要");
  await editor.clickEnd(1);
  await page.keyboard.press("Home");
  for (let step = 0; step < 2; step += 1) await page.keyboard.press("Shift+ArrowRight");
  await editor.expectSelected("抓好");
  await page.keyboard.press("Control+f");
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("抓好");
  await page.keyboard.type("用好");
  await expect(search).toHaveValue("用好");
  // Nothing selected: what was looked for last.
  await editor.clickEnd(0);
  await page.keyboard.press("Control+h");
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("用好");
  // After another tab and with the panel closed meanwhile too, and what it is replaced with.
  await page.getByLabel("替换为").fill("善用");
  await page.getByRole("tab", { name: "批注" }).click();
  await page.getByRole("button", { name: "收起侧栏" }).click();
  await page.getByRole("button", { name: "查找和替换" }).click();
  await expect(search).toHaveValue("用好");
  await expect(page.getByLabel("替换为")).toHaveValue("善用");
});

test("ED-32 finding begins with selected words that have a pause for reading aloud among them", async () => {
  const { page } = editor;
  await editor.clickEnd(0);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await editor.button("朗读标记").click();
  await page.getByRole("menuitem", { name: /^停顿/ }).click();
  await expect(editor.text.locator(".speech-cue")).toHaveCount(1);
  await editor.clickEnd(0);
  await page.keyboard.press("Home");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Shift+ArrowRight");
  await editor.expectSelected("档案");
  await page.keyboard.press("Control+f");
  await expect(page.getByLabel("查找", { exact: true })).toHaveValue("档案");
  await expect(page.getByRole("tabpanel").getByRole("status")).toHaveText("第 1 处，共 3 处");
});

test("ED-33 in 修订 each place that is replaced is a suggestion, and what is struck out isn't found", async () => {
  const { page } = editor;
  const suggest = page.getByRole("toolbar", { name: "格式工具栏" }).getByRole("button", { name: /修订/ });
  const result = page.getByRole("tabpanel").getByRole("status");
  await suggest.click();
  await expect(suggest).toHaveAttribute("aria-pressed", "true");
  await page.getByLabel("查找", { exact: true }).fill("档案");
  await page.getByLabel("替换为").fill("卷宗");
  // One by one, round the end: never a word again that was replaced before.
  for (let step = 0; step < 2; step += 1) {
    await page.getByRole("button", { name: "替换", exact: true }).click();
  }
  await expect(editor.text.locator("del")).toHaveText(["档案"]);
  await editor.button("全部替换").click();
  await expect(result).toHaveText("已替换 2 处");
  await expect(editor.text.locator("del")).toHaveText(["档案", "档案", "档案"]);
  await expect(editor.text.locator("ins")).toHaveText(["卷宗", "卷宗", "卷宗"]);
  await expect(editor.button("全部替换")).toBeDisabled();
  // With the keys alone: the focus went back to the text.
  await page.keyboard.press("Control+z");
  await expect(editor.text.locator("del")).toHaveText(["档案"]);
  await page.keyboard.press("Control+y");
  await page.getByRole("tab", { name: /^修订/ }).click();
  await expect(page.getByRole("tabpanel").getByRole("listitem")).toHaveCount(3);
});

test("VE-42 before ten places or more are replaced at once the text is kept as a version", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("find-many", "校对的人");
  const line = "档案工作要抓好。";
  const speech = await office.speech(chief, { title: "换得多", text: line.repeat(12) });
  const { page, text } = await EditorPage.open(openPage, chief, speech);
  await page.keyboard.press("Control+f");
  await page.getByLabel("查找", { exact: true }).fill("档案");
  await page.getByLabel("替换为").fill("文书");
  await page.getByRole("button", { name: "全部替换" }).click();
  await expect(page.getByRole("tabpanel").getByRole("status")).toHaveText("已替换 12 处");
  await expect(text).not.toContainText("档案");
  await page.goto(`/speeches/${speech.id}/versions`);
  await page.getByRole("navigation", { name: "版本列表" }).getByText("改动前留存").first().click();
  await expect(page.getByRole("main").locator(".ProseMirror")).toContainText(line);
});
