/** The editor on a desk, a tablet and a phone, in light and dark; axe finds nothing. */
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";
import { EditorPage, PLAN_OUTLINE, PLAN_TEXT } from "./editor-page";
import { expectFits } from "./fits-width";

const SIZES = [
  { name: "desktop", width: 1280, height: 800 },
  { name: "tablet", width: 820, height: 1180 },
  { name: "phone", width: 390, height: 844 },
] as const;

for (const { name, width, height } of SIZES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });

      test(`ED-60 nothing for axe and nothing wider than the ${name} (${colorScheme})`, async ({
        openPage,
        office,
      }) => {
        const writer = await office.colleague("sizes", "看屏幕的人");
        const speech = await office.speech(writer, { title: "各种屏幕", text: PLAN_TEXT });
        const editor = await EditorPage.open(openPage, writer, speech);
        await editor.clickEnd(3);
        await editor.page.keyboard.type("新字");
        await expectAccessible(editor.page);
        await expectFits(editor.page, width);
      });
    });
  }
}

test.describe("tablet", () => {
  test.use({ viewport: { width: 820, height: 1180 } });

  test("ED-61 outline and panel are drawers; jumping from the outline closes it", async ({
    openPage,
    office,
  }) => {
    const writer = await office.colleague("sizes", "看屏幕的人");
    const speech = await office.speech(writer, { title: "抽屉", text: PLAN_TEXT });
    const editor = await EditorPage.open(openPage, writer, speech);
    await editor.button("显示提纲").click();
    await editor.expectOutline(PLAN_OUTLINE);
    await editor.page.locator("[data-outline-link]", { hasText: "压实责任" }).click();
    await expect(editor.page.getByRole("dialog")).toBeHidden();
    await editor.button("显示侧栏").click();
    await expect(editor.page.getByRole("dialog").getByText("在线的人")).toBeVisible();
    await editor.page.keyboard.press("Escape");
    await expect(editor.page.getByRole("dialog")).toBeHidden();
  });
});
