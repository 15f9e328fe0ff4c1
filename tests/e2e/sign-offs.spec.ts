/** From a draft to a signed final text, by four people, with a return and a broken signature on the way. */
import type { Page } from "@playwright/test";
import type { SignOffs } from "@/core/sign-off";
import { expect, test } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";
import { expectAccessible } from "./accessible";
import { chooseAnswer } from "./choose-answer";
import { EditorPage } from "./editor-page";
import { expectFits } from "./fits-width";

const TEXT = "在推进会上的讲话\n同志们：\n我们要推动档案工作再上新台阶。";

// What is refused here on purpose: a text that isn't ready to be final.
test.use({ allowedConsole: [/status of 409/] });

/** What who asks again knows of. */
async function latestAsked({ visitor }: Account, speech: string): Promise<string | null> {
  const path = `/api/speeches/${speech}/sign-offs`;
  const { signOffs } = await visitor.request<{ signOffs: SignOffs }>("GET", path);
  return signOffs.request?.id ?? null;
}

/** Opens the page for signing from the notice, answers, and goes back to the text. */
async function answer(page: Page, choice: string, opinion: string): Promise<void> {
  await page.getByRole("link", { name: "去签批" }).first().click();
  await expect(page.getByText("签批的就是这些文字")).toBeVisible();
  await page.getByRole("textbox", { name: "意见" }).fill(opinion);
  await chooseAnswer(page, choice);
}

test("SG-20 SG-28 SG-83 four people take a draft to a signed final text, past a return and a broken signature", async ({
  office,
  openPage,
}) => {
  const [zhou, lin, xu, chen] = [
    await office.colleague("zhou", "周文清"),
    await office.colleague("lin", "林晓舟"),
    await office.colleague("xu", "许明远"),
    await office.colleague("chen", "陈立川"),
  ];
  const speech = await office.speech(zhou, { title: "签批走一遍", text: TEXT }, [
    [lin, "editor"],
    [xu, "commenter"],
    [chen, "suggester"],
  ]);
  const chief = await EditorPage.open(openPage, zhou, speech);
  const writer = await EditorPage.open(openPage, lin, speech);
  const deputy = await EditorPage.open(openPage, xu, speech);
  const leader = await EditorPage.open(openPage, chen, speech);
  await leader.page.setViewportSize({ width: 834, height: 1112 });
  const { page } = chief;
  const people = page.getByRole("region", { name: "签批" }).getByRole("listitem");
  const ask = async (button: string) => {
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "送审" }).click();
  };

  // In order: the deputy first. The leader returns it.
  await page.getByRole("button", { name: "送审", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "许明远" }).check();
  await dialog.getByRole("checkbox", { name: "陈立川" }).check();
  await dialog.getByRole("button", { name: "送审" }).click();
  await expect(people).toHaveText([/许明远待签批/, /陈立川待前面签批/]);
  await expect(writer.page.getByRole("banner").locator("[data-stage]")).toHaveText("送审稿·一稿");
  await expect(leader.page.getByRole("link", { name: "去签批" })).toHaveCount(0);
  await answer(deputy.page, "同意", "");
  await expect(people).toHaveText([/许明远同意/, /陈立川待签批/]);
  await answer(leader.page, "退回", "数字要核实");
  await expect(page.getByText("陈立川退回：数字要核实")).toBeVisible();

  // Asked anew after the writer's work; both sign; then one character breaks it.
  await writer.clickEnd(2);
  await writer.page.keyboard.type("数字已核实。");
  await writer.expectSaved();
  await ask("重新送审");
  await expect(writer.page.getByRole("banner").locator("[data-stage]")).toHaveText("送审稿·二稿");
  await expect(people).toHaveText([/许明远待签批/, /陈立川待前面签批/]);
  for (const { page: signer } of [deputy, leader]) {
    await signer.goto(`/speeches/${speech.id}`);
    await answer(signer, "同意", "");
  }
  await expect(people).toHaveText([/许明远同意/, /陈立川同意/]);
  await expect(people.first().getByRole("link")).toHaveText(/^所签：送审稿·二稿（[0-9a-f]{12}）$/);
  await expect(people.first().getByRole("link")).toHaveAttribute("href", /versions\?version=[a-z0-9]+$/);
  await writer.clickEnd(2);
  await writer.page.keyboard.type("好");
  await expect(page.getByRole("alert").filter({ hasText: "已改动 1 字，签批失效" })).toContainText(
    "许明远、陈立川要重新签批",
  );
  await page.getByRole("link", { name: "看改动" }).click();
  await expect(page.locator("[data-compared]").locator("ins, del")).toHaveText(["好"]);
  await page.goBack();
  // The page comes as it was left; what happened since, as the stage, it asks for.
  await expect(page.getByRole("banner").locator("[data-stage]")).toHaveText("送审稿·二稿");
  await writer.expectSaved();

  // Final is refused with the list; taken back, the signatures hold again, and it isn't.
  await page.getByRole("button", { name: /转到别的阶段/ }).click();
  await dialog.getByRole("radio", { name: "定稿" }).check();
  await expect(dialog.getByText("还有 2 人没有对现在的文字签批")).toBeVisible();
  await expect(dialog.getByText("许明远、陈立川", { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(dialog.getByText("还有没办结的事项，不能定稿。")).toBeVisible();
  await expectAccessible(page, "the list of what keeps it from being final");
  await page.keyboard.press("Escape");
  await writer.page.keyboard.press("Backspace");
  await expect(people).toHaveText([/许明远同意/, /陈立川同意/]);
  await expect(page.getByText(/签批失效/)).toHaveCount(0);
  await page.getByRole("button", { name: /转到别的阶段/ }).click();
  await dialog.getByRole("radio", { name: "定稿" }).check();
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(page.getByRole("banner").locator("[data-stage]")).toHaveText("定稿");
  await expect(writer.text).toHaveAttribute("contenteditable", "false");
  await page.getByRole("link", { name: "办理记录" }).click();
  for (const entry of ["送审：请许明远、陈立川签批（依次签批）", "签批：退回", "意见：数字要核实"]) {
    await expect(page.getByText(entry).first()).toBeVisible();
  }
  await page.goto(`/speeches/${speech.id}/versions`);
  const drafts = page.getByRole("navigation", { name: "版本列表" }).getByRole("button");
  await expect(drafts.filter({ hasText: "送审稿·二稿" })).toContainText("许明远签批：同意、陈立川签批：同意");
  await drafts.filter({ hasText: "送审稿·一稿" }).click();
  await expect(page.getByRole("main")).toContainText("许明远签批：同意、陈立川签批：退回");
});

test("SG-60 an opinion that was sent doesn't go along with the next answer, one that is being written stays", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("opinion-chief", "主笔");
  const leader = await office.colleague("opinion-leader", "领导");
  const speech = await office.speech(chief, { title: "旧意见", text: TEXT }, [[leader, "commenter"]]);
  const path = `/api/speeches/${speech.id}`;
  const ask = async () =>
    chief.visitor.request("POST", `${path}/sign-off-requests`, {
      people: [leader.person.id],
      inOrder: false,
      latest: await latestAsked(chief, speech.id),
    });
  await ask();
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  const opinion = page.getByRole("textbox", { name: "意见" });
  const send = async (choice: string) => {
    await page.getByRole("radio", { name: choice, exact: true }).click();
    await page.getByRole("button", { name: `签批：${choice}` }).click();
  };
  await opinion.fill("数据要核实，这稿不能用");
  await send("退回");
  await expect(page.getByText("已退回，修改后请重新送审。")).toBeVisible();
  // Asked anew while the page stands.
  await ask();
  await expect(opinion).toHaveValue("");
  await send("同意");
  await expect(page.getByText("您已签批：同意")).toBeVisible();
  const { signOffs } = await chief.visitor.request<{ signOffs: SignOffs }>("GET", `${path}/sign-offs`);
  expect(signOffs.request?.asked[0]?.signOff).toMatchObject({ answer: "agreed", opinion: "" });

  // Nothing is sent a second time by a click too many, and what isn't sent is there after a reload.
  await page.getByRole("button", { name: "修改签批" }).click();
  await expect(page.getByRole("button", { name: "签批", exact: true })).toBeDisabled();
  await opinion.fill("还有一点");
  await page.reload();
  await expect(opinion).toHaveValue("还有一点");
});

test("SG-26 who can't sign any more is shown so and doesn't keep the chief from asking the others anew", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("away-chief", "主笔");
  const [reader, gone, signer] = [
    await office.colleague("away-reader", "改看的"),
    await office.colleague("away-gone", "调走的"),
    await office.colleague("away-signer", "签批的"),
  ];
  const speech = await office.speech(
    chief,
    { title: "有人调走", text: TEXT },
    [reader, gone, signer].map((account) => [account, "commenter"] as const),
  );
  const path = `/api/speeches/${speech.id}`;
  const people = [reader.person.id, gone.person.id, signer.person.id];
  await chief.visitor.request("POST", `${path}/sign-off-requests`, { people, inOrder: true });
  const theirs = await EditorPage.open(openPage, reader, speech);
  const asks = theirs.page.getByText("请您签批这份稿子");
  await expect(asks).toBeVisible();
  // What the page reads as a commenter is there: it would be refused to who only reads by then.
  await theirs.page.waitForFunction(() =>
    performance
      .getEntriesByType("resource")
      .some(
        (entry) => entry.name.endsWith("/directives") && (entry as PerformanceResourceTiming).responseEnd > 0,
      ),
  );
  const viewer = { personId: reader.person.id, role: "viewer" };
  await chief.visitor.request("POST", `${path}/members`, viewer);
  await expect(theirs.page.getByText("您的权限是“查看”")).toBeVisible();
  await expect(asks).toHaveCount(0);
  await chief.visitor.request("DELETE", `${path}/members/${gone.person.id}`);
  const { page } = await EditorPage.open(openPage, chief, speech);
  const asked = page.getByRole("region", { name: "签批" }).getByRole("listitem");
  await expect(asked).toHaveText([
    /改看的待签批已不能签批/,
    /调走的待前面签批已不能签批/,
    /签批的待前面签批$/,
  ]);
  await page.getByRole("button", { name: "重新送审", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("checkbox", { name: "签批的" })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: "改看的" })).not.toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: "改看的" })).toBeDisabled();
  await dialog.getByRole("button", { name: "送审" }).click();
  await expect(asked).toHaveText([/签批的待签批$/]);
});

test("SG-82 who is asked to sign reads by when, and everybody once that day is over", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("due-chief", "主笔");
  const leader = await office.colleague("due-leader", "领导");
  const speech = await office.speech(chief, { title: "限期签批", text: TEXT }, [[leader, "commenter"]]);
  const ask = async (dueOn: string) =>
    chief.visitor.request("POST", `/api/speeches/${speech.id}/sign-off-requests`, {
      people: [leader.person.id],
      inOrder: false,
      dueOn,
      latest: await latestAsked(chief, speech.id),
    });
  await ask("2099-01-05");
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  const form = page.getByRole("form", { name: "签批" });
  await expect(form).toContainText("主笔请您签批这份稿子。 2099年1月5日前签批");
  await expect(form).not.toContainText("逾期");
  await ask("2020-12-01");
  await expect(form).toContainText("2020年12月1日前签批，已逾期");
  await expectAccessible(page, "asked to sign by a day that is over");
  for (const account of [leader, chief]) {
    const editor = await EditorPage.open(openPage, account, speech);
    await expect(editor.page.getByRole("region", { name: "签批" })).toContainText(
      "2020年12月1日前签批，已逾期",
    );
    const notice = editor.page.getByRole("status").filter({ hasText: "请您签批" });
    if (account === leader) await expect(notice).toContainText("已逾期");
  }
  await page.getByRole("radio", { name: "同意", exact: true }).click();
  await page.getByRole("button", { name: "签批：同意" }).click();
  await expect(page.getByText("您已签批：同意")).toBeVisible();
  await expect(page.getByText("逾期")).toHaveCount(0);
});

test("SG-29 the page for signing fits every width and has no axe violation", async ({ office, openPage }) => {
  const chief = await office.colleague("sign-chief", "主笔");
  const leader = await office.colleague("sign-leader", "领导");
  const reader = await office.colleague("sign-reader", "读者");
  const speech = await office.speech(chief, { title: "签批页", text: TEXT }, [
    [leader, "commenter"],
    [reader, "viewer"],
  ]);
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/sign-off-requests`, {
    people: [leader.person.id],
    inOrder: false,
  });
  const { page } = await EditorPage.open(openPage, leader, speech);
  // Where signing was before; it is part of reading now.
  await page.goto(`/speeches/${speech.id}/sign`);
  await expect(page).toHaveURL(/\/read$/);
  await expect(page.getByRole("radio")).toHaveCount(3);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page, colorScheme);
  }
  for (const width of [1280, 820, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectFits(page, width);
  }
  await page.getByRole("radio", { name: "退回" }).click();
  await expect(page.getByText("退回请写明意见")).toBeVisible();
  await expect(page.getByRole("button", { name: "签批：退回" })).toBeDisabled();

  const other = await EditorPage.open(openPage, reader, speech);
  await expect(other.page.getByRole("region", { name: "签批" })).toHaveCount(0);
  const refused = await other.page.request.get(`/speeches/${speech.id}/read`);
  expect(refused.status()).toBe(403);
});
