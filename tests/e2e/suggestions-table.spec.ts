/** A whole table in 修订. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

test("SU-49 a table that is to go is struck out in every page, with a bar beside it, until that is rejected", async ({
  office,
  openPage,
}) => {
  const [writer, reader] = [
    await office.colleague("table-writer", "制表"),
    await office.colleague("table-reader", "看表"),
  ];
  const speech = await office.speech(writer, { title: "整张表" }, [[reader, "editor"]]);
  const mine = await EditorPage.open(openPage, writer, speech);
  const theirs = await EditorPage.open(openPage, reader, speech);
  await mine.text.click();
  await mine.button("插入表格").click();
  await mine.page.keyboard.type("甲");
  await expect(theirs.text.locator("th p").first()).toContainText("甲");
  await mine.button(/^修订/).click();
  await mine.button("表格").click();
  await mine.page.getByRole("menuitem", { name: "删除表格" }).click();
  for (const { text } of [mine, theirs]) {
    await expect(text.locator("table")).toHaveCSS("text-decoration-line", "line-through");
    await expect(text.locator(".tableWrapper")).not.toHaveCSS("box-shadow", "none");
  }
  await theirs.page.getByRole("tab", { name: /^修订/ }).click();
  await theirs.page.getByRole("tabpanel").getByRole("button", { name: "拒绝" }).click();
  for (const { text } of [mine, theirs]) {
    await expect(text.locator("table")).toHaveCSS("text-decoration-line", "none");
    await expect(text.locator(".tableWrapper")).toHaveCSS("box-shadow", "none");
  }
});
