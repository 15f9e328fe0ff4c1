/** The server is ended in order while somebody types in the page, as by a deploy, and started again. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { shownText, storedSpeech } from "../helpers/stored-speech";
import { EditorPage } from "./editor-page";
import { expectAskedBeforeClosing, typeOn } from "./speech-page";

const SENTENCE = "换了新版本，写稿的人一个字也不用再写一遍；";

// The refused sockets, and requests that a server which is starting doesn't answer.
test.use({ allowedConsole: [/WebSocket|ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE/] });

/** Begins to note all that the bar says of the text's safety, in order. */
async function watchBar(page: Page): Promise<void> {
  await page.evaluate(() => {
    const bar = document.querySelector("[data-save]");
    if (bar === null) throw new Error("the page has no bar");
    const said: string[] = [];
    Object.assign(window, { saidOfSaving: said });
    const note = () => {
      const now = `${bar.getAttribute("data-save")}: ${bar.textContent}`;
      if (now !== said.at(-1)) said.push(now);
    };
    new MutationObserver(note).observe(bar, {
      attributeFilter: ["data-save"],
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
}

const saidOfSaving = (page: Page) =>
  page.evaluate(() => (window as unknown as { saidOfSaving: string[] }).saidOfSaving);

test("SY-166 who types while the server is ended and started again reads at most that it is being saved", async ({
  office,
  openPage,
  server,
}) => {
  test.slow();
  const writer = await office.colleague("page-restart", "换版时写稿的人");
  const speech = await office.speech(writer, { title: "换版", text: "同志们：\n开头：" });
  const editor = await EditorPage.open(openPage, writer, speech);
  const { page } = editor;
  await editor.expectWhole(); // a part that can't be fetched any more would complain
  await watchBar(page);

  const endTyping = await typeOn(page, SENTENCE);
  const saidSaved = async () => (await saidOfSaving(page)).some((said) => said.startsWith("saved"));
  await expect.poll(saidSaved, { intervals: [10] }).toBe(true);
  expect(await server.terminate()).toBe(0);
  const kept = shownText(storedSpeech(server.dataDir, speech.id));

  const length = async () => (await editor.text.textContent())?.length ?? 0;
  const lengthThen = await length();
  await expect.poll(length).toBeGreaterThan(lengthThen);
  await expectAskedBeforeClosing(page);

  await server.restart();
  const typed = await endTyping();
  await editor.expectSaved();
  const said = await saidOfSaving(page);
  expect(said.filter((each) => !/^(saving: 正在保存|saved: 已保存)/.test(each))).toEqual([]);
  const stored = shownText(storedSpeech(server.dataDir, speech.id));
  expect(stored).toContain(`"text":"开头：${typed}"`);
  expect(kept).not.toBe(stored); // it ended in the midst of the typing
});
