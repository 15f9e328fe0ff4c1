import type { Request } from "@playwright/test";
import { IDLE_HEADER } from "@/core/protocol";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

const RENEWED_AFTER_MS = 31 * 60 * 1000;

test("AU-45 typing renews a session that no page was opened for, but not with every key", async ({
  openPage,
  office,
}) => {
  const writer = await office.colleague("typist", "打字员");
  const { page, text } = await EditorPage.open(
    openPage,
    writer,
    await office.speech(writer, { title: "久写不倦" }),
  );
  const renewals: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/me") renewals.push(request.method());
  });
  await text.click();
  await page.keyboard.type("不到半小时");
  expect(renewals).toEqual([]);
  const answered = page.waitForResponse("**/api/me");
  await page.clock.setFixedTime(Date.now() + RENEWED_AFTER_MS);
  await page.keyboard.type("过了半小时");
  // Whether it is time for a new cookie the server judges by its own clock.
  expect((await answered).ok()).toBe(true);
  expect(renewals).toEqual(["GET"]);
});

test("AU-45 a list that nobody touches asks for what is new without renewing the session", async ({
  openPage,
  office,
}) => {
  const writer = await office.colleague("reader", "看列表的人");
  const page = await openPage(writer, "/");
  await page.clock.install();
  await page.reload();
  await expect(page.getByRole("searchbox")).toBeVisible();
  const list = () => page.waitForRequest((request) => new URL(request.url()).pathname === "/api/speeches");
  const isIdle = async (request: Promise<Request>) => IDLE_HEADER in (await (await request).allHeaders());
  const first = list();
  await page.clock.fastForward(20_000);
  expect(await isIdle(first)).toBe(false);
  const later = list();
  await page.clock.fastForward(RENEWED_AFTER_MS);
  expect(await isIdle(later)).toBe(true);
  await page.keyboard.press("Shift");
  const touched = list();
  await page.clock.fastForward(20_000);
  expect(await isIdle(touched)).toBe(false);
});
