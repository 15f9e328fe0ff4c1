/** Stages in the page, by two people. */
import { DEFAULT_STAGES } from "@/core/office-stages";
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";
import { expectFits } from "./fits-width";

// A stage that is in use isn't removed.
test.use({ allowedConsole: [/status of 409/] });

test("SG-10 the chief moves the stage; everybody sees it at once, a final text is closed until it is opened again", async ({
  office,
  openPage,
}) => {
  const [chief, writer] = [await office.colleague("wang", "王建国"), await office.colleague("li", "李晓梅")];
  const speech = await office.speech(chief, { title: "走一遍阶段", text: "一、形势\n正文" }, [
    [writer, "editor"],
  ]);
  const mine = await EditorPage.open(openPage, chief, speech);
  const theirs = await EditorPage.open(openPage, writer, speech);
  const stage = ({ page }: EditorPage) => page.getByRole("banner").locator("[data-stage]");
  await expect(stage(theirs)).toHaveText("初稿");
  await expect(theirs.page.getByRole("button", { name: /转到别的阶段/ })).toHaveCount(0);

  const { page } = mine;
  await stage(mine).click();
  await expect(page.getByRole("radio", { name: "征求意见稿" })).toBeChecked();
  await page.getByRole("textbox", { name: /说明/ }).fill("请各处周五前反馈");
  await page.getByRole("button", { name: "转阶段" }).click();
  for (const each of [mine, theirs]) await expect(stage(each)).toHaveText("征求意见稿·一稿");
  await expect(theirs.page.getByText("请各处周五前反馈")).toBeVisible();
  await theirs.clickEnd(1);
  await theirs.page.keyboard.type("，再改一句");
  await theirs.expectSaved();

  await stage(mine).click();
  await page.getByRole("radio", { name: "定稿" }).check();
  await expect(page.getByText("定稿后谁都不能再改文字")).toBeVisible();
  await page.getByRole("button", { name: "转阶段" }).click();
  for (const each of [mine, theirs]) {
    await expect(stage(each)).toHaveText("定稿");
    await expect(each.page.getByText("已经定稿，文字不能再改")).toBeVisible();
    await expect(each.text).toHaveAttribute("contenteditable", "false");
  }
  await expect(theirs.page.getByText("请主笔解除定稿")).toBeVisible();
  await expect(theirs.page.getByRole("button", { name: "解除定稿" })).toHaveCount(0);
  await expect(page.getByText("请先解除定稿")).toBeVisible();

  await page.getByRole("button", { name: "解除定稿" }).click();
  await page.getByRole("radio", { name: "送审稿" }).check();
  await expect(page.getByRole("radio", { name: /定稿/ })).toHaveCount(0);
  await page.getByRole("button", { name: "转阶段" }).click();
  await expect(page.getByRole("dialog").getByText("请填写")).toBeVisible();
  await page.getByRole("textbox", { name: /理由/ }).fill("数字有误");
  await page.getByRole("button", { name: "转阶段" }).click();
  for (const each of [mine, theirs]) {
    await expect(stage(each)).toHaveText("送审稿·一稿");
    await expect(each.text).toHaveAttribute("contenteditable", "true");
  }
  await theirs.clickEnd(1);
  await theirs.page.keyboard.type("，解除后再改");
  await theirs.expectSaved();
  await page.getByRole("tab", { name: "稿件" }).click();
  await page.getByRole("link", { name: "版本与花脸稿" }).click();
  const list = page.getByRole("navigation", { name: "版本列表" });
  for (const name of ["征求意见稿·一稿", "定稿·一稿", "送审稿·一稿", "数字有误"]) {
    await expect(list).toContainText(name);
  }
});

test("SG-44 SG-45 SG-32 the administrator adds a stage and wants a signature, speeches go through it, and it isn't removed under them", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("stages-chief", "主笔");
  const speech = await office.speech(chief, { title: "多一道会签", text: "正文" });
  const settings = await openPage(office.administrator, "/stages");
  const list = settings.getByRole("list", { name: "各阶段" });
  const save = settings.getByRole("button", { name: "保存" });
  await expect(list.getByRole("listitem")).toHaveCount(5);
  await settings.getByRole("button", { name: "添加阶段" }).click();
  await expect(save).toBeDisabled();
  await list.getByRole("textbox", { name: "阶段名称" }).fill("会签稿");
  await settings.getByRole("button", { name: "删去提纲" }).click();
  await settings.getByRole("checkbox", { name: "定稿前要有人签批" }).check();
  await save.click();
  await expect(settings.getByText("已保存")).toBeVisible();
  await expect(settings.getByRole("region", { name: "已删的阶段" })).toContainText("提纲");

  const { page } = await EditorPage.open(openPage, chief, speech);
  const stage = page.getByRole("banner").locator("[data-stage]");
  await stage.click();
  await expect(page.getByRole("radio", { name: "提纲" })).toHaveCount(0);
  await page.getByRole("radio", { name: "会签稿" }).check();
  await page.getByRole("button", { name: "转阶段" }).click();
  await expect(page.getByText("已转到会签稿，留存为一稿")).toBeVisible();
  await expect(stage).toHaveText("会签稿·一稿");
  await stage.click();
  await page.getByRole("radio", { name: "定稿" }).check();
  await expect(page.getByLabel(/还没有送审：本单位定稿前要有人签批/)).toBeVisible();
  await page.keyboard.press("Escape");

  await settings.getByRole("button", { name: "删去会签稿" }).click();
  await save.click();
  await expect(list.getByText("有稿件正在这一阶段")).toBeVisible();
  await expectAccessible(settings, "stages");
  await settings.setViewportSize({ width: 390, height: 844 });
  await expectFits(settings, 390);
  // Other tests of this process go by the program's own stages.
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/stage`, { stage: "draft", note: "" });
  await office.administrator.visitor.request("PUT", "/api/stages", { stages: DEFAULT_STAGES });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("SG-46 the stage stands in the panel, where the chief moves it", async ({ office, openPage }) => {
    const chief = await office.colleague("stage-phone", "主笔");
    const speech = await office.speech(chief, { title: "手机上转阶段", text: "一、形势" });
    const { page, text } = await EditorPage.open(openPage, chief, speech);
    await page.getByRole("button", { name: "显示侧栏" }).click();
    const stage = page.getByRole("region", { name: "阶段" }).locator("[data-stage]");
    await expect(stage).toHaveText("初稿");
    await stage.click();
    const dialog = page.getByRole("dialog", { name: "转阶段" });
    await dialog.getByRole("radio", { name: "征求意见稿" }).check();
    await dialog.getByRole("button", { name: "转阶段" }).click();
    await expect(stage).toHaveText("征求意见稿·一稿");

    await stage.click();
    await dialog.getByRole("radio", { name: "定稿" }).check();
    await dialog.getByRole("button", { name: "转阶段" }).click();
    await expect(stage).toHaveText("定稿");
    await expect(text).toHaveAttribute("contenteditable", "false");
    await page.getByRole("dialog", { name: "侧栏" }).getByRole("button", { name: "关闭" }).click();
    await page.getByRole("button", { name: "解除定稿" }).click();
    await expect(dialog.getByRole("radio", { name: "送审稿" })).toBeVisible();
  });

  test("SG-46 there, too, the chief opens a final text again", async ({ office, openPage }) => {
    const chief = await office.colleague("stage-phone-final", "主笔");
    const speech = await office.speech(chief, { title: "手机上解除定稿", text: "一、形势" });
    await chief.visitor.request("POST", `/api/speeches/${speech.id}/stage`, { stage: "final", note: "" });
    const { page } = await EditorPage.open(openPage, chief, speech);
    await page.getByRole("button", { name: "显示侧栏" }).click();
    const stage = page.getByRole("region", { name: "阶段" }).locator("[data-stage]");
    await expect(stage).toHaveText("定稿");
    await stage.click();
    const dialog = page.getByRole("dialog", { name: "转阶段" });
    await dialog.getByRole("radio", { name: "送审稿" }).check();
    await dialog.getByRole("textbox", { name: /理由/ }).fill("数字有误");
    await dialog.getByRole("button", { name: "转阶段" }).click();
    await expect(stage).toHaveText("送审稿·一稿");
  });
});

test("SG-94 what is said for a stage stands in a section of its own, what is said to signers with their request", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("stage-note-chief", "周文清");
  const reviewer = await office.colleague("stage-note-xu", "许明远");
  const speech = await office.speech(chief, { title: "征求意见", text: "正文" }, [[reviewer, "commenter"]]);
  const { page } = await EditorPage.open(openPage, reviewer, speech);
  const stage = page.getByRole("region", { name: "阶段与分工" });
  const signing = page.getByRole("region", { name: "签批" });
  await expect(signing).toContainText("还没有送审");
  await expect(stage).toHaveCount(0);
  const theirs = await EditorPage.open(openPage, chief, speech);
  await theirs.page.getByRole("banner").locator("[data-stage]").click();
  const dialog = theirs.page.getByRole("dialog", { name: "转阶段" });
  await dialog.getByRole("radio", { name: "征求意见稿" }).check();
  const note = dialog.getByRole("textbox", { name: /说明/ });
  await expect(note).toHaveAccessibleDescription(/打开稿子就能看到，不另发消息/);
  await note.fill("请各处对照上次讲话提意见");
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(stage).toContainText("请各处对照上次讲话提意见");
  await expect(signing).toHaveText(/^签批还没有送审。$/);
  await expectAccessible(theirs.page, "what is said for a stage");

  await chief.visitor.request("POST", `/api/speeches/${speech.id}/sign-off-requests`, {
    people: [reviewer.person.id],
    inOrder: false,
    note: "请审定",
  });
  await expect(signing).toContainText("请审定");
  await expect(stage).toHaveCount(0);
});

test("SG-48 the chief says who does what by when; whoever is named is told and sees it, late ones stand out", async ({
  office,
  openPage,
}) => {
  const [chief, writer] = [
    await office.colleague("tasks-chief", "朱文静"),
    await office.colleague("tasks-writer", "孙志强"),
  ];
  const speech = await office.speech(chief, { title: "分工", text: "正文" }, [[writer, "editor"]]);
  const theirs = await EditorPage.open(openPage, writer, speech);
  const { page } = await EditorPage.open(openPage, chief, speech);
  await page.getByRole("banner").locator("[data-stage]").click();
  const dialog = page.getByRole("dialog", { name: "转阶段" });
  const add = dialog.getByRole("button", { name: "加一个人" });
  const submit = dialog.getByRole("button", { name: "转阶段" });
  await add.click();
  await submit.click();
  await expect(dialog.getByText("每项分工都要写明谁、做什么")).toBeVisible();
  await dialog.getByRole("combobox", { name: "第 1 项分工：谁" }).click();
  await page.getByRole("option", { name: "孙志强" }).click();
  await dialog.getByLabel("第 1 项分工：什么时候前").fill("2020-12-01");
  await dialog
    .getByRole("textbox", { name: "第 1 项分工：做什么" })
    .fill("核对第二部分的数据，补上今年的完成情况");
  await add.click();
  await add.click();
  await dialog.getByRole("button", { name: "删去第 2 项分工" }).click();
  await dialog.getByRole("combobox", { name: "第 2 项分工：谁" }).click();
  await page.getByRole("option", { name: "朱文静" }).click();
  await dialog.getByRole("textbox", { name: "第 2 项分工：做什么" }).fill("统稿");
  await expectAccessible(page);
  await submit.click();
  await expect(dialog).toBeHidden();

  const section = theirs.page.getByRole("region", { name: "阶段与分工" });
  const shown = section.getByRole("list", { name: "分工" }).getByRole("listitem");
  await expect(shown).toHaveText([/孙志强（您）核对第二部分的数据.*2020年12月1日前，已逾期/, "朱文静统稿"]);
  const bell = theirs.page.getByRole("link", { name: /消息，\d+ 条未读/ });
  await bell.click();
  const told = theirs.page.getByText(/给您安排了分工，请在2020年12月1日前完成/);
  await expect(told).toBeVisible();
  await expect(theirs.page.getByText("核对第二部分的数据，补上今年的完成情况").first()).toBeVisible();

  const tasks = page.getByRole("list", { name: "分工" });
  await expect(tasks).toContainText("2020年12月1日前，已逾期");
  await chief.visitor.request("PATCH", `/api/speeches/${speech.id}`, { archived: true });
  await expect(tasks).not.toContainText("逾期");
  await expect(tasks).toContainText("2020年12月1日前");
});
