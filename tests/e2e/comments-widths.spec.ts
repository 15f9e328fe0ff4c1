/** Threads of comments on screens of every width. */
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";
import { card, comment } from "./threads-in-page";

test("CO-34 UI-11 threads are in order on every width, have no axe violation, and cover no other", async ({
  office,
  openPage,
}) => {
  test.slow();
  const [writer, reviewer] = [
    await office.colleague("wang", "王建国"),
    await office.colleague("zhao", "赵核稿"),
  ];
  const text = "一、形势\n坚持真抓实干\n二、要求\n做好督促检查";
  const speech = await office.speech(writer, { title: "批注各种宽度", text }, [[reviewer, "commenter"]]);
  const theirs = await EditorPage.open(openPage, reviewer, speech);
  const mine = await EditorPage.open(openPage, writer, speech);
  await mine.page.getByRole("tab", { name: "批注" }).click();
  await comment(theirs.page, "形势", "第一条");
  await comment(
    theirs.page,
    "真抓",
    "第二条，写得长一些，好让它占几行，和下一条挤在一起，看看是不是还分得开。",
  );
  await comment(theirs.page, "实干", "第三条");
  await expect(mine.page.locator("[data-card]")).toHaveCount(3);
  await expect
    .poll(() =>
      mine.page.locator("[data-card]").evaluateAll((cards) => {
        const boxes = cards
          .map((each) => each.getBoundingClientRect())
          .sort((one, other) => one.top - other.top);
        return boxes.every((box, index) => index === 0 || box.top >= (boxes[index - 1]?.bottom ?? 0));
      }),
    )
    .toBe(true);
  for (const colorScheme of ["light", "dark"] as const) {
    await mine.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(mine.page, colorScheme);
  }
  await mine.page.setViewportSize({ width: 834, height: 1112 });
  await mine.page.getByRole("button", { name: "显示侧栏" }).click();
  await card(mine.page, "第三条").getByRole("button", { name: "实干" }).click();
  for (const width of [834, 390]) {
    await mine.page.setViewportSize({ width, height: 844 });
    await expect(card(mine.page, "第三条").getByRole("textbox", { name: "回复" })).toBeVisible();
    await expectAccessible(mine.page, `a card in use at ${width}`);
  }
});
