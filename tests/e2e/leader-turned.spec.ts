/** The sheet for a passage where the screen is low, or turned while it is open. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { sentForReview } from "./sent-for-review";
import { standApart } from "./stand-apart";

async function open(office: Office, openPage: (account: Account | null, path: string) => Promise<Page>) {
  const lines = Array.from(
    { length: 40 },
    (_, index) => `这是第${index + 1}句，我们要推动工作再上新的台阶。`,
  );
  const text = ["同志们：", ...lines].join("\n");
  const { leader, speech } = await sentForReview(office, { people: "lt", title: "转屏", text });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  await expect(page.getByText("这是第1句")).toBeVisible();
  return { page, sheet: page.getByRole("form", { name: "对这段话的意见" }) };
}

test("LV-83 on a phone that lies on its side the sheet is worked whole", async ({ office, openPage }) => {
  const { page, sheet } = await open(office, openPage);
  await page.setViewportSize({ width: 844, height: 390 });
  await page.getByText("这是第1句").click();
  await sheet.getByRole("button", { name: "批示", exact: true }).click();
  await sheet.getByRole("textbox").fill("一\n二\n三\n四\n五\n六");
  for (const button of [
    sheet.getByRole("button", { name: "不改了" }),
    sheet.getByRole("button", { name: "作出批示" }),
  ]) {
    await button.scrollIntoViewIfNeeded();
    await expect(button).toBeInViewport({ ratio: 0.9 });
  }
  await sheet.getByRole("button", { name: "作出批示" }).click();
  await expect(sheet).toHaveCount(0);
});

test("LV-83 turned, the sheet leaves the passage in sight", async ({ office, openPage }) => {
  const { page, sheet } = await open(office, openPage);
  await page.setViewportSize({ width: 820, height: 1180 });
  const sentence = page.getByRole("article").getByText("这是第9句");
  await sentence.click();
  await expect(sheet).toBeVisible();
  await page.setViewportSize({ width: 1180, height: 820 });
  await expect.poll(() => standApart(sentence, sheet)).toBe(true);
  await expect(sentence).toBeInViewport();
});
