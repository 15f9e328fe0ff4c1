/** What a leader may still do about a text that nobody writes in any more. */
import { expect, test } from "../helpers/lectern-test";
import { makeFinal } from "./make-final";
import { sentForReview } from "./sent-for-review";

test("LV-08 taking back is offered for other words until the text is final, for an instruction until it is archived", async ({
  office,
  openPage,
}) => {
  const { chief, leader, speech } = await sentForReview(office, {
    people: "lv-closed",
    title: "lv-closed",
    text: "同志们：\n要抓好落实。\n要抓好安全。",
  });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  const say = async (about: string, kind: string, words: string, send: string) => {
    await page.getByText(about).click();
    await page.getByRole("button", { name: kind, exact: true }).click();
    await page.getByRole("textbox", { name: kind.replace("……", "") }).fill(words);
    await page.getByRole("button", { name: send }).click();
  };
  const own = page.getByRole("region", { name: "我的意见" }).getByRole("listitem");
  await say("要抓好落实。", "改成……", "要抓紧落实。", "改成这样");
  await expect(own).toHaveCount(1);
  await say("要抓好安全。", "批示", "写到县一级", "作出批示");
  await expect(own).toHaveCount(2);
  const [words, order] = [own.filter({ hasText: "领导改为" }), own.filter({ hasText: "写到县一级" })];
  const takeBack = { name: "撤回" };
  await expect(words.getByRole("button", takeBack)).toBeVisible();

  await makeFinal(chief, speech.id);
  await expect(words.getByRole("button", takeBack)).toHaveCount(0);
  await expect(order.getByRole("button", takeBack)).toBeVisible();

  await chief.visitor.request("PATCH", `/api/speeches/${speech.id}`, { archived: true });
  await expect(order.getByRole("button", takeBack)).toHaveCount(0);
  await expect(words).toBeVisible();
});
