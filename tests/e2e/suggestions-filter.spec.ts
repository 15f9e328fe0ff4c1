/** The list of suggestions by one person, as that person's last one is decided. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

test("ED-92 a list of one person's suggestions shows everybody's again once that person has none", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("sf-chief", "王建国");
  const suggesters = [
    await office.colleague("sf-zhao", "赵核稿"),
    await office.colleague("sf-qian", "钱核稿"),
  ] as const;
  const text = "我们要推动工作\n各单位抓好落实";
  const roles = suggesters.map((each) => [each, "suggester"] as const);
  const speech = await office.speech(chief, { title: "两人修订", text }, [...roles]);
  for (const [block, suggester] of suggesters.entries()) {
    const theirs = await EditorPage.open(openPage, suggester, speech);
    await theirs.clickEnd(block);
    await theirs.page.keyboard.type("，见到成效");
    await theirs.expectSaved();
    await theirs.page.close();
  }

  const mine = await EditorPage.open(openPage, chief, speech);
  await mine.page.getByRole("tab", { name: /^修订/ }).click();
  const cards = mine.page.getByRole("tabpanel").getByRole("listitem");
  await expect(cards).toHaveCount(2);
  const whose = mine.page.getByRole("combobox", { name: "按人" });
  await whose.selectOption("赵核稿");
  await expect(cards).toHaveCount(1);
  await cards.getByRole("button", { name: "接受" }).click();
  await expect(whose).toHaveValue("");
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText("钱核稿");
});
