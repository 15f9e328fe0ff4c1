/** The page for reading while what a leader wrote is on its way, and the leader goes on. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { sentForReview } from "./sent-for-review";

type OpenPage = (account: Account | null, path: string) => Promise<Page>;

// The answers that are lost on purpose.
test.use({ allowedConsole: [/ERR_FAILED/] });

const [FIRST, SECOND] = ["要推动工作。", "各单位抓好落实。"];

/** The leader's page, on which nothing that is sent is answered before the test says how. */
async function open(office: Office, openPage: OpenPage, title: string) {
  const text = `同志们：\n${FIRST}\n${SECOND}`;
  const { leader, speech } = await sentForReview(office, { people: "ls", title, text });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  const answered = { with: (_: "failure" | "success") => {} };
  const answer = new Promise<"failure" | "success">((resolve) => {
    answered.with = resolve;
  });
  await page.route("**/directives", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    if ((await answer) === "failure") await route.abort();
    else await route.fallback();
  });
  const sheet = page.getByRole("form", { name: "对这段话的意见" });
  return {
    page,
    sheet,
    said: sheet.getByRole("textbox", { name: "批示" }),
    submit: sheet.getByRole("button", { name: "作出批示" }),
    own: page.getByRole("region", { name: "我的意见" }).getByRole("listitem"),
    told: page.getByRole("alert").filter({ hasText: "连不上服务器" }),
    choose: (sentence: string) => page.getByRole("article").getByText(sentence, { exact: true }).click(),
    answer: answered,
  };
}

async function instruct(
  { page, said, choose }: Awaited<ReturnType<typeof open>>,
  about: string,
  words: string,
) {
  await choose(about);
  await page.getByRole("button", { name: "批示", exact: true }).click();
  await said.fill(words);
}

test("LV-43 while it is sent nothing is added to it, and put away by then what fails is told and is there again", async ({
  office,
  openPage,
}) => {
  const opened = await open(office, openPage, "送出时收起");
  const { page, sheet, said, submit, own, told, choose, answer } = opened;
  await instruct(opened, FIRST, "点到岗位");
  await submit.click();
  await expect(said).not.toBeEditable();
  await expect(sheet.getByRole("button", { name: "返回" })).toBeDisabled();
  await sheet.getByRole("button", { name: "不改了" }).click();
  await expect(sheet).toHaveCount(0);
  // Chosen again it is still on its way.
  await choose(FIRST);
  await expect(said).toHaveValue("点到岗位");
  await expect(said).not.toBeEditable();
  await said.press("Escape");
  await expect(sheet).toHaveCount(0);
  answer.with("failure");
  await expect(told).toBeVisible();
  await choose(FIRST);
  await expect(said).toHaveValue("点到岗位");
  await page.unrouteAll();
  await submit.click();
  await expect(own).toHaveCount(1);
  await expect(sheet).toHaveCount(0);
});

test("LV-43 what fails while another sentence is written about is told, and neither loses its words", async ({
  office,
  openPage,
}) => {
  const opened = await open(office, openPage, "送出时写下一句");
  const { said, submit, told, choose, answer } = opened;
  await instruct(opened, FIRST, "点到岗位");
  await submit.click();
  await instruct(opened, SECOND, "写明时限");
  answer.with("failure");
  await expect(told).toBeVisible();
  await expect(said).toHaveValue("写明时限");
  await choose(FIRST);
  await expect(said).toHaveValue("点到岗位");
  await expect(said).toBeEditable();
});

test("LV-43 what arrives while another sentence is written about leaves that one's sheet and the focus alone", async ({
  office,
  openPage,
}) => {
  const opened = await open(office, openPage, "送到时正写下一句");
  const { page, sheet, said, submit, own, answer } = opened;
  await instruct(opened, FIRST, "点到岗位");
  await submit.click();
  await instruct(opened, SECOND, "写明");
  answer.with("success");
  await expect(own).toHaveCount(1);
  await expect(said).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type("时限");
  await expect(said).toHaveValue("写明时限");
  // By key: the notice of the first lies over the button for a while.
  await submit.press("Enter");
  await expect(own).toHaveCount(2);
  await expect(sheet).toHaveCount(0);
});
