/** How much the leader still waits for, where the panel that says so is closed. */
import { LOCALE_COOKIE, LOCALES, type Locale } from "@/core/messages/locale";
import { instruction, rewording } from "../helpers/directives";
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";

const TEXT = "要持续推动档案工作再上新台阶。";

const SAID: Readonly<Record<Locale, readonly [none: string, one: string, two: string]>> = {
  "zh-CN": ["显示侧栏", "显示侧栏 1 条待落实", "显示侧栏 2 条待落实"],
  en: ["Show the panel", "Show the panel 1 to be done", "Show the panel 2 to be done"],
};

for (const { name, width, height } of [
  { name: "phone", width: 390, height: 844 },
  { name: "tablet", width: 834, height: 1112 },
]) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test(`LV-85 the button for the closed panel says live how many of the leader's points are pending (${name})`, async ({
      office,
      openContext,
    }) => {
      const chief = await office.colleague("lc-chief", "主笔");
      const leader = await office.colleague("lc-leader", "领导");
      for (const locale of LOCALES) {
        const [none, one, two] = SAID[locale];
        const speech = await office.speech(chief, { title: "待落实", text: TEXT }, [[leader, "suggester"]]);
        const path = `/api/speeches/${speech.id}`;
        await chief.visitor.request("POST", `${path}/sign-off-requests`, {
          people: [leader.person.id],
          inOrder: false,
        });
        const say = async (body: string) => {
          const directive = instruction(TEXT, TEXT, body);
          await leader.visitor.request("POST", `${path}/directives`, directive);
          return directive.id;
        };
        const context = await openContext(chief);
        await context.addCookies([{ name: LOCALE_COOKIE, value: locale, url: office.url }]);
        const page = await context.newPage();
        await page.goto(`/speeches/${speech.id}`);
        const button = (label: string) => page.getByRole("button", { name: label, exact: true });
        await expect(button(none)).toBeVisible();
        await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved");
        await say("再写实一些");
        await expect(button(one)).toHaveText("1");
        const second = await say("补充数据");
        await expect(button(two)).toHaveText("2");
        await expectAccessible(page, `${name} ${locale}`);

        // The open panel says so itself.
        await button(two).click();
        await expect(page.getByRole("tab", { name: /2 (条待落实|to be done)$/ })).toBeVisible();
        await expect(page.getByRole("button", { name: none })).toHaveCount(0);
        await page.keyboard.press("Escape");
        await expect(button(two)).toBeVisible();
        await leader.visitor.request("PATCH", `${path}/directives/${second}`, { state: "withdrawn" });
        await expect(button(one)).toHaveText("1");
      }
    });
  });
}

test("LV-85 it asks for the points once, and the panel that is opened then once more", async ({
  office,
  openContext,
}) => {
  const chief = await office.colleague("lc-chief", "主笔");
  const leader = await office.colleague("lc-leader", "领导");
  const speech = await office.speech(chief, { title: "问一次", text: TEXT }, [[leader, "suggester"]]);
  const path = `/api/speeches/${speech.id}`;
  await chief.visitor.request("POST", `${path}/sign-off-requests`, {
    people: [leader.person.id],
    inOrder: false,
  });
  await leader.visitor.request("POST", `${path}/directives`, rewording(TEXT, "推动", "推进"));
  const page = await (await openContext(chief)).newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  let asked = 0;
  page.on("request", (request) => {
    if (request.method() === "GET" && request.url().endsWith("/directives")) asked += 1;
  });
  await page.goto(`/speeches/${speech.id}`);
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved");
  await page.getByRole("button", { name: "显示侧栏 1 条待落实", exact: true }).click();
  await page.getByRole("tab", { name: /1 条待落实$/ }).click();
  await expect(page.getByRole("tabpanel").getByText("推进")).toBeVisible();
  expect(asked).toBe(2);
});
