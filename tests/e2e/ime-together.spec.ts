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

test("SY-70 half-typed letters stay with their author until the characters are chosen", async () => {
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

test("SY-71 remote edits before and after the composing spot break neither composition nor text", async () => {
  await author.select(3);
  await author.compose("ni");
  await colleague.insertAt(0, "敬爱的");
  await colleague.insertAt(9, "！");
  await colleague.expectSave("saved");
  await author.compose("nim");
  expect(await author.composing()).toBe(true);
  await author.expectText("同志们nim要奋斗");
  await author.compose("nimen");
  await author.choose("你们");
  await author.expectText("敬爱的同志们你们要奋斗！");
  await colleague.expectText("敬爱的同志们你们要奋斗！");
  await author.type("都");
  await colleague.expectText("敬爱的同志们你们都要奋斗！");
  await expectNoLettersLeft();
});

test("SY-71 the same edits reach someone who isn't composing at once", async () => {
  await author.select(3);
  await colleague.insertAt(0, "敬爱的");
  await author.expectText("敬爱的同志们要奋斗");
});

test("SY-72 carets stand still during a composition, even one at the same spot, and are right after", async () => {
  await colleague.select(3);
  await expect.poll(() => author.othersCaret(), { message: "the colleague's caret" }).toBe(3);
  await author.select(3);
  await expect.poll(() => colleague.othersCaret(), { message: "the author's caret" }).toBe(3);
  await author.compose("ni");
  await colleague.select(0);
  await colleague.type("各位");
  await colleague.select(7);
  await colleague.expectSave("saved");
  await author.compose("nimen");
  expect(await author.composing()).toBe(true);
  expect(await colleague.othersCaret(), "no caret follows the letters").toBe(5);
  await author.choose("你们");
  await author.expectText("各位同志们你们要奋斗");
  await expect.poll(() => author.othersCaret(), { message: "the colleague's caret" }).toBe(9);
  await expect.poll(() => colleague.othersCaret(), { message: "the author's caret" }).toBe(7);
  await expectNoLettersLeft();
});

test("SY-73 a composition over a selection replaces it when the characters are chosen", async () => {
  await author.select(3, 6);
  await author.compose("nu");
  await author.expectText("同志们nu");
  await colleague.insertAt(0, "各位");
  await colleague.expectSave("saved");
  await author.choose("努力");
  await author.expectText("各位同志们努力");
  await colleague.expectText("各位同志们努力");
  await expectNoLettersLeft();
});

test("SY-74 a cancelled composition leaves nothing behind", async () => {
  await author.select(3);
  await author.compose("ni");
  await colleague.insertAt(6, "！");
  await colleague.expectSave("saved");
  await author.cancelComposition();
  await author.expectText("同志们要奋斗！");
  await author.expectSave("saved");
  await colleague.expectText("同志们要奋斗！");
  await expectNoLettersLeft();
});

test("SY-75 leaving the editor ends the composition, and what it left in the text goes out", async () => {
  await author.select(3);
  await author.compose("ni");
  await author.page.evaluate(() => window.probe.editor.commands.blur());
  await author.expectSave("saved");
  const text = await author.text();
  await colleague.expectText(text);
  await colleague.insertAt(0, "各位");
  await author.expectText(`各位${text}`);
});

test("SY-75 an editor that closes during a composition gives its text away first", async () => {
  await author.select(3);
  await author.compose("ni");
  await author.page.evaluate(() => window.probe.editor.destroy());
  await colleague.expectText("同志们ni要奋斗");
});

test("SY-76 losing the connection during a composition loses neither side's text", async () => {
  await author.select(3);
  await author.compose("ni");
  site.setReachable(false);
  await author.expectSave("offline");
  await colleague.expectSave("offline");
  await colleague.insertAt(0, "各位");
  await author.compose("nimen");
  await author.choose("你们");
  await author.expectText("同志们你们要奋斗");
  await expect.poll(() => author.save()).toMatchObject({ unsynced: { any: true, characters: 2 } });
  await author.compose("d");
  site.setReachable(true);
  await colleague.expectText("各位同志们你们要奋斗");
  // The connection is back and its first sync waits for the composition.
  expect(await author.text()).toBe("同志们你们d要奋斗");
  await author.choose("都");
  await author.expectText("各位同志们你们都要奋斗");
  await colleague.expectText("各位同志们你们都要奋斗");
  await author.expectSave("saved");
  await expectNoLettersLeft();
});

test("SY-77 undo takes back the chosen characters as a whole, and only one's own", async () => {
  await author.page.evaluate(() => window.probe.stopUndoCapture());
  await author.select(3);
  await author.compose("nimen");
  await colleague.insertAt(0, "各位");
  await colleague.expectSave("saved");
  await author.choose("你们");
  await author.expectText("各位同志们你们要奋斗");
  await author.page.evaluate(() => window.probe.editor.commands.undo());
  await author.expectText("各位同志们要奋斗");
  expect(await author.caret()).toBe(5);
  await colleague.expectText("各位同志们要奋斗");
  await author.page.evaluate(() => window.probe.editor.commands.redo());
  await colleague.expectText("各位同志们你们要奋斗");
  await expectNoLettersLeft();
});

test("SY-77 undo in the middle of a composition takes back the letters and nothing of others", async () => {
  await author.page.evaluate(() => window.probe.stopUndoCapture());
  await author.select(3);
  await author.compose("nimen");
  await colleague.insertAt(0, "各位");
  await colleague.expectSave("saved");
  await author.page.evaluate(() => window.probe.editor.commands.undo());
  await author.expectText("各位同志们要奋斗");
  await colleague.expectText("各位同志们要奋斗");
  await author.expectSave("saved");
});

test("SY-78 one composition right after another sends each word when it is chosen", async () => {
  await author.select(3);
  for (const [letters, characters] of [
    ["jin", "今"],
    ["tian", "天"],
    ["wo", "我"],
    ["men", "们"],
  ] as const) {
    await author.compose(letters);
    await author.choose(characters);
  }
  await colleague.expectText("同志们今天我们要奋斗");
  await author.expectText("同志们今天我们要奋斗");
  await expectNoLettersLeft();
});

test("SY-79 a change by another hand in the same document takes the held text along", async () => {
  await author.select(3);
  await author.compose("ni");
  await author.page.evaluate(() => window.probe.changeBehindTheEditor("在"));
  await author.expectText("在同志们ni要奋斗");
  await colleague.expectText("在同志们ni要奋斗");
});
