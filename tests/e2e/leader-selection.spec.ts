/** What a leader selects by mouse and keys on the page for reading. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { InputMethod } from "./input-method";
import { sentForReview } from "./sent-for-review";

async function open(office: Office, openPage: (account: Account | null, path: string) => Promise<Page>) {
  const text = "同志们：\n我们要推动工作。大家辛苦了。";
  const { leader, speech } = await sentForReview(office, { people: "ls", title: "选中", text });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  await expect(page.getByText("我们要推动工作。")).toBeVisible();
  const quote = page.getByRole("form", { name: "对这段话的意见" }).locator("blockquote");
  return { page, quote };
}

/** Where letter `at` of the words begins on the page. */
async function letterAt(words: Locator, at: number): Promise<{ x: number; y: number }> {
  const box = await words.boundingBox();
  const { length } = (await words.textContent()) ?? "";
  if (box === null) throw new Error("not on the page");
  return { x: box.x + (box.width * at) / length, y: box.y + box.height / 2 };
}

async function drag(page: Page, words: Locator, from: number, to: number): Promise<void> {
  const [start, end] = [await letterAt(words, from), await letterAt(words, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.mouse.up();
}

test("LV-65 what a mouse drags over within a sentence, or double-clicks, is what is remarked on", async ({
  office,
  openPage,
}) => {
  const { page, quote } = await open(office, openPage);
  const sentence = page.getByText("我们要推动工作。");
  await drag(page, sentence, 3, 5);
  await expect(quote).toHaveText("推动");
  // A click on a sentence chooses it, and another gives it up.
  await page.getByText("大家辛苦了。").click();
  await expect(quote).toHaveText("大家辛苦了。");
  await page.getByText("大家辛苦了。").first().click();
  await expect(quote).toHaveCount(0);
  const { x, y } = await letterAt(sentence, 5.5);
  await page.mouse.dblclick(x, y);
  await expect(quote).toHaveText("工作");
});

test("LV-66 after a selection the sheet is closed by keys, and the arrows go on from sentence to sentence", async ({
  office,
  openPage,
}) => {
  const { page, quote } = await open(office, openPage);
  const sentence = page.getByText("我们要推动工作。");
  const selected = () => page.evaluate(() => String(getSelection()));
  const isClosed = async () => {
    await expect(quote).toHaveCount(0);
    expect(await selected()).toBe("");
  };
  await drag(page, sentence, 3, 5);
  await expect(quote).toHaveText("推动");
  await page.getByRole("button", { name: "改成……" }).focus();
  await page.keyboard.press("Escape");
  await isClosed();
  await drag(page, sentence, 3, 5);
  await page.getByRole("form").getByRole("button", { name: "不改了" }).focus();
  await page.keyboard.press("Enter");
  await isClosed();
  await drag(page, sentence, 3, 5);
  await expect(quote).toHaveText("推动");
  // From the text itself, too; until then the arrows choose sentences though letters are selected.
  await page.keyboard.press("ArrowDown");
  await expect(quote).toHaveText("大家辛苦了。");
  await page.keyboard.press("Escape");
  await isClosed();
  // On from where one was.
  await page.keyboard.press("Enter");
  await expect(quote).toHaveText("大家辛苦了。");
  await page.keyboard.press("ArrowUp");
  await expect(quote).toHaveText("我们要推动工作。");
});

test("LV-66 Escape within a composition leaves the leader's sheet open, and the one after it closes it", async ({
  office,
  openPage,
}) => {
  const { page, quote } = await open(office, openPage);
  await page.getByText("大家辛苦了。").click();
  await page.getByRole("button", { name: "改成……" }).click();
  const wording = page.getByRole("textbox", { name: "改成" });
  await wording.fill("谢谢");
  const inputMethod = await InputMethod.of(page);
  await inputMethod.compose("dajia");
  await page.keyboard.press("Escape");
  await expect(quote).toHaveText("大家辛苦了。");
  await inputMethod.choose("大家");
  await expect(wording).toHaveValue("谢谢大家");
  // As Safari sends it: the composition is over by then, and only the code tells.
  await wording.dispatchEvent("keydown", { key: "Escape", keyCode: 229, bubbles: true });
  await expect(quote).toHaveText("大家辛苦了。");
  await page.keyboard.press("Escape");
  await expect(quote).toHaveCount(0);
});
