/** Two people in one paragraph, one of them at an input method. Real Chromium, real sync engine. */
import { expect, test } from "@playwright/test";
import { type SyncPage, startSyncPage } from "./sync-page/server";
import { Writer } from "./sync-page/writer";

let site: SyncPage;
let author: Writer;
let colleague: Writer;

test.beforeEach(async ({ browser }) => {
  site = await startSyncPage();
  author = await Writer.open(await browser.newContext(), site, site.addPerson("张三"));
  await author.select(0);
  await author.type("同志们要奋斗");
  await author.expectSave("saved");
  colleague = await Writer.open(await browser.newContext(), site, site.addPerson("李四"));
  await colleague.expectText("同志们要奋斗");
});

test.afterEach(async () => {
  await author.page.context().close();
  await colleague.page.context().close();
  await site.stop();
});

/** Neither the colleague nor the log ever held a Latin letter. */
async function expectNoLettersLeft(): Promise<void> {
  expect((await colleague.seen()).filter((text) => /[a-z]/.test(text))).toEqual([]);
  expect(site.storedTexts().filter((text) => /[a-z]/.test(text))).toEqual([]);
}

test("SY-60 half-typed letters stay with their author until the characters are chosen", async () => {
  await author.select(3);
  for (const letters of ["n", "ni", "nim", "nimen"]) await author.compose(letters);
  await author.expectText("同志们nimen要奋斗");
  await author.expectSave("saving");
  // Something from the colleague makes the round, so what the author could have leaked would be there.
  await colleague.insertAt(6, "！");
  await colleague.expectSave("saved");
  await colleague.expectText("同志们要奋斗！");
  await author.choose("你们");
  await colleague.expectText("同志们你们要奋斗！");
  await author.expectText("同志们你们要奋斗！");
  await author.expectSave("saved");
  await expectNoLettersLeft();
});
