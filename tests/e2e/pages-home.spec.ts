import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";

const list = (page: Page) => page.getByRole("list", { name: "讲话稿列表" });
const row = (page: Page, title: string) => list(page).getByRole("listitem").filter({ hasText: title });

async function choose(page: Page, title: string, action: string): Promise<void> {
  await page.getByRole("button", { name: `《${title}》的更多操作` }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("UI-05 a new speech opens, and is listed with what was said of it", async ({ office, openPage }) => {
  const page = await openPage(await office.colleague("home-creates", "钱进"), "/");
  await page.getByRole("button", { name: "新建讲话稿" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  await expect(dialog.getByLabel("标题")).toHaveAccessibleDescription(/请填写/);

  await dialog.getByLabel("标题").fill("在防汛工作会议上的讲话");
  await dialog.getByLabel("讲话人").fill("市长");
  await dialog.getByLabel("交稿日期").fill("2020-05-01");
  await dialog.getByText("从已有文字开始").click();
  await dialog.getByRole("textbox", { name: "已有文字" }).fill("同志们：\n一、认清形势\n汛情就是命令。");
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  await expect(page).toHaveURL(/\/speeches\/[a-z0-9]+$/);
  await expect(page.locator(".ProseMirror")).toContainText("汛情就是命令。");

  await page.goto("/");
  await expect(row(page, "在防汛工作会议上的讲话")).toContainText("市长");
  await expect(row(page, "在防汛工作会议上的讲话")).toContainText(/已逾期 \d+ 天/);
  await expect(row(page, "在防汛工作会议上的讲话")).toContainText("1 分钟");
});

test("UI-05 what is typed as soon as a blank speech is open goes into it", async ({ office, openPage }) => {
  const page = await openPage(await office.colleague("home-writes"), "/");
  await page.getByRole("button", { name: "新建讲话稿" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("标题").fill("空白稿");
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  const text = page.locator(".ProseMirror");
  await expect(text).toBeFocused();
  // The offer stands below the caret: its first letter where the text's would be.
  await expect(async () => {
    const line = await text.locator("p").evaluate((element) => {
      const { x, bottom } = element.getBoundingClientRect();
      return { start: x + Number.parseFloat(getComputedStyle(element).textIndent), bottom };
    });
    const offer = await page.getByText("一篇空白的讲话稿。").boundingBox();
    expect(offer?.x).toBeCloseTo(line.start, 0);
    expect(offer?.y).toBeGreaterThan(line.bottom);
  }).toPass();
  await page.keyboard.type("开头");
  await expect(text.locator("p")).toHaveText("开头");
});

test("UI-05 whoever creates a speech and presses again before it opens makes one", async ({
  office,
  openPage,
}) => {
  const page = await openPage(await office.colleague("home-hurries"), "/");
  const isSpeech = /\/speeches\/[a-z0-9]+(\?|$)/;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(isSpeech, async (route) => {
    await answered;
    await route.continue();
  });
  let created = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/speeches")) created += 1;
  });
  await page.getByRole("button", { name: "新建讲话稿" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("标题").fill("只建一份");
  const asked = page.waitForRequest((request) => isSpeech.test(request.url()));
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  await asked;
  await dialog.getByLabel("标题").press("Enter");
  answer();
  await expect(page.locator(".ProseMirror")).toBeFocused();
  expect(created).toBe(1);
});

test("UI-34 a click beside a dialog closes it until something is written in it", async ({
  office,
  openPage,
}) => {
  const page = await openPage(await office.colleague("home-clicks"), "/");
  const dialog = page.getByRole("dialog");
  const clickBeside = () => page.mouse.click(8, 400);
  await page.getByRole("button", { name: "新建讲话稿" }).first().click();
  await expect(dialog).toBeVisible();
  await clickBeside();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "新建讲话稿" }).first().click();
  await dialog.getByText("从已有文字开始").click();
  await dialog.getByRole("textbox", { name: "已有文字" }).fill("同志们：\n一、认清形势");
  await clickBeside();
  await expect(dialog.getByRole("textbox", { name: "已有文字" })).toHaveValue("同志们：\n一、认清形势");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("UI-05 what was renumbered in the text that a speech is made from is told when it opens", async ({
  office,
  openPage,
}) => {
  const page = await openPage(await office.colleague("home-renumbers"), "/");
  await page.getByRole("button", { name: "新建讲话稿" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("标题").fill("编号有重复的旧稿");
  await dialog.getByText("从已有文字开始").click();
  await dialog
    .getByRole("textbox", { name: "已有文字" })
    .fill("同志们：\n一、认清形势\n正文。\n一、抓好任务\n正文。");
  await dialog.getByRole("button", { name: "建立并打开" }).click();
  const notice = page.getByRole("status", { name: "粘贴的标题重新编了号" });
  await expect(notice).toContainText("一、 → 二、 抓好任务");
  await notice.getByRole("button", { name: "关闭" }).click();
  await expect(notice).toHaveCount(0);
  await page.getByRole("link", { name: "返回首页" }).click();
  await page.getByRole("link", { name: "编号有重复的旧稿" }).click();
  await expect(page.locator(".ProseMirror")).toContainText("抓好任务");
  await expect(notice).toHaveCount(0);
});

test.describe("search", () => {
  const speeches = async (chief: Account) => {
    for (const title of ["在教育大会上的讲话", "安全生产会议讲话", "年终总结"]) {
      await chief.visitor.createSpeech({ title });
    }
  };

  test("UI-06 two characters find a speech, and going back finds the search again", async ({
    office,
    openPage,
  }) => {
    const chief = await office.colleague("home-searches");
    await speeches(chief);
    const page = await openPage(chief, "/");
    await expect(list(page).getByRole("listitem")).toHaveCount(3);
    await page.getByRole("searchbox").fill("教育");
    await expect(list(page).getByRole("listitem")).toHaveCount(1);
    await expect(page).toHaveURL(/q=/);
    await page.getByRole("link", { name: "在教育大会上的讲话" }).click();
    await expect(page.getByText(/已保存/).first()).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("searchbox")).toHaveValue("教育");
    await expect(list(page).getByRole("listitem")).toHaveCount(1);

    await page.getByRole("searchbox").fill("航天");
    await expect(page.getByRole("heading", { name: "没有找到“航天”" })).toBeVisible();
    await page.getByRole("button", { name: "清除搜索" }).last().click();
    await expect(list(page).getByRole("listitem")).toHaveCount(3);
  });

  test("UI-06 half-typed pinyin is not searched for, the chosen word is", async ({ office, openContext }) => {
    const chief = await office.colleague("home-composes");
    await speeches(chief);
    const page = await (await openContext(chief)).newPage();
    await page.clock.install();
    await page.goto("/");
    await expect(list(page).getByRole("listitem")).toHaveCount(3);
    const searched: string[] = [];
    page.on("request", (request) => {
      const q = new URL(request.url()).searchParams.get("q");
      if (request.url().includes("/api/speeches") && q) searched.push(q);
    });

    await page.getByRole("searchbox").focus();
    const devtools = await page.context().newCDPSession(page);
    for (const text of ["j", "jiao", "jiao yu"]) {
      await devtools.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await expect(page.getByRole("searchbox")).toHaveValue(text);
      await page.clock.runFor(5_000);
    }
    await devtools.send("Input.insertText", { text: "教育" });
    await page.clock.runFor(5_000);
    await expect(list(page).getByRole("listitem")).toHaveCount(1);
    expect(new Set(searched)).toEqual(new Set(["教育"]));
  });
});

test("UI-35 saving the details takes back nothing that a colleague changed meanwhile", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("home-details");
  const { id } = await chief.visitor.createSpeech({ title: "旧题目" });
  const page = await openPage(chief, "/");
  await choose(page, "旧题目", "标题与信息");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("交稿日期").fill("2020-05-01");
  await chief.visitor.request("PATCH", `/api/speeches/${id}`, { title: "新题目", numberingStyle: "flat" });
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(row(page, "新题目")).toContainText(/已逾期 \d+ 天/);
  await choose(page, "新题目", "标题与信息");
  await expect(dialog.getByLabel("标题编号")).toHaveValue("一、1、（1）");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
});

test("UI-07 a speech is archived, taken back, archived again and restored", async ({ office, openPage }) => {
  const chief = await office.colleague("home-archives");
  await chief.visitor.createSpeech({ title: "归档的一篇" });
  await chief.visitor.createSpeech({ title: "留下的一篇" });
  const page = await openPage(chief, "/");

  await choose(page, "归档的一篇", "归档");
  await expect(row(page, "归档的一篇")).toHaveCount(0);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(row(page, "归档的一篇")).toBeVisible();

  await choose(page, "归档的一篇", "归档");
  await page.getByText("已归档", { exact: true }).click();
  await expect(row(page, "归档的一篇")).toBeVisible();
  // Taken back from there, it is gone from there.
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByRole("heading", { name: "没有归档的讲话稿" })).toBeVisible();
  await expect(row(page, "留下的一篇")).toHaveCount(0);
  await page.getByText("进行中", { exact: true }).click();
  await choose(page, "归档的一篇", "归档");
  await page.getByText("已归档", { exact: true }).click();
  await expect(row(page, "归档的一篇")).toBeVisible();
  await expect(row(page, "留下的一篇")).toHaveCount(0);
  await choose(page, "归档的一篇", "恢复");
  await expect(page.getByRole("heading", { name: "没有归档的讲话稿" })).toBeVisible();
});

test("UI-10 a chief adds a member, changes the role, and can't leave the speech without a chief", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("home-chief", "赵主笔");
  const writer = await office.colleague("home-writer", "吴起草");
  await chief.visitor.createSpeech({ title: "两个人写的一篇" });
  const page = await openPage(chief, "/");
  await choose(page, "两个人写的一篇", "成员与权限");
  const dialog = page.getByRole("dialog", { name: "成员与权限" });
  await expect(dialog.getByRole("button", { name: "退出这篇稿子" })).toBeDisabled();

  await dialog.getByRole("combobox", { name: "按姓名或部门查找同事" }).fill("吴起");
  await page.getByRole("option", { name: /吴起草/ }).click();
  await dialog.getByRole("button", { name: "添加" }).click();
  await expect(dialog.getByRole("combobox", { name: "吴起草的权限" })).toHaveValue("编辑");

  await dialog.getByRole("combobox", { name: "吴起草的权限" }).click();
  await page.getByRole("option", { name: /查看/ }).click();
  await expect(dialog.getByRole("combobox", { name: "吴起草的权限" })).toHaveValue("查看");

  const theirs = await openPage(writer, "/");
  await choose(theirs, "两个人写的一篇", "成员与权限");
  await expect(theirs.getByText("只有主笔能管理成员。")).toBeVisible();
  await expect(theirs.getByRole("button", { name: "添加" })).toHaveCount(0);

  await dialog.getByRole("button", { name: "移除吴起草" }).click();
  await expect(dialog.getByText("吴起草")).toHaveCount(0);
  await theirs.goto("/");
  await expect(row(theirs, "两个人写的一篇")).toHaveCount(0);
});

test("UI-10 a chief is asked before leaving the speech or being chief no more", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("home-leaves", "赵主笔");
  const other = await office.colleague("home-stays", "吴主笔");
  await office.speech(chief, { title: "有两位主笔" }, [[other, "chief"]]);
  const page = await openPage(chief, "/");
  await choose(page, "有两位主笔", "成员与权限");
  const dialog = page.getByRole("dialog", { name: "成员与权限" });
  const answer = async (accept: boolean) => {
    const question = await page.waitForEvent("dialog");
    await (accept ? question.accept() : question.dismiss());
    return question.message();
  };
  const role = dialog.getByRole("combobox", { name: "赵主笔的权限" });
  let asked = answer(false);
  await role.click();
  await page.getByRole("option", { name: /查看/ }).click();
  expect(await asked).toContain("不再是主笔");
  await expect(role).toHaveValue("主笔");
  asked = answer(false);
  await dialog.getByRole("button", { name: "退出这篇稿子" }).click();
  expect(await asked).toContain("要请别的主笔再加您");
  await expect(role).toHaveValue("主笔");
  asked = answer(true);
  await dialog.getByRole("button", { name: "退出这篇稿子" }).click();
  await asked;
  await expect(row(page, "有两位主笔")).toHaveCount(0);
});
