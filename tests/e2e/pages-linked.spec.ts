/** Links out of a mail, opened by who isn't signed in. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";
import { EditorPage } from "./editor-page";
import { comment } from "./threads-in-page";

async function signIn(page: Page, { person, password }: Account): Promise<void> {
  await page.getByLabel("登录名").fill(person.signInName);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

test("NT-80 a link to a thread leads to it through the sign-in", async ({ office, openPage }) => {
  const writer = await office.colleague("mail-writer", "王建国");
  const reviewer = await office.colleague("mail-reviewer", "赵核稿");
  const speech = await office.speech(
    writer,
    { title: "邮件里的批注", text: "第一段，真抓实干。\n第二段。" },
    [[reviewer, "commenter"]],
  );
  const theirs = await EditorPage.open(openPage, reviewer, speech);
  await theirs.page.getByRole("tab", { name: "批注" }).click();
  await comment(theirs.page, "第一段", "@王建国 请看");
  const mine = await openPage(writer, "/inbox");
  const path = await mine.getByRole("link", { name: /赵核稿/ }).getAttribute("href");
  expect(path).toContain("?thread=");
  const page = await openPage(null, path ?? "");
  await signIn(page, writer);
  await expect(page).toHaveURL(`${office.url}${path}`);
  await expect(page.getByRole("article", { name: "赵核稿提出的批注" })).toBeInViewport();
});

test("NT-80 so does one to what stands behind the text, and a search on the home page", async ({
  office,
  openPage,
}) => {
  const leader = await office.colleague("mail-leader", "领导");
  const speech = await office.speech(leader, { title: "请您签批的一篇", text: "同志们：" });
  for (const path of [`/speeches/${speech.id}/read#answer`, `/?q=${encodeURIComponent("签批")}`]) {
    const page = await openPage(null, path);
    await signIn(page, leader);
    await expect(page).toHaveURL(`${office.url}${path}`);
  }
});
