/** Three people in three real browsers, the built server, one speech. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import { shownText, storedSpeech } from "../helpers/stored-speech";
import { editorOf, expectSaved, pageText, typeAtEnd } from "./speech-page";

const SENTENCES = [
  ["第一位同志在写开头。", "接着写形势。", "最后写要求。"],
  ["Second writer types here. ", "And here, 同时. ", "Done. "],
  ["三是抓好落实；", "三是压实责任；", "三是加强督查。"],
] as const;

test("SY-53 three browsers typing at once converge to the server's text in the server's order", async ({
  office,
  openPage,
  server,
}) => {
  const [chief, ...others] = await Promise.all(
    ["c-chief", "c-second", "c-third"].map((n) => office.colleague(n)),
  );
  if (chief === undefined) throw new Error("no chief");
  const members = others.map((account) => [account, "editor"] as const);
  const speech = await office.speech(chief, { title: "三人同写", text: "同志们：\n今天开会。" }, members);
  const accounts = [chief, ...others];
  const pages = await Promise.all(accounts.map((account) => openPage(account, `/speeches/${speech.id}`)));
  await Promise.all(pages.map(expectSaved));

  // All at the same spot at once: the end of the text, where each one's keys push the others' on.
  await Promise.all(pages.map((page, index) => typeAll(page, SENTENCES[index] ?? [])));
  await Promise.all(pages.map(expectSaved));

  const stored = () => storedSpeech(server.dataDir, speech.id);
  const expected = blockTexts(shownText(stored()));
  for (const page of pages) await expect.poll(() => pageText(page)).toEqual(expected);
  // Every key of everybody is there, each one's own in order.
  const letters = expected.join("");
  for (const sentences of SENTENCES) expect(isSubsequence(sentences.join(""), letters)).toBe(true);
  const before = "同志们：今天开会。".length;
  expect(letters.length).toBe(before + SENTENCES.flat().join("").length);
});

async function typeAll(page: Page, sentences: readonly string[]): Promise<void> {
  for (const sentence of sentences) await typeAtEnd(page, sentence);
  await expect(editorOf(page)).toBeFocused();
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const char of whole) if (char === part[at]) at += 1;
  return at === part.length;
}

/** The text of each top-level block of a document in JSON. */
function blockTexts(json: string): string[] {
  const { content }: { content: { content?: { text?: string }[] }[] } = JSON.parse(json);
  return content.map((block) => (block.content ?? []).map(({ text = "" }) => text).join(""));
}
