/** Signing in order at a tablet: a leader who changes a word keeps the turn. */
import { expect, test } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";
import { chooseAnswer } from "./choose-answer";
import { EditorPage } from "./editor-page";

const TEXT = "在推进会上的讲话\n同志们：\n我们要推动档案工作再上新台阶。";

test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });

test("SG-91 SG-24 a leader who changes a word at the tablet keeps the turn and signs; those before are asked again", async ({
  office,
  openPage,
}) => {
  const zhou = await office.colleague("turns-chief", "周文清");
  const xu = await office.colleague("turns-xu", "许明远");
  const chen = await office.colleague("turns-chen", "陈立川");
  const speech = await office.speech(zhou, { title: "依次签批", text: TEXT }, [
    [xu, "suggester"],
    [chen, "suggester"],
  ]);
  await zhou.visitor.request("POST", `/api/speeches/${speech.id}/sign-off-requests`, {
    people: [xu.person.id, chen.person.id],
    inOrder: true,
  });
  const read = (account: Account) => openPage(account, `/speeches/${speech.id}/read`);
  const reviewer = await read(xu);
  await chooseAnswer(reviewer, "同意");

  const tablet = await openPage(chen, "/");
  await expect(tablet.getByText("请您签批")).toBeVisible();
  await tablet.goto(`/speeches/${speech.id}/read`);
  const toAnswer = tablet.getByRole("banner").getByRole("button", { name: "去签批" });
  await expect(toAnswer).toBeVisible();
  await tablet.getByText("我们要推动档案工作再上新台阶。").tap();
  await tablet.getByRole("button", { name: "改成……" }).tap();
  await tablet.getByRole("textbox", { name: "改成" }).fill("我们要推进档案工作再上新台阶。");
  await tablet.getByRole("button", { name: "改成这样" }).tap();
  await expect(tablet.getByRole("region", { name: "我的意见" }).getByRole("listitem")).toHaveCount(1);
  await expect(tablet.getByText("我们要推进档案工作再上新台阶。").first()).toBeVisible();
  // The one before signed other words by now: seen by who asked, while the turn stays where it is.
  const writer = await EditorPage.open(openPage, zhou, speech);
  const { page } = writer;
  await page.setViewportSize({ width: 1280, height: 800 });
  const asked = page.getByRole("region", { name: "签批" }).getByRole("listitem");
  await expect(asked).toHaveText([/许明远签批失效/, /陈立川待签批/]);
  await expect(toAnswer).toBeVisible();
  await expect(tablet.getByText("轮到您")).toHaveCount(0);
  await chooseAnswer(tablet, "修改后同意");
  await expect(asked).toHaveText([/许明远签批失效/, /陈立川修改后同意/]);

  // Asked again on the list at once, and by the page that was left open.
  const home = await openPage(xu, "/");
  await expect(home.getByText("请您签批")).toBeVisible();
  await reviewer.reload();
  await chooseAnswer(reviewer, "同意");
  await expect(asked).toHaveText([/许明远同意/, /陈立川修改后同意/]);

  // What somebody else changes is for the one before to sign first, and the page says why one waits again.
  await writer.clickEnd(1);
  await page.keyboard.type("好");
  await writer.expectSaved();
  await tablet.reload();
  await expect(tablet.getByText("稿子又有改动，前面的同志重新签批后会轮到您。")).toBeVisible();
  await expect(toAnswer).toHaveCount(0);
  // What was signed is the waiting leader's too: how much of it differs is said, and leads there.
  const since = tablet.getByRole("alert").filter({ hasText: "已改动 1 字" });
  await since.getByRole("link", { name: "看改动" }).tap();
  await expect(tablet).toHaveURL(/\/versions\?/);
});
