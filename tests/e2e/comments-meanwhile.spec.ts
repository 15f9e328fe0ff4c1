/** Comments while members, and the threads that are answered, come and go. */
import type { Page } from "@playwright/test";
import type { Inbox } from "@/core/notice";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { EditorPage } from "./editor-page";
import { card, comment, write } from "./threads-in-page";

// The answer that is lost on purpose.
test.use({ allowedConsole: [/ERR_FAILED/] });

type OpenPage = (account: Account | null, path: string) => Promise<Page>;

async function open(office: Office, openPage: OpenPage, title: string) {
  const chief = await office.colleague("cm-chief", "周文清");
  const reviewer = await office.colleague("cm-reviewer", "许明远");
  const asked = await office.colleague("cm-asked", "方处长");
  const speech = await office.speech(chief, { title, text: "坚持真抓实干\n做好督促检查" }, [
    [reviewer, "commenter"],
  ]);
  const members = `/api/speeches/${speech.id}/members`;
  return {
    asked,
    openAs: (account: Account) => EditorPage.open(openPage, account, speech),
    chief,
    reviewer,
    putOn: () => chief.visitor.request("POST", members, { personId: asked.person.id, role: "commenter" }),
    takeOff: () => chief.visitor.request("DELETE", `${members}/${asked.person.id}`),
  };
}

test("CO-75 whoever comes on the speech can be mentioned at once; who left it meanwhile is named, and keeps nothing from being sent", async ({
  office,
  openPage,
}) => {
  const { reviewer, asked, openAs, putOn, takeOff } = await open(office, openPage, "提到来去的人");
  const { page } = await openAs(reviewer);
  await write(page, "真抓实干", "请");
  await putOn();
  const field = page.getByRole("textbox", { name: "写批注" });
  const names = page.getByRole("listbox", { name: "提到谁" });
  await expect
    .poll(async () => {
      await field.fill("请");
      await field.press("End");
      await field.pressSequentially("@方");
      return names.getByText("方处长").count();
    })
    .toBe(1);
  await names.getByText("方处长").click();
  await expect(field).toHaveValue("请@方处长 ");
  await takeOff();
  await expect(page.getByText("方处长不在这份稿子里，不会收到消息。")).toBeVisible();
  await page.getByRole("button", { name: "批注", exact: true }).click();
  await expect(card(page, "请@方处长")).toBeVisible();
  // Taken off, the speech isn't theirs to hear of.
  const { inbox } = await asked.visitor.request<{ inbox: Inbox }>("GET", "/api/inbox");
  expect(inbox.notices.map(({ kind }) => kind)).not.toContain("mention");
});

test("CO-77 with all threads resolved the panel says so, and not that there never was one", async ({
  office,
  openPage,
}) => {
  const { reviewer, openAs } = await open(office, openPage, "都解决了");
  const { page } = await openAs(reviewer);
  await comment(page, "督促检查", "要点到人");
  await card(page, "要点到人").getByRole("button", { name: "标为已解决" }).click();
  await expect(page.getByText("没有未解决的批注。")).toBeVisible();
});

test("CO-35 CO-41 an answer that is written before one's own new thread is acknowledged stays", async ({
  office,
  openPage,
}) => {
  const { reviewer, openAs } = await open(office, openPage, "应答晚到");
  const { page } = await openAs(reviewer);
  let acknowledge = () => {};
  const late = new Promise<void>((resolve) => {
    acknowledge = resolve;
  });
  await page.route("**/threads", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    const response = await route.fetch();
    await late;
    await route.fulfill({ response });
  });
  await write(page, "督促检查", "要点到人");
  await page.getByRole("button", { name: "批注", exact: true }).click();
  // Told by the server to everybody on the speech, its author too: it is one card then, and that of the thread.
  const thread = card(page, "要点到人");
  await expect(thread).toHaveCount(1);
  await expect(page.locator("article[aria-label='新批注']")).toHaveCount(0);
  const reply = thread.getByRole("textbox", { name: "回复" });
  await reply.fill("已问人事处");
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  acknowledge();
  await (await answered).finished();
  await page.getByRole("tab", { name: "稿件" }).click();
  await expect(reply).toHaveCount(0);
  await page.getByRole("tab", { name: "批注" }).click();
  await expect(reply).toHaveValue("已问人事处");
});

/** A thread in the page whose answers wait until the test says what becomes of them. */
async function openReply(office: Office, openPage: OpenPage, title: string) {
  const { reviewer, openAs } = await open(office, openPage, title);
  const editor = await openAs(reviewer);
  const { page } = editor;
  await comment(page, "督促检查", "要点到人");
  const answered = { with: (_: "failure" | "success") => {} };
  const answer = new Promise<"failure" | "success">((resolve) => {
    answered.with = resolve;
  });
  await page.route("**/comments", async (route) => {
    if ((await answer) === "failure") await route.abort();
    else await route.fallback();
  });
  const thread = card(page, "要点到人");
  const reply = thread.getByRole("textbox", { name: "回复" });
  await reply.fill("已问人事处");
  await thread.getByRole("button", { name: "发送" }).click();
  // A click in the text puts the form away.
  await editor.text.locator("> *").first().click();
  await expect(reply).toHaveCount(0);
  return { page, thread, reply, answer: answered };
}

test("CO-12 an answer in a thread whose card is left and used again while it is sent is on its way there too, and stands once", async ({
  office,
  openPage,
}) => {
  const { thread, reply, answer } = await openReply(office, openPage, "答复在路上");
  await thread.click();
  await expect(reply).toHaveValue("已问人事处");
  await expect(reply).not.toBeEditable();
  answer.with("success");
  await expect(reply).toHaveValue("");
  await expect(reply).toBeEditable();
  await expect(thread.getByRole("paragraph").filter({ hasText: "已问人事处" })).toHaveCount(1);
});

test("CO-47 an answer that can't be sent says why, also once its card was left", async ({
  office,
  openPage,
}) => {
  const { page, thread, reply, answer } = await openReply(office, openPage, "答复没送到");
  answer.with("failure");
  await expect(page.getByRole("alert").filter({ hasText: "连不上服务器" })).toBeVisible();
  await thread.click();
  await expect(reply).toHaveValue("已问人事处");
  await page.unrouteAll();
  await thread.getByRole("button", { name: "发送" }).click();
  await expect(thread.getByRole("paragraph").filter({ hasText: "已问人事处" })).toHaveCount(1);
});
