/** Who wrote what: the shading and the table, as two writers see them. */

import { COLORS } from "@/core/presence";
import { expect, test } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";

const TABLE = "各人写了多少";
const SHADE = "按作者给正文着色";

/** The shaded stretches of the text with their author's name. */
const shades = (editor: EditorPage) =>
  editor.text
    .locator(".speech-author")
    .evaluateAll((spans) => spans.map((span) => `${span.getAttribute("title")}：${span.textContent}`));

const rows = (editor: EditorPage) =>
  editor.page
    .getByRole("table", { name: TABLE })
    .locator("tbody tr")
    .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent).join(" ")));

const shade = (editor: EditorPage) => editor.page.getByRole("switch", { name: SHADE }).click();

// The socket and the requests that find no network.
test.use({ allowedConsole: [/WebSocket|ERR_INTERNET_DISCONNECTED/] });

test("WW-10 UI-11 two writers' text is shaded and counted live, through reloads and work offline", async ({
  openPage,
  office,
}) => {
  const wang: Account = await office.colleague("wang", "王建国");
  const li: Account = await office.colleague("li", "李晓梅");
  const text = "同志们：\n一、形势\n形势正文\n二、任务\n任务正文";
  const speech = await office.speech(wang, { title: "谁写的", text }, [[li, "editor"]]);
  const mine = await EditorPage.open(openPage, wang, speech);
  const theirs = await EditorPage.open(openPage, li, speech);
  await expect.poll(() => rows(mine)).toEqual(["王建国 16 100%"]);
  expect(await shades(mine)).toEqual([]);
  await shade(mine);
  await theirs.clickEnd(2);
  await theirs.page.keyboard.type("很好");
  await expect.poll(() => shades(mine)).toContain("李晓梅：很好");
  await expect.poll(() => rows(mine)).toEqual(["王建国 16 89%", "李晓梅 2 11%"]);

  await theirs.expectSaved();
  await theirs.page.reload();
  await theirs.expectSaved();
  await theirs.expectWhole();
  await theirs.page.context().setOffline(true);
  await expect(theirs.page.locator("[data-save]")).toHaveAttribute("data-save", "offline");
  await theirs.clickEnd(2);
  await theirs.page.keyboard.type("，要抓");
  await theirs.page.context().setOffline(false);
  await theirs.expectSaved();
  // Two client ids, one person: one stretch.
  await expect.poll(() => shades(mine)).toContain("李晓梅：很好，要抓");
  await shade(theirs);
  await expect.poll(() => shades(theirs)).toContain("李晓梅：很好，要抓");
  await expect.poll(() => rows(theirs)).toEqual(["王建国 16 76%", "李晓梅 5 24%"]);
  for (const colorScheme of ["light", "dark"] as const) {
    await mine.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(mine.page, `shaded by author, ${colorScheme}`);
  }

  await shade(mine);
  await expect.poll(() => shades(mine)).toEqual([]);
});

test("WW-13 an accepted suggestion is its author's and not the accepter's", async ({ openPage, office }) => {
  const wang = await office.colleague("wang", "王建国");
  const zhao = await office.colleague("zhao", "赵核稿");
  const speech = await office.speech(wang, { title: "采纳", text: "我们要推动工作" }, [[zhao, "suggester"]]);
  const mine = await EditorPage.open(openPage, wang, speech);
  const theirs = await EditorPage.open(openPage, zhao, speech);
  await theirs.clickEnd(0);
  await theirs.page.keyboard.type("向前");
  await theirs.expectSaved();
  await expect.poll(() => rows(mine)).toEqual(["王建国 7 78%", "赵核稿 2 22%"]);
  await mine.page.getByRole("tab", { name: /^修订/ }).click();
  await mine.page.getByRole("tabpanel").getByRole("listitem").getByRole("button", { name: "接受" }).click();
  await expect(mine.text.locator("ins")).toHaveCount(0);
  await mine.page.getByRole("tab", { name: "稿件" }).click();
  await expect.poll(() => rows(mine)).toEqual(["王建国 7 78%", "赵核稿 2 22%"]);
  await shade(mine);
  await expect.poll(() => shades(mine)).toEqual(["王建国：我们要推动工作", "赵核稿：向前"]);
});

test("WW-13 WW-14 words in a line that is split or made a heading stay their author's, done directly or accepted", async ({
  openPage,
  office,
}) => {
  const wang = await office.colleague("wang", "王建国");
  const zhao = await office.colleague("zhao", "赵核稿");
  const text = "我们要推动工作。\n各单位抓好落实。";
  const speech = await office.speech(wang, { title: "分段", text }, [[zhao, "editor"]]);
  const mine = await EditorPage.open(openPage, wang, speech);
  const theirs = await EditorPage.open(openPage, zhao, speech);
  await theirs.clickEnd(0);
  for (let step = 0; step < 5; step += 1) await theirs.page.keyboard.press("ArrowLeft");
  await theirs.page.keyboard.press("Enter");
  await theirs.page.keyboard.press("Control+Alt+1");
  await theirs.expectSaved();
  await shade(mine);
  await expect.poll(() => rows(mine)).toEqual(["王建国 16 100%"]);
  await expect
    .poll(() => shades(mine))
    .toEqual(["王建国：我们要", "王建国：推动工作。", "王建国：各单位抓好落实。"]);

  await mine.page.getByRole("toolbar", { name: "格式工具栏" }).getByRole("button", { name: /修订/ }).click();
  await mine.clickEnd(2);
  for (let step = 0; step < 5; step += 1) await mine.page.keyboard.press("ArrowLeft");
  await mine.page.keyboard.press("Enter");
  await mine.expectSaved();
  await theirs.page.getByRole("tab", { name: /^修订/ }).click();
  await theirs.page.getByRole("tabpanel").getByRole("button", { name: "接受" }).click();
  await expect(theirs.text.locator("> *")).toHaveCount(4);
  await theirs.expectSaved();
  await expect.poll(() => rows(mine)).toEqual(["王建国 16 100%"]);
  await expect
    .poll(() => shades(mine))
    .toEqual(["王建国：我们要", "王建国：推动工作。", "王建国：各单位", "王建国：抓好落实。"]);
});

test("WW-11 the table counts, and the text is shaded, for the part at the caret alone", async ({
  openPage,
  office,
}) => {
  const wang = await office.colleague("wang", "王建国");
  const text = "同志们：\n一、形势\n形势正文\n二、任务\n任务";
  const speech = await office.speech(wang, { title: "部分", text });
  const editor = await EditorPage.open(openPage, wang, speech);
  await expect.poll(() => rows(editor)).toEqual(["王建国 14 100%"]);
  await editor.page.getByText("光标所在部分").click();
  await editor.clickEnd(2);
  await expect.poll(() => rows(editor)).toEqual(["王建国 6 100%"]);
  await editor.clickEnd(4);
  await expect.poll(() => rows(editor)).toEqual(["王建国 4 100%"]);
  await editor.clickEnd(0);
  await expect.poll(() => rows(editor)).toEqual(["王建国 4 100%"]);
  await expect(editor.page.getByText("第一个标题之前")).toBeVisible();

  await shade(editor);
  await expect.poll(() => shades(editor)).toEqual(["王建国：同志们："]);
  await editor.clickEnd(3);
  await expect.poll(() => shades(editor)).toEqual(["王建国：任务", "王建国：任务"]);
  // It goes along with the caret where the table isn't looked at, too.
  await editor.page.getByRole("tab", { name: /^批注/ }).click();
  await editor.clickEnd(2);
  await expect.poll(() => shades(editor)).toEqual(["王建国：形势", "王建国：形势正文"]);
  await editor.page.keyboard.type("很好");
  await expect.poll(() => shades(editor)).toEqual(["王建国：形势", "王建国：形势正文很好"]);
  await editor.page.getByRole("tab", { name: "稿件" }).click();
  await expect.poll(() => rows(editor)).toEqual(["王建国 8 100%"]);
  await editor.page.getByText("全文", { exact: true }).click();
  await expect.poll(() => shades(editor)).toHaveLength(5);
});

test("WW-11 the opening under a title is a part of its own", async ({ openPage, office }) => {
  const wang = await office.colleague("wang", "王建国");
  const text = "在工作会议上的讲话\n同志们：\n今天开会。\n一、形势\n形势正文";
  const speech = await office.speech(wang, { title: "开头", text });
  const editor = await EditorPage.open(openPage, wang, speech);
  await editor.page.getByText("光标所在部分").click();
  await editor.clickEnd(2);
  await expect(editor.page.getByText("第一个标题之前")).toBeVisible();
  await expect.poll(() => rows(editor)).toEqual(["王建国 18 100%"]);
  await shade(editor);
  await expect.poll(() => shades(editor)).toHaveLength(3);
  await editor.clickEnd(4);
  await expect.poll(() => rows(editor)).toEqual(["王建国 6 100%"]);
});

test("WW-17 the switch is on while the text on the screen is shaded: 修订后 isn't, and turning it on leads back", async ({
  openPage,
  office,
}) => {
  const wang = await office.colleague("wang", "王建国");
  const speech = await office.speech(wang, { title: "看修订后", text: "同志们：" });
  const editor = await EditorPage.open(openPage, wang, speech);
  const { page } = editor;
  const tab = (name: string | RegExp) => page.getByRole("tab", { name }).click();
  const toggle = page.getByRole("switch", { name: SHADE });
  await shade(editor);
  await expect(toggle).toBeChecked();
  await tab(/^修订/);
  await page.getByRole("radiogroup", { name: "怎样显示修订" }).getByText("修订后", { exact: true }).click();
  await tab("稿件");
  await expect(toggle).not.toBeChecked();
  await toggle.click();
  await expect(toggle).toBeChecked();
  await expect(editor.text).toBeVisible();
  await expect.poll(() => shades(editor)).toEqual(["王建国：同志们："]);
});

test("WW-16 the key to the shades has the colours of the lines under the words, light and dark", async ({
  openPage,
  office,
}) => {
  const wang = await office.colleague("wang", "王建国");
  const speech = await office.speech(wang, { title: "颜色", text: "同志们：" });
  const editor = await EditorPage.open(openPage, wang, speech);
  await shade(editor);
  const swatch = editor.page.getByRole("table", { name: TABLE }).locator("tbody th > span");
  const contrast = () =>
    swatch.evaluate((element) => {
      const { document } = window;
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      if (canvas === null) throw new Error("no canvas");
      const light = (colour: string) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
      };
      const grounds: string[] = [];
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        grounds.unshift(getComputedStyle(at).backgroundColor);
      }
      // One over the other, from the page's to the table's.
      let behind = 0;
      for (const each of grounds) behind = light(each);
      const own = light(getComputedStyle(element).backgroundColor);
      return Math.max(own, behind) / Math.min(own, behind);
    });
  for (const colorScheme of ["light", "dark"] as const) {
    await editor.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(editor.page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    // Whoever it is: a colour is chosen by the person's id.
    for (const colour of COLORS) {
      await swatch.evaluate((element, author) => element.style.setProperty("--author", author), colour);
      expect(await contrast(), `${colour} ${colorScheme}`).toBeGreaterThanOrEqual(3);
    }
  }
});

test("WW-12 who may only read the text isn't shown who wrote it", async ({ openPage, office }) => {
  const [wang, zhao] = [await office.colleague("wang", "王建国"), await office.colleague("zhao", "赵核稿")];
  const speech = await office.speech(wang, { title: "只读", text: "同志们：" }, [[zhao, "viewer"]]);
  const reader = await EditorPage.open(openPage, zhao, speech);
  await expect(reader.page.getByRole("heading", { name: "篇幅" })).toBeVisible();
  await expect(reader.page.getByText(SHADE)).toHaveCount(0);
  const writer = await EditorPage.open(openPage, wang, speech);
  await expect(writer.page.getByText(SHADE)).toBeVisible();
});
