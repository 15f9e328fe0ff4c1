/** Files brought in from the page: new speeches, and a draft that comes back from elsewhere. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { encodeText } from "../helpers/text-encoder";
import { p, r, wordFile } from "../helpers/word-file";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";

const TEXT = "在工作会议上的讲话\n同志们：\n一、看清形势\n形势正文。\n三、抓好落实\n落实正文。";

const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });
const utf8 = (text: string) => Buffer.from(text, "utf8");

test("IM-50 a file is looked at with its report, then becomes a speech", async ({ office, openPage }) => {
  const chief = await office.colleague("import-chief", "主笔");
  const page = await openPage(chief, "/");
  await page.getByRole("button", { name: "导入", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "导入文件" });
  await dialog
    .locator("input[type=file]")
    .setInputFiles([file("初稿.txt", Buffer.from(encodeText(TEXT, "gb18030")))]);
  await expect(dialog.getByLabel("文字编码")).toHaveValue("gb18030");
  await expect(dialog.getByText("三、 → 二、 抓好落实")).toBeVisible();
  await expect(dialog.getByText(/2 个标题/)).toBeVisible();
  await expect(dialog.getByRole("region", { name: "预览" })).toContainText("形势正文。");
  for (const width of [1280, 820, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page, `import at ${width}`);
  }
  await dialog.getByLabel("标题", { exact: true }).fill("改过的题目");
  await dialog.getByRole("button", { name: "导入", exact: true }).click();
  await expect(page).toHaveURL(/\/speeches\/[a-z0-9]+$/);
  await expect(page.locator(".ProseMirror")).toContainText("形势正文。");
  await expect(page.getByText("改过的题目").first()).toBeVisible();
});

test("IM-51 files are taken wherever they are let go on the page, before the dialog is open and beside its picker", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("import-drop", "主笔");
  const page = await openPage(chief, "/");
  const drop = async (target: Locator, name: string) => {
    const dataTransfer = await page.evaluateHandle((fileName) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["正文。"], fileName));
      return transfer;
    }, name);
    await target.dispatchEvent("drop", { dataTransfer });
  };
  await drop(page.getByRole("main"), "一.txt");
  const dialog = page.getByRole("dialog", { name: "导入文件" });
  await expect(dialog.getByRole("listitem", { name: "一.txt" })).toBeVisible();
  await drop(dialog.getByRole("heading", { name: "导入文件" }), "二.txt");
  await expect(dialog.getByRole("listitem", { name: "二.txt" })).toBeVisible();
  await expect(dialog.getByRole("listitem", { name: "一.txt" })).toBeVisible();
});

test.describe("files that can't be read", () => {
  // A refused file is an answer of 422, which the browser reports by itself.
  test.use({ allowedConsole: [/status of 422/] });

  test("IM-51 of several files each has its own outcome", async ({ office, openPage }) => {
    const chief = await office.colleague("import-many", "主笔");
    const page = await openPage(chief, "/");
    await page.getByRole("button", { name: "导入", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "导入文件" });
    await dialog
      .locator("input[type=file]")
      .setInputFiles([
        file("一.md", utf8("# 甲讲话\n\n甲正文。")),
        file("二.docx", utf8("不是压缩包")),
        file("三.doc", utf8("旧文件")),
        file("四.txt", utf8("丁正文。")),
        file("五.txt", Buffer.from([0, 1, 2, 0, 3, 4, 0x80, 0xff, 0, 5])),
      ]);
    const card = (name: string) => dialog.getByRole("listitem", { name });
    await expect(card("二.docx").getByRole("alert")).toHaveText("文件内容和扩展名不符，没有导入。");
    await expect(card("三.doc").getByRole("alert")).toContainText("另存为 .docx");
    await expect(card("五.txt").getByLabel("文字编码")).toHaveValue("");
    await card("五.txt").getByLabel("文字编码").selectOption("utf-8");
    await expect(card("五.txt").getByLabel("文字编码")).toHaveValue("utf-8");
    await expect(card("一.md").getByLabel("标题", { exact: true })).toHaveValue("甲讲话");
    await expect(card("四.txt").getByLabel("标题", { exact: true })).toHaveValue("四");
    await card("四.txt").getByRole("button", { name: "不导入“四.txt”" }).click();
    await dialog.getByRole("button", { name: "导入", exact: true }).click();
    await expect(card("一.md").getByRole("link", { name: "打开" })).toBeVisible();
    await dialog.getByRole("button", { name: "关闭" }).last().click();
    await expect(page.getByRole("link", { name: /甲讲话/ })).toBeVisible();
    await expect(page.getByText("四", { exact: true })).toHaveCount(0);
  });
});

test("UI-40 once every file is imported the dialog is left for one of them without a question", async ({
  office,
  openPage,
}) => {
  const page = await openPage(await office.colleague("import-leaves", "主笔"), "/");
  await page.getByRole("button", { name: "导入", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "导入文件" });
  await dialog
    .locator("input[type=file]")
    .setInputFiles([file("甲.txt", utf8("甲正文。")), file("乙.txt", utf8("乙正文。"))]);
  const card = (name: string) => dialog.getByRole("listitem", { name });
  for (const name of ["甲", "乙"])
    await expect(card(`${name}.txt`).getByLabel("标题", { exact: true })).toHaveValue(name);
  await card("甲.txt").getByLabel("标题", { exact: true }).fill("甲改题");
  const questions: string[] = [];
  page.on("dialog", (question) => {
    questions.push(question.type());
    void question.accept();
  });
  await dialog.getByRole("button", { name: "导入 2 个文件" }).click();
  for (const name of ["甲.txt", "乙.txt"])
    await expect(card(name).getByRole("link", { name: "打开" })).toBeVisible();
  await card("甲.txt").getByRole("link", { name: "打开" }).click();
  await expect(page).toHaveURL(/\/speeches\/[a-z0-9]+$/);
  expect(questions).toEqual([]);
});

test.describe("while the first of several files is imported", () => {
  // Giving a request up is no failure; the browser reports it all the same.
  test.use({ allowedConsole: [/ERR_ABORTED/] });

  const begin = async (page: Page, names: readonly string[]) => {
    const asked: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(
      ({ pathname }) => pathname === "/api/imports",
      async (route) => {
        asked.push(route.request().url());
        if (asked.length === 1) await held;
        // The page may have given it up meanwhile.
        await route.continue().catch(() => undefined);
      },
    );
    await page.getByRole("button", { name: "导入", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "导入文件" });
    await dialog
      .locator("input[type=file]")
      .setInputFiles(names.map((name) => file(`${name}.txt`, utf8(`${name}，正文。`))));
    const card = (name: string) => dialog.getByRole("listitem", { name: `${name}.txt` });
    for (const name of names) await expect(card(name).getByLabel("标题", { exact: true })).toHaveValue(name);
    await dialog.getByRole("button", { name: `导入 ${names.length} 个文件` }).click();
    await expect.poll(() => asked.length).toBe(1);
    return { asked, release, dialog, card };
  };

  test("IM-56 one that is taken off the list isn't, and another title counts", async ({
    office,
    openPage,
  }) => {
    const page = await openPage(await office.colleague("import-off", "主笔"), "/");
    const { release, dialog, card } = await begin(page, ["甲稿", "乙稿", "丙稿"]);
    await card("乙稿").getByLabel("标题", { exact: true }).fill("乙稿改题");
    await card("丙稿").getByRole("button", { name: "不导入“丙稿.txt”" }).click();
    release();
    await expect(card("乙稿").getByRole("link", { name: "打开" })).toBeVisible();
    await expect(dialog.getByRole("button", { name: "关闭" }).last()).toBeVisible();
    await page.goto("/");
    await expect(page.getByRole("link", { name: /甲稿/ })).toBeVisible();
    await expect(page.getByRole("link", { name: /乙稿改题/ })).toBeVisible();
    await expect(page.getByRole("link", { name: /丙稿/ })).toHaveCount(0);
  });

  test("IM-56 none is begun once the dialog is closed", async ({ office, openPage }) => {
    const page = await openPage(await office.colleague("import-closed", "主笔"), "/");
    const { asked, release, dialog } = await begin(page, ["甲稿", "乙稿"]);
    await dialog.getByRole("button", { name: "取消" }).last().click();
    await expect(dialog).toHaveCount(0);
    // Answered behind whatever the page had asked before.
    await page.evaluate(() => fetch("/api/me"));
    expect(asked).toHaveLength(1);
    release();
  });
});

test("IM-52 a draft that comes back is compared with the text, and brought in", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("import-returned", "主笔");
  const speech = await office.speech(chief, { title: "征求意见", text: TEXT });
  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await editor.button("导入回稿").click();
  const dialog = page.getByRole("dialog", { name: "导入回稿" });
  await dialog
    .locator("input[type=file]")
    .setInputFiles([file("回稿.txt", utf8(TEXT.replace("形势正文", "形势一片大好，正文")))]);
  await dialog.getByRole("button", { name: "导入", exact: true }).dblclick();
  await expect(page).toHaveURL(/versions\?from=now&to=/);
  await expect(page.locator("[data-compared]")).toContainText("一片大好，");
  await expect(page.getByText("增 5 字").first()).toBeVisible();
  await page.getByText("正文", { exact: true }).click();
  await page.getByRole("button", { name: "恢复全文" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "恢复全文" }).click();
  await expect(page.getByText("已恢复。恢复前的文字存在版本列表里。")).toBeVisible();
  await page.goto(`/speeches/${speech.id}`);
  await expect(page.locator(".ProseMirror")).toContainText("形势一片大好，正文");
});

test("IM-53 a file's text goes in at the caret of who may only suggest, as a suggestion", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("import-place", "主笔");
  const helper = await office.colleague("import-helper", "修订");
  const speech = await office.speech(chief, { title: "插入", text: TEXT }, [[helper, "suggester"]]);
  const editor = await EditorPage.open(openPage, helper, speech);
  const { page } = editor;
  await editor.clickEnd(3);
  await editor.button("导入回稿").click();
  const dialog = page.getByRole("dialog", { name: "导入回稿" });
  await expect(dialog.getByText("存为版本，对照成花脸稿")).toHaveCount(0);
  await dialog
    .locator("input[type=file]")
    .setInputFiles([file("补充.txt", utf8("补充的第一段。\n补充的第二段。"))]);
  await dialog.getByRole("button", { name: "导入", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator(".ProseMirror ins", { hasText: "补充的第二段。" })).toBeVisible();
});

test("IM-53 at the caret the report says that comments and notes stay out and suggestions count as accepted", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("import-told", "主笔");
  const speech = await office.speech(chief, { title: "插入回稿", text: TEXT });
  const editor = await EditorPage.open(openPage, chief, speech);
  await editor.clickEnd(3);
  await editor.button("导入回稿").click();
  const dialog = editor.page.getByRole("dialog", { name: "导入回稿" });
  await dialog.locator("input[type=file]").setInputFiles([file("回稿.docx", Buffer.from(commentedDraft()))]);
  const report = dialog.locator("dl");
  await expect(report).toContainText("没有遗漏。");
  await dialog.getByText("插到光标处", { exact: true }).click();
  await expect(report).toContainText("有变化修订按接受处理");
  await expect(report).toContainText("没有带入批注（包括脚注、尾注）落实");
  await expect(report).not.toContainText("没有遗漏。");
  await dialog.getByRole("button", { name: "导入", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(editor.page.locator(".ProseMirror")).toContainText("要抓好落实，见行动。");
  await expect(editor.page.locator(".ProseMirror ins")).toHaveCount(0);
});

/** One comment of somebody outside, and words that they propose. */
function commentedDraft(): Uint8Array {
  const by = 'w:author="王处长" w:date="2026-11-01T09:00:00Z"';
  const commented = `<w:commentRangeStart w:id="1"/>${r("落实")}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`;
  const body = `<w:p>${r("要抓好")}${commented}<w:ins w:id="2" ${by}>${r("，见行动")}</w:ins>${r("。")}</w:p>`;
  return wordFile({ body, comments: `<w:comment w:id="1" ${by}>${p("请写实")}</w:comment>` });
}

test("VE-42 before a file's text goes in at the caret of who may edit, the text is kept as a version", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("import-kept", "主笔");
  const speech = await office.speech(chief, { title: "插入前留存", text: TEXT });
  const editor = await EditorPage.open(openPage, chief, speech);
  const { page } = editor;
  await editor.clickEnd(3);
  await page.keyboard.type("刚写的一句。");
  await editor.button("导入回稿").click();
  const dialog = page.getByRole("dialog", { name: "导入回稿" });
  await dialog.getByText("插到光标处", { exact: true }).click();
  await dialog.locator("input[type=file]").setInputFiles([file("补充.txt", utf8("补充的一段。"))]);
  await dialog.getByRole("button", { name: "导入", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator(".ProseMirror")).toContainText("补充的一段。");
  await editor.expectSaved();
  await page.goto(`/speeches/${speech.id}/versions`);
  await page.getByRole("navigation", { name: "版本列表" }).getByText("改动前留存").first().click();
  await expect(page.getByRole("main").locator(".ProseMirror")).toContainText("刚写的一句。");
  await expect(page.getByRole("main").locator(".ProseMirror")).not.toContainText("补充的一段。");
});
