/** A text that is final is late no more: not by its own date and not by that of signing. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { makeFinal } from "./make-final";
import { sentForReview } from "./sent-for-review";

test("UI-03 of a final text the list tells the day it was due, and not that it is late", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("closed-due", "主笔");
  const due = { text: "同志们：", dueOn: "2020-05-01" };
  const speech = await office.speech(chief, { title: "定了的稿子", ...due });
  await office.speech(chief, { title: "没定的稿子", ...due });
  await makeFinal(chief, speech.id);
  const page = await openPage(chief, "/");
  const row = (title: string) => page.getByRole("listitem").filter({ hasText: title });
  await expect(row("没定的稿子")).toContainText(/已逾期 \d+ 天/);
  await expect(row("定了的稿子")).toContainText("2020年5月1日交稿");
  await expect(row("定了的稿子")).not.toContainText("逾期");
});

test("SG-82 once the text is final nobody is told any more that signing is late", async ({
  office,
  openPage,
}) => {
  const { chief, speech } = await sentForReview(office, {
    people: "closed-sign",
    title: "没等签批就定稿",
    text: "同志们：",
    dueOn: "2020-12-01",
  });
  const { page } = await EditorPage.open(openPage, chief, speech);
  const section = page.getByRole("region", { name: "签批" });
  await expect(section).toContainText("2020年12月1日前签批，已逾期");
  await makeFinal(chief, speech.id);
  await expect(page.getByRole("banner").locator("[data-stage]")).toHaveText("定稿");
  await expect(section).toContainText("已签批 0/1");
  await expect(section).not.toContainText("逾期");
});
