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
