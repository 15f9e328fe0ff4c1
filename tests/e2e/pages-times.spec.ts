import { expect, test } from "../helpers/lectern-test";

test("UI-19 times are those of the reader's own clock, whatever the server's time zone is", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("times-chief", "主笔");
  const reader = await office.colleague("times-reader", "读者");
  const before = Date.now();
  await office.speech(chief, { title: "几点写的" }, [[reader, "viewer"]]);
  const page = await openPage(reader, "/inbox");
  const about = page.getByText(/^几点写的 · /);
  await expect(about).toBeVisible();
  const clock = (at: number) => page.evaluate((time) => new Date(time).toTimeString().slice(0, 5), at);
  const minutes = [await clock(before), await clock(Date.now())];
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
      const day = () => new Intl.DateTimeFormat("en-CA", { timeZone: timezoneId }).format(Date.now());
      const dueOn = day();
      await office.speech(writer, { title: `${timezoneId} 的今天`, dueOn });
      const page = await openPage(writer, "/");
      const row = page.getByRole("listitem").filter({ hasText: timezoneId });
      await expect(row).toBeVisible();
      // Midnight may have passed meanwhile.
      await expect(row).toContainText(dueOn === day() ? "今天交稿" : /今天交稿|已逾期 1 天/);
    });
  });
}
