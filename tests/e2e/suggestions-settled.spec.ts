/** The text as accepted and as it was, to read, while others write and decide. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { EditorPage } from "./editor-page";

type OpenPage = (account: Account | null, path: string) => Promise<Page>;

async function open(office: Office, openPage: OpenPage, title: string, text: string) {
  const writer = await office.colleague("wang", "王建国");
  const reviewer = await office.colleague("zhao", "赵核稿");
  const speech = await office.speech(writer, { title, text }, [[reviewer, "suggester"]]);
  return {
    mine: await EditorPage.open(openPage, writer, speech),
    theirs: await EditorPage.open(openPage, reviewer, speech),
  };
}

async function showSettled({ page }: EditorPage, view: "修订后" | "原文"): Promise<void> {
  await page.getByRole("tab", { name: /^修订/ }).click();
  await page.getByRole("radiogroup", { name: "怎样显示修订" }).getByText(view, { exact: true }).click();
  await expect(page.locator("[data-settled]")).toBeVisible();
}

test("SU-76 the text as accepted, and as it was, follows what others write where nothing is proposed", async ({
  office,
  openPage,
}) => {
  const { mine, theirs } = await open(office, openPage, "看着修订后", "我们要推动工作\n各单位抓好落实");
  for (const view of ["修订后", "原文"] as const) {
    await showSettled(theirs, view);
    await mine.clickEnd(1);
    await mine.page.keyboard.type(`，${view}也看得到`);
    await expect(theirs.page.locator("[data-settled]")).toContainText(`，${view}也看得到`);
    await theirs.page.getByRole("button", { name: "回到修订" }).click();
  }
});
