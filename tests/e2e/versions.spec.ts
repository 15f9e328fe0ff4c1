/** Versions in the page: kept, read, compared, brought back while somebody else writes. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Office } from "../helpers/office";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";
import { expectFits } from "./fits-width";
import { keptNotice } from "./kept-notice";
import { swapAtOnce } from "./swap-at-once";
import { keep, list, replace, twoDrafts, versionsPath } from "./two-drafts";

const TEXT =
  "在推进会上的讲话\n一、看清形势\n我们要推动档案工作再上台阶。\n二、抓好落实\n各单位要认真抓好落实。\n三、加强领导\n主要负责同志要亲自抓。";

async function open(office: Office, title: string) {
  const [writer, reviewer, leader] = [
    await office.colleague("wang", "王建国"),
    await office.colleague("zhao", "赵核稿"),
    await office.colleague("chen", "陈立川"),
  ];
  const speech = await office.speech(writer, { title, text: TEXT }, [
    [reviewer, "commenter"],
    [leader, "viewer"],
  ]);
  return { writer, reviewer, leader, speech };
}

test("VE-30 VE-47 a version is kept by hand under a name, listed with its people and figures, and read as a page", async ({
  office,
  openPage,
}) => {
  const { writer, speech } = await open(office, "存一版");
  const editor = await EditorPage.open(openPage, writer, speech);
  await editor.page.getByRole("link", { name: "版本与花脸稿" }).click();
  const { page } = editor;
  const desktop = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("heading", { name: "还没有版本" })).toBeInViewport();
  if (desktop !== null) await page.setViewportSize(desktop);
  await page.getByRole("button", { name: "存为版本" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("dialog").getByText("请填写")).toBeVisible();
  await page.getByRole("button", { name: "取消" }).click();

  await keep(page, "一稿，送张主任");
  await expect(page.getByRole("article")).toContainText("我们要推动档案工作再上台阶。");
  await expect(page.locator(".speech-heading").first()).toHaveAttribute("data-number", "一、");
  await page.evaluate(() => {
    const headings = document.querySelectorAll("article .speech-heading");
    getSelection()?.setBaseAndExtent(headings[0]?.firstChild as Node, 0, headings[1]?.firstChild as Node, 4);
  });
  await page.keyboard.press("Control+c");
  await page.context().grantPermissions(["clipboard-read"]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "一、看清形势\n我们要推动档案工作再上台阶。\n二、抓好落实",
  );
  await page.getByRole("button", { name: "命名" }).click();
  await page.getByRole("textbox", { name: "说明" }).fill("张主任看过，二部分要补数字");
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(list(page)).toContainText("二部分要补数字");
  await writer.visitor.request("POST", `/api/speeches/${speech.id}/versions`, { name: "别处存的二稿" });
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(list(page)).toContainText("别处存的二稿");
  await page.getByRole("link", { name: "回到稿件" }).click();
  await expect(page.locator(".ProseMirror[contenteditable=true]")).toBeVisible();
});

test("VE-44 in a comparison each change names who made it, and a person's are gone through alone", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("wang", "王建国");
  const drafter = await office.colleague("liu", "刘起草");
  const speech = await office.speech(writer, { title: "谁改的", text: TEXT }, [[drafter, "editor"]]);
  const first = await EditorPage.open(openPage, writer, speech);
  const page = await openPage(writer, versionsPath(speech));
  await keep(page, "一稿");
  await replace(first, 2, "推动", "推进");
  const second = await EditorPage.open(openPage, drafter, speech);
  await second.page.locator("[data-outline-link]", { hasText: "加强领导" }).focus();
  await second.page.keyboard.press("Alt+ArrowUp");
  await second.expectSaved();
  await second.clickEnd(6);
  for (let step = 0; step < "认真抓好落实。".length; step += 1) await second.page.keyboard.press("Backspace");
  await second.expectSaved();
  await first.page.locator("[data-outline-link]", { hasText: "看清形势" }).click();
  await first.page.keyboard.press("Control+Alt+2");
  await first.expectSaved();

  await list(page).getByRole("button", { name: "一稿" }).click();
  await page.getByText("花脸稿", { exact: true }).click();
  const sheet = page.locator("[data-compared]");
  await expect(sheet.locator("del")).toHaveText(["推动", "认真抓好落实。"]);
  await expect(sheet.locator("del[title=王建国]")).toHaveText(["推动"]);
  await expect(sheet.locator("del[title=刘起草]")).toHaveText(["认真抓好落实。"]);
  await expect(sheet.locator("[data-change=moved][title=刘起草]")).toHaveText([/抓好落实/, /各单位要/]);
  await expect(sheet.locator("[data-change=edited][title=王建国]")).toHaveText([/看清形势/]);

  const whose = page.getByRole("combobox", { name: "看谁的改动" });
  await expect(whose.locator("option")).toHaveText(["所有人的改动", "刘起草的改动", "王建国的改动"]);
  await whose.selectOption("刘起草的改动");
  await expect(page.getByRole("status")).toHaveText("共 2 处改动");
  await expect(sheet.locator("del[title=王建国]")).toHaveAttribute("data-other", "");
  await page.getByRole("button", { name: "下一处改动" }).click();
  await expect(sheet.locator("[data-current]")).toContainText("抓好落实");
  await whose.selectOption("王建国的改动");
  await expect(page.getByRole("status")).toHaveText("共 2 处改动");

  // From the newer text to the older one the same people are named, and other numbers are told.
  await writer.visitor.request("PATCH", `/api/speeches/${speech.id}`, { numberingStyle: "flat" });
  await swapAtOnce(page);
  await expect(page.getByText("从新往旧比")).toBeVisible();
  await expect(sheet.locator("ins[title=王建国]")).toHaveText(["推动"]);
  await expect(sheet.locator("ins[title=刘起草]")).toHaveText(["认真抓好落实。"]);
  await expect(page.getByText("标题编号由“一、1、（1）”改为“一、（一）1.（1）”。")).toBeVisible();
});

test("VE-31 two versions are compared by word on one page and side by side; who may only read isn't shown them", async ({
  office,
  openPage,
}) => {
  const { writer, reviewer, leader, speech } = await open(office, "改动对照");
  const { editor } = await twoDrafts(openPage, writer, speech);
  await editor.page.locator("[data-outline-link]", { hasText: "加强领导" }).focus();
  await editor.page.keyboard.press("Alt+ArrowUp");
  await editor.expectSaved();

  const page = await openPage(reviewer, versionsPath(speech));
  await expect(page.getByRole("button", { name: "存为版本" })).toHaveCount(0);
  await list(page).getByRole("button", { name: "一稿" }).click();
  await expect(page.getByRole("button", { name: /恢复/ })).toHaveCount(0);
  await page.getByText("花脸稿", { exact: true }).click();
  const sheet = page.locator("[data-compared]");
  await expect(sheet.locator("del")).toHaveText(["推动"]);
  await expect(sheet.locator("ins")).toHaveText(["推进"]);
  const moved = sheet.locator("[data-change=moved]");
  await expect(moved).toHaveText([/加强领导/, /亲自抓/]);
  await page.getByText("黑白", { exact: true }).click();
  await expect(moved.last()).toHaveCSS("outline-style", "solid");
  await page.getByText("黑白", { exact: true }).click();
  await expect(sheet.locator("[data-change=deleted], [data-change=added]")).toHaveCount(0);
  await expect(page.getByText("期间执笔：王建国")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("共 3 处改动");
  await page.getByRole("button", { name: "下一处改动" }).click();
  await expect(page.getByRole("status")).toHaveText("第 1 处，共 3 处");
  await expect(sheet.locator("[data-current]")).toHaveText("推动");
  await page.getByRole("button", { name: "上一处改动" }).click();
  await expect(page.getByRole("status")).toHaveText("第 3 处，共 3 处");

  await page.getByText("左右对照", { exact: true }).click();
  await expect(page.getByRole("status")).toHaveText("共 3 处改动");
  const pair = sheet.locator("> div").nth(2);
  await expect(pair.locator("> div").first()).toHaveText("我们要推动档案工作再上台阶。");
  await expect(pair.locator("> div").last()).toHaveText("我们要推进档案工作再上台阶。");
  // The address says what is compared, so that it can be sent to a colleague.
  await page.getByRole("combobox", { name: "新稿" }).selectOption({ label: await labelOf(page, "二稿") });
  await expect(page.getByRole("status")).toHaveText("共 1 处改动");
  const again = await openPage(reviewer, new URL(page.url()).pathname + new URL(page.url()).search);
  await expect(again.locator("[data-compared] ins")).toHaveText(["推进"]);

  const asked = `/api/speeches/${speech.id}/versions`;
  await expect(leader.visitor.request("GET", asked)).rejects.toMatchObject({ status: 403 });
  await expect(reviewer.visitor.request("GET", asked)).resolves.toBeDefined();
  const readers = await openPage(leader, `/speeches/${speech.id}`);
  await expect(readers.locator(".ProseMirror")).toBeVisible();
  await expect(readers.getByRole("link", { name: "版本与花脸稿" })).toHaveCount(0);
});

test("VE-32 VE-46 a version comes back, whole or in part, while somebody writes; what was there stays in the list", async ({
  office,
  openPage,
}) => {
  const { writer, speech } = await open(office, "恢复");
  const colleague = await office.colleague("li", "李晓梅");
  await writer.visitor.request("POST", `/api/speeches/${speech.id}/members`, {
    personId: colleague.person.id,
    role: "editor",
  });
  const { editor, page } = await twoDrafts(openPage, writer, speech);
  const theirs = await EditorPage.open(openPage, colleague, speech);
  await replace(theirs, 4, "认真", "扎实");

  await list(page).getByRole("button", { name: "一稿" }).click();
  await page.getByText("我们要推动档案工作").hover();
  await page.getByText("我们要推动档案工作").getByRole("button", { name: "恢复这一段" }).click();
  await expect(page.getByRole("dialog")).toContainText("我们要推动档案工作再上台阶。");
  await theirs.clickEnd(6);
  await theirs.page.keyboard.type("散会。");
  await page.getByRole("dialog").getByRole("button", { name: "恢复这一段" }).click();
  await theirs.page.keyboard.type("谢谢大家。");
  const expected = (line2: string, line4: string) => [
    "h1 在推进会上的讲话",
    "h2 一、看清形势",
    `p 我们要${line2}档案工作再上台阶。`,
    "h2 二、抓好落实",
    `p 各单位要${line4}抓好落实。`,
    "h2 三、加强领导",
  ];
  for (const each of [editor, theirs]) {
    await each.expectBlocks([...expected("推动", "扎实"), "p 主要负责同志要亲自抓。散会。谢谢大家。"]);
  }

  const restoreAll = async () => {
    await page.getByRole("button", { name: "恢复全文" }).click();
    await expect(page.getByRole("dialog")).toContainText("恢复“一稿（");
    await page.getByRole("dialog").getByRole("button", { name: "恢复全文" }).click();
    // By then its notice has taken the place of the one before.
    await expect(page.getByRole("dialog")).toBeHidden();
    const notice = await keptNotice(page, "已恢复");
    for (const each of [editor, theirs]) {
      await each.expectBlocks([...expected("推动", "认真"), "p 主要负责同志要亲自抓。"]);
    }
    return notice;
  };
  await (await restoreAll()).getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText("已撤销，文字回到恢复之前")).toBeVisible();
  for (const each of [editor, theirs]) {
    await each.expectBlocks([...expected("推动", "扎实"), "p 主要负责同志要亲自抓。散会。谢谢大家。"]);
  }
  await restoreAll();
  // Under the text as it is now and the version that came back stands what was there before.
  await expect(async () => {
    await list(page).getByRole("button").nth(2).click();
    await expect(page.getByRole("article")).toContainText("散会。谢谢大家。", { timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Control+z");
  for (const each of [editor, theirs]) {
    await each.expectBlocks([...expected("推动", "扎实"), "p 主要负责同志要亲自抓。散会。谢谢大家。"]);
  }
});

test("VE-33 the pages of versions fit every width, have no axe violation, and print as a sheet", async ({
  office,
  openPage,
}) => {
  test.slow();
  const { writer, speech } = await open(
    office,
    "一个很长很长的标题，长到在手机上一行怎么也放不下，只好省略号",
  );
  const { page } = await twoDrafts(openPage, writer, speech);
  await list(page).getByRole("button", { name: "一稿" }).click();
  const read = page.url();
  await page.getByText("花脸稿", { exact: true }).click();
  await expect(page.locator("[data-compared]")).toBeVisible();
  for (const path of [versionsPath(speech), read, page.url()]) {
    await page.goto(path);
    for (const width of [1280, 820, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.locator("[data-compared], article, nav").first()).toBeAttached();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await expectAccessible(page, `${colorScheme} ${width}`);
      }
      await expectFits(page, width);
    }
  }
  await page.getByText("黑白", { exact: true }).click();
  await page.emulateMedia({ media: "print" });
  const [came, went] = [
    page.locator("[data-compared] ins").first(),
    page.locator("[data-compared] del").first(),
  ];
  await expect(came).toBeVisible();
  // Told apart on a copy too.
  await expect(came).toHaveCSS("text-decoration-style", "wavy");
  await expect(went).toHaveCSS("text-decoration-line", "line-through");
  const ink = await page.locator("[data-compared]").evaluate((sheet) => getComputedStyle(sheet).color);
  for (const words of [came, went]) await expect(words).toHaveCSS("color", ink);
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "下一处改动" })).toBeHidden();
});

async function labelOf(page: Page, name: string): Promise<string> {
  const options = await page.getByRole("combobox", { name: "新稿" }).locator("option").allTextContents();
  const label = options.find((option) => option.endsWith(name));
  if (label === undefined) throw new Error(`no version ${name}`);
  return label;
}
