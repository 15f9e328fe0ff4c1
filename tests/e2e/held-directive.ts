/** A leader's page over a line so slow that the leader goes on before what was sent is answered. */
import type { Page } from "@playwright/test";
import type { Account, Office } from "../helpers/office";
import { sentForReview } from "./sent-for-review";

type OpenPage = (account: Account | null, path: string) => Promise<Page>;

export const [FIRST, SECOND] = ["要推动工作。", "各单位抓好落实。"];

/** The leader's page, on which the first thing that is sent isn't answered before the test says how. */
export async function openHeld(
  office: Office,
  openPage: OpenPage,
  title: string,
  text = `同志们：\n${FIRST}\n${SECOND}`,
) {
  const { chief, leader, speech } = await sentForReview(office, { people: "ls", title, text });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  const answered = { with: (_: "failure" | "success") => {} };
  const answer = new Promise<"failure" | "success">((resolve) => {
    answered.with = resolve;
  });
  let sent = 0;
  await page.route("**/directives", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    sent += 1;
    if (sent > 1) return route.fallback();
    if ((await answer) === "failure") await route.abort();
    else await route.fallback();
  });
  const sheet = page.getByRole("form", { name: "对这段话的意见" });
  return {
    page,
    chief,
    speech,
    sheet,
    said: sheet.getByRole("textbox", { name: "批示" }),
    submit: sheet.getByRole("button", { name: "作出批示" }),
    own: page.getByRole("region", { name: "我的意见" }).getByRole("listitem"),
    told: page.getByRole("alert").filter({ hasText: "连不上服务器" }),
    choose: (sentence: string) => page.getByRole("article").getByText(sentence, { exact: true }).click(),
    answer: answered,
  };
}

/** Writes a 批示 about a sentence, without sending it. */
export async function instruct(
  { page, said, choose }: Awaited<ReturnType<typeof openHeld>>,
  about: string,
  words: string,
) {
  await choose(about);
  await page.getByRole("button", { name: "批示", exact: true }).click();
  await said.fill(words);
}
