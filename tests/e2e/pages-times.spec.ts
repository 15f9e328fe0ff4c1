import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

const TEN_YEARS_MS = 10 * 365 * 24 * 60 * 60 * 1000;

/** The day of a reader there; where a test runs it may be another one. */
const dayIn = (timeZone: string | undefined) =>
  new Intl.DateTimeFormat("en-CA", { timeZone }).format(Date.now());
/** Midnight may have passed since. */
const dueToday = (dueOn: string, timeZone: string | undefined) =>
  dueOn === dayIn(timeZone) ? "今天交稿" : /今天交稿|已逾期 1 天/;

test("UI-19 times are those of the reader's own clock, whatever the server's time zone is", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("times-chief", "主笔");
  const reader = await office.colleague("times-reader", "读者");
  const before = Date.now();
  await office.speech(chief, { title: "几点写的" }, [[reader, "viewer"]]);
  const after = Date.now();
  const page = await openPage(reader, "/inbox");
  const about = page.getByText(/^几点写的 · /);
  await expect(about).toBeVisible();
  const clock = (at: number) => page.evaluate((time) => new Date(time).toTimeString().slice(0, 5), at);
  const minutes = [await clock(before), await clock(after)];
  expect(new Date(before).toISOString().slice(11, 16)).not.toBe(minutes[0]);
  await expect(about).toHaveText(new RegExp(`(?:${minutes.join("|")})$`));
});

// The first and the last zone of the earth: never on one day, so that the server is wrong in one of them.
for (const timezoneId of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
  test.describe(timezoneId, () => {
    test.use({ timezoneId });

    test(`UI-19 what is due today is so by the reader's own day (${timezoneId})`, async ({
      office,
      openPage,
    }) => {
      const writer = await office.colleague("times-day", "看日子的人");
      const dueOn = dayIn(timezoneId);
      await office.speech(writer, { title: `${timezoneId} 的今天`, dueOn });
      const page = await openPage(writer, "/");
      const row = page.getByRole("listitem").filter({ hasText: timezoneId });
      await expect(row).toBeVisible();
      await expect(row).toContainText(dueToday(dueOn, timezoneId));
    });
  });
}

test("UI-33 a computer whose clock is years off dates a suggestion, and knows what is due, by the server's", async ({
  office,
  openContext,
  openPage,
  timezoneId,
}) => {
  const [chief, reviewer] = [
    await office.colleague("times-right", "钟准"),
    await office.colleague("times-wrong", "钟慢"),
  ];
  const dueOn = dayIn(timezoneId);
  const draft = { title: "谁的钟慢了", text: "开头一句话", dueOn };
  const speech = await office.speech(chief, draft, [[reviewer, "suggester"]]);
  const page = await (await openContext(reviewer)).newPage();
  await page.addInitScript((lateBy) => {
    const now = Date.now;
    Date.now = () => now() - lateBy;
  }, TEN_YEARS_MS);
  await page.goto("/");
  const row = page.getByRole("listitem").filter({ hasText: "谁的钟慢了" });
  await expect(row).toBeVisible();
  await expect(row).toContainText(dueToday(dueOn, timezoneId));
  const goThere = async (_: unknown, path: string) => {
    await page.goto(path);
    return page;
  };
  const wrong = await EditorPage.open(goThere, reviewer, speech);
  await wrong.clickEnd(0);
  await page.keyboard.type("，再加一句");
  await wrong.expectSaved();
  const right = await EditorPage.open(openPage, chief, speech);
  for (const each of [wrong, right]) {
    await each.page.getByRole("tab", { name: /^修订/ }).click();
    const card = each.page.getByRole("tabpanel").getByRole("listitem").first();
    await expect(card).toContainText("钟慢");
    await expect(card).not.toContainText(/年|月/);
  }
});
