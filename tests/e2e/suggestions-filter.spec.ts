/** The list of suggestions by one person. */
import { expect, test } from "../helpers/lectern-test";
import type { Office } from "../helpers/office";
import { EditorPage } from "./editor-page";

type OpenPage = Parameters<typeof EditorPage.open>[0];

/** The chief's list of what two have proposed, each at the end of these paragraphs. */
async function openList(office: Office, openPage: OpenPage, title: string, proposed: readonly number[][]) {
  const chief = await office.colleague("sf-chief", "王建国");
  const suggesters = [
    await office.colleague("sf-zhao", "赵核稿"),
    await office.colleague("sf-qian", "钱核稿"),
  ] as const;
  const text = "我们要推动工作\n各单位抓好落实\n年底再看";
  const roles = suggesters.map((each) => [each, "suggester"] as const);
  const speech = await office.speech(chief, { title, text }, [...roles]);
  for (const [index, suggester] of suggesters.entries()) {
    const theirs = await EditorPage.open(openPage, suggester, speech);
    for (const block of proposed[index] ?? []) {
      await theirs.clickEnd(block);
      await theirs.page.keyboard.type(`，${suggester.person.name.charAt(0)}加${block}`);
    }
    await theirs.expectSaved();
    await theirs.page.close();
  }

  const mine = await EditorPage.open(openPage, chief, speech);
  await mine.page.getByRole("tab", { name: /^修订/ }).click();
  const cards = mine.page.getByRole("tabpanel").getByRole("listitem");
  await expect(cards).toHaveCount(proposed.flat().length);
  const whose = mine.page.getByRole("combobox", { name: "按人" });
  return { mine, cards, whose };
}

test("ED-92 a list of one person's suggestions shows everybody's again once that person has none", async ({
  office,
  openPage,
}) => {
  const { cards, whose } = await openList(office, openPage, "两人修订", [[0], [1]]);
  await whose.selectOption("赵核稿");
  await expect(cards).toHaveCount(1);
  await cards.getByRole("button", { name: "接受" }).click();
  await expect(whose).toHaveValue("");
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText("钱核稿");
});

for (const { decision, item, submit, left } of [
  { decision: "accepted", item: "全部接受（2）", submit: "接受 2 处", left: ["，赵加0", "，赵加2"] },
  { decision: "rejected", item: "全部拒绝（2）", submit: "拒绝 2 处", left: ["", ""] },
]) {
  test(`SU-88 in the list of one person's suggestions all are ${decision} at once, and another's stay`, async ({
    office,
    openPage,
  }) => {
    const title = `一人的修订 ${decision}`;
    const { mine, cards, whose } = await openList(office, openPage, title, [[0, 2], [1]]);
    const { page } = mine;
    await whose.selectOption("赵核稿");
    await expect(cards).toHaveCount(2);
    await page.getByRole("button", { name: "全部取舍" }).click();
    await page.getByRole("menuitem", { name: item }).click();
    await page.getByRole("dialog").getByRole("button", { name: submit }).click();
    await expect(whose).toHaveValue("");
    await expect(cards).toHaveCount(1);
    await expect(cards).toContainText("钱核稿");
    await mine.expectWords("ins", ["，钱加1"]);
    const [first = "", third = ""] = left;
    await mine.expectBlocks([`p 我们要推动工作${first}`, "p 各单位抓好落实，钱加1", `p 年底再看${third}`]);
    await mine.expectSaved();
  });
}
