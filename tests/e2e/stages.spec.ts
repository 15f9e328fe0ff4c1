/** Stages in the page, by two people. */
import { DEFAULT_STAGES } from "@/core/office-stages";
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";

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
  for (const each of [mine, theirs]) await expect(stage(each)).toHaveText("征求意见稿・一稿");
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

  await stage(mine).click();
  await page.getByRole("radio", { name: "送审稿" }).check();
  await page.getByRole("button", { name: "转阶段" }).click();
  await expect(page.getByRole("dialog").getByText("请填写")).toBeVisible();
  await page.getByRole("textbox", { name: /理由/ }).fill("数字有误");
  await page.getByRole("button", { name: "转阶段" }).click();
  for (const each of [mine, theirs]) {
    await expect(stage(each)).toHaveText("送审稿・一稿");
    await expect(each.text).toHaveAttribute("contenteditable", "true");
  }
  await theirs.clickEnd(1);
  await theirs.page.keyboard.type("，解除后再改");
  await theirs.expectSaved();
  await page.getByRole("tab", { name: "稿件" }).click();
  await page.getByRole("link", { name: "版本与花脸稿" }).click();
  const list = page.getByRole("navigation", { name: "版本列表" });
  for (const name of ["征求意见稿・一稿", "定稿・一稿", "送审稿・一稿", "数字有误"]) {
    await expect(list).toContainText(name);
  }
});

test("SG-44 SG-45 the administrator adds a stage, speeches go through it, and it isn't removed under them", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("stages-chief", "主笔");
  const speech = await office.speech(chief, { title: "多一道会签", text: "正文" });
  const settings = await openPage(office.administrator, "/stages");
  const list = settings.getByRole("list", { name: "各阶段" });
  const save = settings.getByRole("button", { name: "保存" });
  await expect(list.getByRole("listitem")).toHaveCount(5);
  await settings.getByRole("button", { name: "加一道" }).click();
  await expect(save).toBeDisabled();
  await list.getByRole("textbox", { name: "阶段名称" }).fill("会签稿");
  await settings.getByRole("button", { name: "删去提纲" }).click();
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
  await expect(stage).toHaveText("会签稿・一稿");

  await settings.getByRole("button", { name: "删去会签稿" }).click();
  await save.click();
  await expect(list.getByText("有稿件正在这一阶段")).toBeVisible();
  await expectAccessible(settings, "stages");
  await settings.setViewportSize({ width: 390, height: 844 });
  expect(await settings.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  // Other tests of this process go by the program's own stages.
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/stage`, { stage: "draft", note: "" });
  await office.administrator.visitor.request("PUT", "/api/stages", { stages: DEFAULT_STAGES });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("SG-46 the stage stands in the panel, where the chief moves it", async ({ office, openPage }) => {
    const chief = await office.colleague("stage-phone", "主笔");
    const speech = await office.speech(chief, { title: "手机上转阶段", text: "一、形势" });
    const { page } = await EditorPage.open(openPage, chief, speech);
    await page.getByRole("button", { name: "显示侧栏" }).click();
    const stage = page.getByRole("region", { name: "阶段" }).locator("[data-stage]");
    await expect(stage).toHaveText("初稿");
    await stage.click();
    const dialog = page.getByRole("dialog", { name: "转阶段" });
    await dialog.getByRole("radio", { name: "征求意见稿" }).check();
    await dialog.getByRole("button", { name: "转阶段" }).click();
    await expect(stage).toHaveText("征求意见稿・一稿");
  });
});
