/** What is tapped on a tablet and on a phone is large enough for a finger. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { comment } from "./threads-in-page";

test.use({ contextOptions: { hasTouch: true, isMobile: true } });

const CONTROLS =
  "button, select, input:not([type=checkbox]):not([type=radio]), textarea, [role=tab], [role=menuitem]";
/** Words within text, a row which as a whole is tapped, and what only measures. */
const WITHIN =
  "[aria-hidden=true], article *, .ProseMirror *, [aria-label='提纲'] *, section > [class*=quote], li > button";

/** Controls in sight that are smaller than a finger, or fields that iOS would enlarge, by their names. */
const tooSmall = (page: Page) =>
  page.evaluate(
    ([controls, within]) =>
      [...document.querySelectorAll<HTMLElement>(controls)]
        .filter((control) => control.checkVisibility() && !control.matches(within))
        .filter((control) => {
          const { width, height } = control.getBoundingClientRect();
          const isField = control.matches("select, input, textarea");
          const letters = Number.parseFloat(getComputedStyle(control).fontSize);
          // Hidden for the eye, for screen readers only.
          if (width <= 1) return false;
          return height < 43.5 || width < 39.5 || (isField && letters < 16);
        })
        .map((control) => `${control.ariaLabel || control.textContent || control.outerHTML.slice(0, 80)}`),
    [CONTROLS, WITHIN] as const,
  );

test("UI-32 buttons and fields are as large as a finger needs", async ({ office, openPage }) => {
  const chief = await office.colleague("touch-chief", "周文清");
  const leader = await office.colleague("touch-leader", "陈立川");
  const text = [
    "同志们：",
    ...Array.from({ length: 60 }, (_, at) => `第 ${at} 项任务要按时办结，不得拖延。`),
  ].join("\n");
  const speech = await office.speech(chief, { title: "触屏", text }, [[leader, "suggester"]]);
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/sign-off-requests`, {
    people: [leader.person.id],
    inOrder: false,
  });
  const page = await openPage(chief, "/");
  await page.setViewportSize({ width: 834, height: 1112 });
  await expect(page.getByRole("link", { name: "触屏" })).toBeVisible();
  expect(await tooSmall(page)).toEqual([]);

  await page.goto(`/speeches/${speech.id}`);
  await comment(page, "第 1 项任务", "再核一遍");
  for (const name of [/^稿件/, /^批注/, /^修订/]) {
    const side = page.getByRole("button", { name: "显示侧栏" });
    if (await side.isVisible()) await side.tap();
    await page.getByRole("tab", { name }).tap();
    await expect(page.getByRole("tab", { name })).toHaveAttribute("aria-selected", "true");
    expect(await tooSmall(page), String(name)).toEqual([]);
  }

  const tablet = await openPage(leader, `/speeches/${speech.id}/read`);
  await tablet.setViewportSize({ width: 834, height: 1112 });
  await tablet.getByText("第 3 项任务").tap();
  await tablet.getByRole("button", { name: "批示", exact: true }).tap();
  await tablet.getByRole("textbox", { name: "批示" }).fill("写明时限");
  expect(await tooSmall(tablet)).toEqual([]);
  await tablet.getByRole("button", { name: "作出批示" }).tap();
  await tablet.getByRole("region", { name: "我的意见" }).scrollIntoViewIfNeeded();
  expect(await tooSmall(tablet)).toEqual([]);
});

test("UI-32 the outline doesn't tell a finger of keys and a mouse", async ({ office, openPage }) => {
  const chief = await office.colleague("touch-chief", "周文清");
  const speech = await office.speech(chief, { title: "提纲", text: "一、形势\n正文" });
  const page = await openPage(chief, `/speeches/${speech.id}`);
  await page.setViewportSize({ width: 1194, height: 834 });
  const hint = page.getByText(/拖动标题/);
  await expect(hint).toHaveCount(1);
  await expect(hint).toBeHidden();
});
