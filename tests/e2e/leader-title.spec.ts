/** The title on the page for reading, whose letters are so large that its lines seldom fit. */
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";

const TITLE = "让每一份档案都找得到、用得上";
const SUBTITLE = "——在青禾市档案数字化工作推进会上的讲话";

test("LV-73 a line of the title that doesn't fit is broken between words into rows of like length", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("lv-title-chief", "周文清");
  const text = `${TITLE}\n${SUBTITLE}\n同志们：\n今天开会。`;
  const speech = await office.speech(chief, { title: TITLE, text });
  const page = await openPage(chief, `/speeches/${speech.id}/read`);
  const title = page.getByRole("heading", { name: SUBTITLE });
  await expect(title).toHaveCount(1);
  for (const width of [834, 600, 390]) {
    await page.setViewportSize({ width, height: 1112 });
    const rows = await title.evaluate((heading, words) => {
      const line = [...heading.querySelectorAll("span")].find((span) => span.textContent === words);
      const range = document.createRange();
      const rows = new Map<number, string>();
      const texts = document.createTreeWalker(line ?? heading, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        for (const [at, character] of [...(node.textContent ?? "")].entries()) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { top } = range.getBoundingClientRect();
          rows.set(top, (rows.get(top) ?? "") + character);
        }
      }
      return [...rows.values()];
    }, SUBTITLE);
    expect(rows.length, `${width} px`).toBeGreaterThan(1);
    const lengths = rows.map((row) => row.length);
    expect(Math.min(...lengths) / Math.max(...lengths), rows.join("/")).toBeGreaterThan(0.5);
    for (const word of ["青禾市", "数字化", "推进会上的"]) expect(rows.join("/")).toContain(word);
  }
});

test("LV-21 a text without a title line begins one level below the page's own heading", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("lv-title-chief", "周文清");
  const text = "同志们：\n一、形势\n（一）国内\n正文";
  const speech = await office.speech(chief, { title: TITLE, text });
  const page = await openPage(chief, `/speeches/${speech.id}/read`);
  for (const [level, heading] of [TITLE, "形势", "国内"].entries()) {
    await expect(page.getByRole("heading", { name: heading, level: level + 1 })).toBeVisible();
  }
  await expectAccessible(page);
});
