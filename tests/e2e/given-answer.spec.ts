/** The page for signing once it is signed. */
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";
import { chooseAnswer } from "./choose-answer";
import { expectFits } from "./fits-width";
import { sentForReview } from "./sent-for-review";

const TEXT = "在推进会上的讲话\n同志们：\n我们要推动档案工作再上新台阶。";

test("SG-93 SG-20 what was signed is said with its time, and another answer is behind a button", async ({
  office,
  openPage,
}) => {
  const { leader, speech } = await sentForReview(office, { people: "given", title: "已签批", text: TEXT });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  await page.getByRole("textbox", { name: "意见" }).fill("写得好");
  await chooseAnswer(page, "同意");
  const given = page.getByRole("region", { name: "签批" });
  await expect(given).toContainText(/您已签批：同意\s*\d{4}年\d+月\d+日 \d\d:\d\d\s*写得好/);
  // In plain sight, not in a tooltip that no finger reaches.
  await expect(given.getByText(/^所签：送审稿·一稿（[0-9a-f]{12}）$/)).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await expect(page.getByRole("banner").getByRole("button", { name: "去签批" })).toHaveCount(0);
  // Whoever works with the keyboard goes on from there.
  await expect(page.locator(":focus")).toHaveCount(1);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page, colorScheme);
  }
  for (const width of [1280, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectFits(page, width);
  }
  await given.getByRole("button", { name: "修改签批" }).click();
  await expect(page.getByRole("radio")).toHaveCount(3);
  await page.getByRole("textbox", { name: "意见" }).fill("再想想");
  await page.getByRole("button", { name: "不修改" }).click();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await given.getByRole("button", { name: "修改签批" }).click();
  await expect(page.getByRole("textbox", { name: "意见" })).toHaveValue("");
  await page.getByRole("textbox", { name: "意见" }).fill("第三部分再压一压");
  await chooseAnswer(page, "修改后同意");
  await expect(page.getByRole("radio")).toHaveCount(0);
});
