/** What the cards offer an editor while the chief has the speech locked in 修订: all that isn't the text. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { card, comment, expectMarked } from "./threads-in-page";

const TEXT = "同志们：\n我们要推动工作。\n各单位抓好落实。";

test("SU-86 in a locked speech an editor's cards offer resolving, 已落实 for 批示 and 请示; taking other words over is the chief's", async ({
  office,
  openPage,
}) => {
  const [chief, editor, leader] = [
    await office.colleague("locked-chief", "周文清"),
    await office.colleague("locked-editor", "孙编辑"),
    await office.colleague("locked-leader", "陈立川"),
  ];
  const speech = await office.speech(chief, { title: "锁定之后", text: TEXT }, [
    [editor, "editor"],
    [leader, "suggester"],
  ]);
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/sign-off-requests`, {
    people: [leader.person.id],
    inOrder: false,
  });
  const tablet = await openPage(leader, `/speeches/${speech.id}/read`);
  const own = tablet.getByRole("region", { name: "我的意见" }).getByRole("listitem");
  await tablet.getByText("我们要推动工作。").click();
  await tablet.getByRole("button", { name: "改成……" }).click();
  await tablet.getByRole("textbox", { name: "改成" }).fill("我们要推进工作。");
  await tablet.getByRole("button", { name: "改成这样" }).click();
  await expect(own).toHaveCount(1);
  await tablet.getByText("各单位抓好落实。").click();
  await tablet.getByRole("button", { name: "批示", exact: true }).click();
  await tablet.getByRole("textbox", { name: "批示" }).fill("写明时限");
  await tablet.getByRole("button", { name: "作出批示" }).click();
  await expect(own).toHaveCount(2);

  const theirs = await EditorPage.open(openPage, chief, speech);
  await theirs.page.getByRole("tab", { name: "批注" }).click();
  await comment(theirs.page, "抓好", "换一个词");
  const mine = await EditorPage.open(openPage, editor, speech);
  await chief.visitor.request("PATCH", `/api/speeches/${speech.id}`, { suggestOnly: true });
  for (const { page } of [theirs, mine]) {
    const toggle = page.locator("button[aria-pressed]", { hasText: "修订" });
    await expect(toggle).toHaveAttribute("aria-pressed", "true");
  }

  // A colleague's remark.
  const { page } = mine;
  await page.getByRole("tab", { name: "批注" }).click();
  await card(page, "换一个词").getByRole("button", { name: "抓好" }).click();
  await page.getByRole("button", { name: "标为已解决" }).click();
  // Who wrote it has it open still.
  await expect(card(theirs.page, "换一个词")).toContainText("孙编辑已解决");
  // The mark that is left is the leader's.
  await expectMarked(theirs.page, ["各单位抓好落实。"]);

  // The leader's points.
  await page.getByRole("tab", { name: "领导 2 条待落实" }).click();
  const cards = page.getByRole("region", { name: "领导意见" }).getByRole("listitem");
  const [instruction, words] = [cards.filter({ hasText: "写明时限" }), cards.filter({ hasText: "推进" })];
  await expect(words.getByRole("button", { name: "请示" })).toBeVisible();
  await expect(words.getByRole("button", { name: "已落实" })).toHaveCount(0);
  await instruction.getByRole("button", { name: "已落实" }).click();
  await instruction.getByRole("textbox", { name: "怎么落实的" }).fill("已写明年底前");
  await instruction.getByRole("button", { name: "已落实" }).click();
  await expect(page.getByRole("tab", { name: "领导 1 条待落实" })).toBeVisible();
  await words.getByRole("button", { name: "请示" }).click();
  await words.getByRole("textbox", { name: "向领导请示什么" }).fill("用“促进”是否更好？");
  await words.getByRole("button", { name: "发出" }).click();
  await expect(words.getByText("请示中")).toBeVisible();

  await theirs.page.getByRole("tab", { name: /领导/ }).click();
  const chiefs = theirs.page.getByRole("region", { name: "领导意见" }).getByRole("listitem");
  await chiefs.filter({ hasText: "推进" }).getByRole("button", { name: "已落实" }).click();
  await theirs.expectBlocks(["p 同志们：", "p 我们要推进工作。", "p 各单位抓好落实。"]);
});
