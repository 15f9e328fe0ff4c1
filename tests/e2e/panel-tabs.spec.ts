/** The panel's tabs at their fullest: all five, and counts of two figures. */
import type { Page } from "@playwright/test";
import { newCommentId, newThreadId } from "@/core/ids";
import { LOCALE_COOKIE, LOCALES } from "@/core/messages/locale";
import { instruction } from "../helpers/directives";
import { expect, test } from "../helpers/lectern-test";

const TEXT = "要持续推动档案工作再上新台阶。";
const COUNT = 12;

/** In how many rows the tabs stand, and the words that are cut or run into another tab. */
const layout = (page: Page) =>
  page.getByRole("tablist").evaluate((list) => {
    const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
    const { left, right } = list.getBoundingClientRect();
    const cut = tabs.filter((tab) => {
      const box = tab.getBoundingClientRect();
      const word = [...tab.querySelectorAll("span")].at(-1)?.getBoundingClientRect() ?? box;
      const isWithinTab = word.left >= box.left && word.right <= box.right;
      return !isWithinTab || box.left < left - 0.5 || box.right > right + 0.5;
    });
    return {
      tabs: tabs.length,
      rows: new Set(tabs.map((tab) => tab.offsetTop)).size,
      cut: cut.map((tab) => tab.textContent),
    };
  });

for (const { name, width, height } of [
  { name: "desk", width: 1280, height: 800 },
  { name: "phone", width: 390, height: 844 },
]) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test(`ED-69 the panel's tabs stand in one row with whole words in both languages (${name})`, async ({
      office,
      openContext,
    }) => {
      const chief = await office.colleague("tabs-chief", "主笔");
      const leader = await office.colleague("tabs-leader", "领导");
      const speech = await office.speech(chief, { title: "五个页签", text: TEXT }, [[leader, "suggester"]]);
      const path = `/api/speeches/${speech.id}`;
      const asked = { people: [leader.person.id], inOrder: false };
      await chief.visitor.request("POST", `${path}/sign-off-requests`, asked);
      for (let made = 0; made < COUNT; made += 1) {
        const comment = { id: newCommentId(), body: "请核实", mentions: [] };
        await chief.visitor.request("POST", `${path}/threads`, { id: newThreadId(), place: null, comment });
        await leader.visitor.request("POST", `${path}/directives`, instruction(TEXT, TEXT, "再写实一些"));
      }
      for (const locale of LOCALES) {
        const context = await openContext(chief);
        await context.addCookies([{ name: LOCALE_COOKIE, value: locale, url: office.url }]);
        const page = await context.newPage();
        await page.goto(`/speeches/${speech.id}`);
        // Its name tells of the leader's points once they have come.
        if (name === "phone")
          await page
            .getByRole("button", { name: /^(显示侧栏 12 条待落实|Show the panel 12 to be done)$/ })
            .click();
        await expect(page.getByRole("tab", { name: /\d\d/ })).toHaveCount(2);
        await expect.poll(() => layout(page)).toEqual({ tabs: 5, rows: 1, cut: [] });
      }
    });
  });
}
