/** More decisions than one page of the list. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

const SUGGESTIONS = 105;

test("SU-78 whoever reads earlier decisions, or writes a reason there, stays there while others propose", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("wang", "王建国");
  const reviewer = await office.colleague("zhao", "赵核稿");
  const text = Array.from({ length: SUGGESTIONS }, (_, at) => `第${at}项工作`).join("\n");
  const speech = await office.speech(chief, { title: "很多取舍", text }, [[reviewer, "suggester"]]);
  const { page, ...mine } = await EditorPage.open(openPage, chief, speech);
  await page.getByRole("toolbar", { name: "格式工具栏" }).getByRole("button", { name: /修订/ }).click();
  await page.keyboard.press("Control+f");
  await page.getByRole("textbox", { name: "查找" }).fill("工作");
  await page.getByRole("textbox", { name: "替换为" }).fill("任务");
  await page.getByRole("button", { name: "全部替换" }).click();
  await expect(mine.text.locator("ins")).toHaveCount(SUGGESTIONS);
  await page.getByRole("tab", { name: /^修订/ }).click();
  await page.getByRole("button", { name: "全部取舍" }).click();
  await page.getByRole("menuitem", { name: /全部接受/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `接受 ${SUGGESTIONS} 处` })
    .click();
  await page.getByRole("tabpanel").getByText("已定", { exact: true }).click();
  const list = page.getByRole("tabpanel").getByRole("listitem");
  await page.getByRole("button", { name: "更早的" }).click();
  await expect(list).toHaveCount(SUGGESTIONS);
  await list.last().getByRole("button", { name: "写理由" }).click();
  await list.last().getByRole("textbox", { name: "理由" }).fill("与上文一致");

  const theirs = await EditorPage.open(openPage, reviewer, speech);
  const read = page.waitForResponse((answer) => answer.url().includes("/decisions?before="));
  await theirs.clickEnd(0);
  await theirs.page.keyboard.type("，见到成效");
  await theirs.expectSaved();
  await expect(page.getByRole("tab", { name: "修订 1 处待定" })).toBeVisible();
  await read;
  await expect(list).toHaveCount(SUGGESTIONS);
  await expect(list.last().getByRole("textbox", { name: "理由" })).toHaveValue("与上文一致");
  await list.last().getByRole("button", { name: "保存" }).click();
  await expect(list.last()).toContainText("与上文一致");
});
