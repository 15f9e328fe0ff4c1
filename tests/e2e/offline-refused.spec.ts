/** When the server doesn't take the text: read-only, visible, kept, with the reason. */
import { type BrowserContext, expect, test } from "@playwright/test";
import { type SyncPage, startSyncPage, type TestPerson } from "./sync-page/server";
import { Writer } from "./sync-page/writer";

let site: SyncPage;
let browserOfAuthor: BrowserContext;
let person: TestPerson;
let author: Writer;

test.beforeEach(async ({ browser }) => {
  site = await startSyncPage();
  browserOfAuthor = await browser.newContext();
  person = site.addPerson("张三");
  author = await Writer.open(browserOfAuthor, site, person);
  await author.select(0);
  await author.type("同志们");
  await author.expectSave("saved");
});

test.afterEach(async () => {
  await browserOfAuthor.close();
  await site.stop();
});

async function writeOffline(): Promise<void> {
  site.setReachable(false);
  await author.expectSave("offline");
  await author.select(3);
  await author.type("，大家好");
}

test("SY-90 who may no longer edit and has unsynced text keeps it, read-only, with the reason", async () => {
  await writeOffline();
  person.role = "viewer";
  site.setReachable(true);
  await author.expectSave("refused");
  expect(await author.save()).toMatchObject({ code: "forbidden", unsynced: { any: true, characters: 4 } });
  expect(await author.writable()).toBe(false);
  await author.expectText("同志们，大家好");
  expect(site.storedTexts().at(-1)).toBe("同志们");
  // Set aside, it makes room for the server's text and can still be read.
  await author.page.evaluate(() => window.probe.connection.setCopyAside());
  await author.closeTab();
  const again = await Writer.open(browserOfAuthor, site, person);
  await again.expectText("同志们");
  await again.expectSave("saved");
  const setAside = () => again.page.evaluate(() => window.probe.connection.state.setAside);
  await expect.poll(setAside).toHaveLength(1);
  const [key] = await setAside();
  if (key === undefined) throw new Error("nothing was set aside");
  expect(await again.page.evaluate((copy) => window.probe.readCopyText(copy), key)).toBe("同志们，大家好");
  await again.page.evaluate(async () => {
    const { connection } = window.probe;
    for (const copy of connection.state.setAside) await connection.setAside.discard(copy);
  });
  expect(await setAside()).toEqual([]);
  expect(await again.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
});

test("SY-90 a key pressed before the new role is known costs no more than the right itself", async () => {
  // On the new socket, right behind its first message: the server's word on the role is on its way.
  await author.page.evaluate(() => {
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = function (data) {
      send.call(this, data);
      WebSocket.prototype.send = send;
      const { view } = window.probe.editor;
      view.dispatch(view.state.tr.insertText("，大家好", 4));
    };
  });
  const before = site.upgrades;
  person.role = "viewer";
  site.rooms.revoke(person.personId);
  await author.expectSave("refused");
  await expect.poll(() => site.upgrades).toBe(before + 2);
  await expect.poll(() => author.save()).toMatchObject({ code: "forbidden", unsynced: { characters: 4 } });
  expect(site.storedTexts().at(-1)).toBe("同志们");
  person.role = "editor";
  site.rooms.revoke(person.personId);
  await author.expectSave("saved");
  expect(await author.writable()).toBe(true);
  expect(site.storedTexts().at(-1)).toBe("同志们，大家好");
});

test("SY-90 who may no longer edit but has nothing unsynced reads on", async ({ browser }) => {
  person.role = "viewer";
  site.rooms.revoke(person.personId);
  await expect.poll(() => author.writable()).toBe(false);
  await author.expectSave("saved");
  const colleague = await Writer.open(await browser.newContext(), site, site.addPerson("李四"));
  await colleague.insertAt(0, "各位");
  await author.expectText("各位同志们");
  await author.expectSave("saved");
  person.role = "editor";
  site.rooms.revoke(person.personId);
  await expect.poll(() => author.writable()).toBe(true);
  await author.select(0);
  await author.type("敬爱的");
  await colleague.expectText("敬爱的各位同志们");
  await colleague.page.context().close();
});

test("SY-92 a refusal that a reconnect can't mend ends the attempts and keeps the text", async () => {
  await writeOffline();
  const before = site.upgrades;
  site.refuseWith("schema-outdated");
  site.setReachable(true);
  await author.expectSave("refused");
  expect(await author.save()).toMatchObject({ code: "schema-outdated", unsynced: { characters: 4 } });
  expect(await author.writable()).toBe(false);
  await author.expectText("同志们，大家好");
  expect(site.upgrades).toBe(before + 1);
  site.refuseWith(null);
  await author.page.evaluate(() => window.probe.connection.retry());
  await author.expectSave("saved");
  expect(site.storedTexts().at(-1)).toBe("同志们，大家好");
});

test("SY-92 a close that a reconnect can mend is mended without a word", async () => {
  site.refuseWith("resync-required");
  site.rooms.revoke(author.person.personId, site.speechId);
  await author.expectSave("offline");
  await author.type("，大家好");
  site.refuseWith(null);
  await author.expectSave("saved");
  expect(site.storedTexts().at(-1)).toBe("同志们，大家好");
});

test("SY-93 while the server can't store it says so, and saved only after it could", async () => {
  site.log.failures = Number.POSITIVE_INFINITY;
  await author.type("，大家好");
  await author.expectSave("storage-trouble");
  await expect
    .poll(() => author.save())
    .toMatchObject({ unsynced: { any: true, characters: 4 }, keptLocally: "yes" });
  site.log.failures = 0;
  await author.expectSave("saved");
  expect(site.storedTexts().at(-1)).toBe("同志们，大家好");
});

test("SY-131 a reader who was away when the server could store again hears so on return", async ({
  browser,
}) => {
  const context = await browser.newContext();
  const reader = await Writer.openUnready(context, site, site.addPerson("王五", "viewer"));
  await reader.expectSave("saved");
  site.log.failures = Number.POSITIVE_INFINITY;
  // One letter is one message: that the server couldn't store it says that it has all.
  await author.type("们");
  await reader.expectSave("storage-trouble");
  site.setReachable(false);
  await reader.expectSave("offline");
  site.log.failures = 0;
  await expect.poll(() => site.storedTexts().at(-1)).toBe("同志们们");
  site.setReachable(true);
  await reader.expectSave("saved");
  await reader.expectText("同志们们");
  await context.close();
});

test("SY-94 leaving with unsynced text asks first", async () => {
  await writeOffline();
  const asked = author.page.waitForEvent("dialog");
  await author.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await author.expectText("同志们，大家好");
});

test("SY-94 leaving with everything saved asks nothing", async () => {
  const closed = author.page.waitForEvent("close");
  author.page.on("dialog", (dialog) => dialog.dismiss());
  await author.page.close({ runBeforeUnload: true });
  await closed;
});
