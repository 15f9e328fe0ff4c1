/** The server dies by `kill -9` while somebody types in the page itself, and comes back. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { shownText, storedSpeech } from "../helpers/stored-speech";
import { EditorPage } from "./editor-page";
import { typeOn } from "./speech-page";

const KILLS = 3;
/** Times that a round's typing is shown as saved before the server dies: in the midst of it. */
const SAVED_BEFORE_KILL = 3;
const SENTENCE = "要把每一个字都写进服务器的磁盘，才算真正保存；";

// The refused sockets, and requests that a dead server doesn't answer.
test.use({ allowedConsole: [/WebSocket|ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE/] });

/** Begins to note what the page's text is each time that the bar turns to "saved". */
async function watchSaved(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown: string[] = [];
    Object.assign(window, { shownAsSaved: shown });
    const bar = document.querySelector("[data-save]");
    if (bar === null) throw new Error("the page has no bar");
    new MutationObserver(() => {
      if (bar.getAttribute("data-save") !== "saved") return;
      shown.push(document.querySelector(".ProseMirror p:last-child")?.textContent ?? "");
    }).observe(bar, { attributeFilter: ["data-save"] });
  });
}

const shownAsSaved = (page: Page) =>
  page.evaluate(() => (window as unknown as { shownAsSaved: string[] }).shownAsSaved);

test("SY-52 kill -9 under typing in the page: what it showed as saved is there, and it comes back by itself", async ({
  office,
  openPage,
  server,
}) => {
  test.slow();
  const writer = await office.colleague("page-crash", "断电的人");
  const speech = await office.speech(writer, { title: "断电时的页面", text: "同志们：\n开头：" });
  const editor = await EditorPage.open(openPage, writer, speech);
  const { page } = editor;
  await editor.expectWhole(); // a part that can't be fetched any more would complain
  await watchSaved(page);
  let typed = "开头：";
  let killedUnderWay = 0;
  for (let round = 1; round <= KILLS; round += 1) {
    const before = (await shownAsSaved(page)).length;
    const endTyping = await typeOn(page, SENTENCE);
    await expect
      .poll(async () => (await shownAsSaved(page)).length, { intervals: [10] })
      .toBeGreaterThanOrEqual(before + SAVED_BEFORE_KILL);
    await server.kill();
    const shown = await shownAsSaved(page);
    const stored = shownText(storedSpeech(server.dataDir, speech.id));
    // Typing goes on at the end: every text shown as saved is the beginning of the next.
    const last = shown.at(-1) ?? "";
    expect(stored, `round ${round}`).toContain(`"text":"${last}`);
    const bar = page.locator("[data-save]");
    await expect(bar).toHaveAttribute("data-save", "offline");
    typed += await endTyping();
    expect(typed.startsWith(last)).toBe(true);
    if (last.length < typed.length) killedUnderWay += 1;
    await expect(bar).toContainText(/离线·\d+ 字未同步（已存本机）/);
    await server.restart();
    await expect(bar).toHaveAttribute("data-save", "saved", { timeout: 30_000 });
    expect(shownText(storedSpeech(server.dataDir, speech.id))).toContain(`"text":"${typed}"`);
  }
  expect(killedUnderWay).toBeGreaterThan(0);
});
