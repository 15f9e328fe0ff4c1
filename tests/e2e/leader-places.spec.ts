/** Sentences that read the same on the page for reading, and one that is too long. */
import { expect, test } from "../helpers/lectern-test";
import { sentForReview } from "./sent-for-review";
import { standApart } from "./stand-apart";

const LONG = `这一句很长，${"没有句号只有逗号，".repeat(240)}到此为止。`;

test("LV-67 LV-68 LV-69 what is wanted of a sentence is shown and written at that one alone; too long a one says so first", async ({
  office,
  openPage,
}) => {
  const text = ["同志们：", "谢谢大家。我们要推动工作。", "谢谢大家。大家要团结。", LONG].join("\n");
  const { leader, speech } = await sentForReview(office, { people: "lp", title: "同一句话", text });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  const thanks = page.locator("article").getByText("谢谢大家。");
  const said = page.getByRole("textbox", { name: "批示" });
  const instruct = page.getByRole("button", { name: "批示", exact: true });

  await thanks.first().click();
  await instruct.click();
  await said.fill("这里先不谢");
  await thanks.last().click();
  await instruct.click();
  await expect(said).toHaveValue("");
  await thanks.first().click();
  await expect(said).toHaveValue("这里先不谢");
  await page.getByRole("button", { name: "作出批示" }).click();

  const noted = page.locator("[data-noted]");
  await expect(noted).toHaveText(["谢谢大家。"]);
  await expect(thanks.first()).toHaveAttribute("data-noted");
  await page.getByText("我们要推动工作。").click();
  await page.getByRole("button", { name: "改成……" }).click();
  await page.getByRole("textbox", { name: "改成" }).fill("大家要团结。");
  await page.getByRole("button", { name: "改成这样" }).click();
  await expect(noted).toHaveText(["谢谢大家。", "大家要团结。"]);
  await expect(page.locator("[data-block='1'] [data-noted]")).toHaveCount(2);

  await page.locator("article").getByText("这一句很长").click();
  await expect(page.getByText("这段话超过 2000 字，请只选中其中一部分。")).toBeVisible();
  await expect(instruct).toHaveCount(0);
});

test("LV-75 the sheet leaves the sentence it is about in sight, low on the screen too", async ({
  office,
  openPage,
}) => {
  const lines = Array.from({ length: 40 }, (_, at) => `第${at}句要推动工作。大家辛苦了。`);
  const text = lines.join("\n");
  const { leader, speech } = await sentForReview(office, { people: "lp", title: "高处低处", text });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  await expect(page.getByText("第0句要推动工作。")).toBeVisible();
  const sheet = page.getByRole("form", { name: "对这段话的意见" });
  for (const [width, height] of [
    [820, 1180],
    [390, 844],
  ] as const)
    for (const layout of ["连续", "翻页"]) {
      await page.setViewportSize({ width, height });
      await page.getByRole("button", { name: "字号与阅读方式" }).click();
      await page.getByText(layout, { exact: true }).click();
      await page.keyboard.press("Escape");
      const seen = await page.locator("article [data-from='0']").evaluateAll((all) =>
        all.flatMap((one, at) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          const isSeen = left >= 0 && right <= innerWidth && top > 60 && bottom < innerHeight - 60;
          return isSeen ? at : [];
        }),
      );
      expect(seen.length).toBeGreaterThan(4);
      for (const at of [seen[0], seen[seen.length - 1]]) {
        const sentence = page.locator("article [data-from='0']").nth(at ?? 0);
        await sentence.click();
        await sheet.getByRole("button", { name: "批示", exact: true }).click();
        await sheet.getByRole("textbox").fill("一\n二\n三\n四\n五\n六\n七");
        await expect.poll(() => standApart(sentence, sheet)).toBe(true);
        await sheet.getByRole("button", { name: "不改了" }).click();
      }
    }
});
