/** The record of a speech as a page. */
import type { SpeechRecord } from "@/core/record";
import { expect, test } from "../helpers/lectern-test";
import { readPdf } from "../helpers/pdf-reader";
import { expectAccessible } from "./accessible";
import { downloaded } from "./downloaded";
import { EditorPage } from "./editor-page";
import { expectFits } from "./fits-width";

test("EX-21 EX-92 VE-45 the record lists who did what, fits every width and prints as a sheet", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("record-chief", "主笔");
  const colleague = await office.colleague("record-colleague", "核稿人");
  const speech = await office.speech(chief, { title: "有记录的讲话", text: "同志们：\n正文" });
  const { page } = await EditorPage.open(openPage, chief, speech);
  const path = `/api/speeches/${speech.id}`;
  await chief.visitor.request("POST", `${path}/members`, {
    personId: colleague.person.id,
    role: "suggester",
  });
  await chief.visitor.request("POST", `${path}/stage`, { stage: "consultation", note: "请周五前反馈" });
  await page.getByRole("link", { name: "办理记录" }).click();
  const rows = page.getByRole("row");
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText("建立稿件“有记录的讲话”");
  await expect(rows.nth(2)).toContainText("主笔把核稿人的权限设为“修订”");
  await expect(rows.nth(3)).toContainText("由初稿转到征求意见稿（一稿）");
  await expect(rows.nth(3)).toContainText("说明：请周五前反馈");
  await expect(page.getByText("共 3 条，前后相扣，没有改动。")).toBeVisible();
  const { record } = await chief.visitor.request<{ record: SpeechRecord }>("GET", `${path}/record`);
  await expect(page.getByText(`第 3 条的全部校验码：${record.entries.at(-1)?.hash}`)).toBeVisible();
  const { name, bytes } = await downloaded(page, () =>
    page.getByRole("button", { name: "导出 PDF" }).click(),
  );
  expect(name).toBe("有记录的讲话 办理记录.pdf");
  const { pages } = await readPdf(bytes);
  const printed = pages[0]?.lines.map(({ text }) => text).join("") ?? "";
  expect(printed).toContain("由初稿转到征求意见稿（一稿）");
  expect(printed).toContain("由主笔导出");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page, colorScheme);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page, 390);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "打印" })).toBeHidden();
  await expect(rows.nth(3)).toBeVisible();
  // From a dark screen too, dark on white.
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await expect.poll(ink).toBe("rgb(227, 223, 215)");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect.poll(ink).toBe("rgb(27, 26, 24)");
});
