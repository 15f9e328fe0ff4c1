/** Copying from the page of a version, and pasting that into the speech. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

const TEXT =
  "一、看清形势\n形势正文。\n二、抓好落实\n各单位要认真抓好落实。\n三、加强领导\n主要负责同志要亲自抓。";

interface Place {
  readonly of: string;
  /** Which of those that match. */
  readonly index: number;
  readonly offset: number;
}

/** Selects in the texts of elements of the version's page, and copies. */
async function copied(page: Page, from: Place, to: Place): Promise<string> {
  await page.evaluate(
    ([start, end]) => {
      const textOf = ({ of, index }: Place) =>
        document.querySelectorAll(`article ${of}`)[index]?.firstChild as Node;
      getSelection()?.setBaseAndExtent(textOf(start), start.offset, textOf(end), end.offset);
    },
    [from, to] as const,
  );
  await page.keyboard.press("Control+c");
  await page.context().grantPermissions(["clipboard-read"]);
  return page.evaluate(() => navigator.clipboard.readText());
}

test("VE-30 what is copied ends where the selection does, without the next heading's number", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("wang", "王建国");
  const text = "一、看清形势\n我们要再上台阶。\n二、抓好落实\n各单位要认真。";
  const speech = await office.speech(writer, { title: "抄一段", text });
  await writer.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  const page = await openPage(writer, `/speeches/${speech.id}/versions`);
  await page.getByRole("button", { name: "一稿" }).click();
  const heading = (index: number, offset: number) => ({ of: ".speech-heading", index, offset });
  const paragraph = (offset: number) => ({ of: "p", index: 0, offset });
  await expect(page.locator("article .speech-heading")).toHaveCount(2);

  // Which a triple click selects.
  expect(await copied(page, paragraph(0), heading(1, 0))).toBe("我们要再上台阶。");
  expect(await copied(page, heading(0, 0), paragraph(0))).toBe("一、看清形势");
  expect(await copied(page, paragraph(0), heading(1, 1))).toBe("我们要再上台阶。\n二、抓");
});

test("VE-30 cells of one row are copied side by side, as those of several are", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("wang", "王建国");
  const speech = await office.speech(writer, { title: "抄一行" });
  const editor = await EditorPage.open(openPage, writer, speech);
  await editor.text.click();
  const rows = [
    ["单位", "件数"],
    ["档案馆", "12"],
  ].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  await editor.paste({ html: `<table>${rows.join("")}</table>`, text: "" });
  await expect(editor.text.locator("td")).toHaveCount(4);
  await editor.expectSaved();
  await writer.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  const page = await openPage(writer, `/speeches/${speech.id}/versions`);
  await page.getByRole("button", { name: "一稿" }).click();
  await expect(page.locator("article td")).toHaveCount(4);
  const cell = (index: number, offset: number) => ({ of: "td p", index, offset });

  expect(await copied(page, cell(0, 0), cell(3, 2))).toBe("单位\t件数\n档案馆\t12");
  expect(await copied(page, cell(2, 0), cell(3, 2))).toBe("档案馆\t12");
  expect(
    await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const html = await (await item?.getType("text/html"))?.text();
      return new DOMParser().parseFromString(html ?? "", "text/html").querySelectorAll("tr > td").length;
    }),
  ).toBe(2);
  // A triple click in the row's first cell.
  expect(await copied(page, cell(2, 0), cell(3, 0))).toBe("档案馆");
});

test("TX-33 a passage of a version is pasted with its numbers as the headings that it was", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("copying-version", "从旧稿里拿的人");
  const speech = await office.speech(writer, { title: "从旧稿里拿", text: TEXT });
  const editor = await EditorPage.open(openPage, writer, speech);
  await writer.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "一稿" });
  const page = await openPage(writer, `/speeches/${speech.id}/versions`);
  await page.getByRole("navigation", { name: "版本列表" }).getByRole("button", { name: "一稿" }).click();
  await expect(page.locator("article")).toContainText("形势正文。");
  const copied = await page.locator("article .ProseMirror").evaluate((passage) => {
    const headings = passage.querySelectorAll(".speech-heading");
    const [from, to] = [headings[1]?.firstChild, headings[2]?.firstChild];
    getSelection()?.setBaseAndExtent(from as Node, 0, to as Node, 4);
    const data = new DataTransfer();
    passage.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true }));
    return { html: data.getData("text/html"), text: data.getData("text/plain") };
  });
  expect(copied.text).toBe("二、抓好落实\n各单位要认真抓好落实。\n三、加强领导");
  await editor.clickEnd(5);
  await editor.page.keyboard.press("Enter");
  await editor.paste(copied);
  await expect
    .poll(async () => (await editor.blocks()).slice(5))
    .toEqual(["p 主要负责同志要亲自抓。", "h2 四、抓好落实", "p 各单位要认真抓好落实。", "h2 五、加强领导"]);
});
