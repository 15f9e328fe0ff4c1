/** When the server doesn't take the text: read-only, visible, kept, with the reason. */
import { expect, test } from "@playwright/test";
import { beginWithAuthor } from "./sync-page/author";
import { Writer } from "./sync-page/writer";

const at = beginWithAuthor();

async function writeOffline(): Promise<void> {
  at.site.setReachable(false);
  await at.author.expectSave("offline");
  await at.author.select(3);
  await at.author.type("，大家好");
}

test("SY-90 who may no longer edit and has unsynced text keeps it, read-only, with the reason", async () => {
  await writeOffline();
  at.person.role = "viewer";
  at.site.setReachable(true);
  await at.author.expectSave("refused");
  expect(await at.author.save()).toMatchObject({ code: "forbidden", unsynced: { any: true, characters: 4 } });
  expect(await at.author.writable()).toBe(false);
  await at.author.expectText("同志们，大家好");
  expect(at.site.storedTexts().at(-1)).toBe("同志们");
  // Set aside, it makes room for the server's text and can still be read.
  await at.author.page.evaluate(() => window.probe.connection.setCopyAside());
  await at.author.closeTab();
  const again = await Writer.open(at.context, at.site, at.person);
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
  await at.author.page.evaluate(() => {
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = function (data) {
      send.call(this, data);
      WebSocket.prototype.send = send;
      const { view } = window.probe.editor;
      view.dispatch(view.state.tr.insertText("，大家好", 4));
    };
  });
  const before = at.site.upgrades;
  at.person.role = "viewer";
  at.site.rooms.revoke(at.person.personId);
  await at.author.expectSave("refused");
  await expect.poll(() => at.site.upgrades).toBe(before + 2);
  await expect.poll(() => at.author.save()).toMatchObject({ code: "forbidden", unsynced: { characters: 4 } });
  expect(at.site.storedTexts().at(-1)).toBe("同志们");
  at.person.role = "editor";
  at.site.rooms.revoke(at.person.personId);
  await at.author.expectSave("saved");
  expect(await at.author.writable()).toBe(true);
  expect(at.site.storedTexts().at(-1)).toBe("同志们，大家好");
});

test("SY-90 who may no longer edit but has nothing unsynced reads on", async ({ browser }) => {
  at.person.role = "viewer";
  at.site.rooms.revoke(at.person.personId);
  await expect.poll(() => at.author.writable()).toBe(false);
  await at.author.expectSave("saved");
  const colleague = await Writer.open(await browser.newContext(), at.site, at.site.addPerson("李四"));
  await colleague.insertAt(0, "各位");
  await at.author.expectText("各位同志们");
  await at.author.expectSave("saved");
  at.person.role = "editor";
  at.site.rooms.revoke(at.person.personId);
  await expect.poll(() => at.author.writable()).toBe(true);
  await at.author.select(0);
  await at.author.type("敬爱的");
  await colleague.expectText("敬爱的各位同志们");
  await colleague.page.context().close();
});

test("SY-92 a refusal that a reconnect can't mend ends the attempts and keeps the text", async () => {
  await writeOffline();
  const before = at.site.upgrades;
  at.site.refuseWith("schema-outdated");
  at.site.setReachable(true);
  await at.author.expectSave("refused");
  expect(await at.author.save()).toMatchObject({ code: "schema-outdated", unsynced: { characters: 4 } });
  expect(await at.author.writable()).toBe(false);
  await at.author.expectText("同志们，大家好");
  expect(at.site.upgrades).toBe(before + 1);
  at.site.refuseWith(null);
  await at.author.page.evaluate(() => window.probe.connection.retry());
  await at.author.expectSave("saved");
  expect(at.site.storedTexts().at(-1)).toBe("同志们，大家好");
});

test("SY-92 a close that a reconnect can mend is mended without a word", async () => {
  at.site.refuseWith("resync-required");
  at.site.rooms.revoke(at.author.person.personId, at.site.speechId);
  await at.author.expectSave("offline");
  await at.author.type("，大家好");
  at.site.refuseWith(null);
  await at.author.expectSave("saved");
  expect(at.site.storedTexts().at(-1)).toBe("同志们，大家好");
});

test("SY-93 while the server can't store it says so, and saved only after it could", async () => {
  at.site.log.failures = Number.POSITIVE_INFINITY;
  await at.author.type("，大家好");
  await at.author.expectSave("storage-trouble");
  await expect
    .poll(() => at.author.save())
    .toMatchObject({ unsynced: { any: true, characters: 4 }, keptLocally: "yes" });
  at.site.log.failures = 0;
  await at.author.expectSave("saved");
  expect(at.site.storedTexts().at(-1)).toBe("同志们，大家好");
});

test("SY-131 a reader who was away when the server could store again hears so on return", async ({
  browser,
}) => {
  const context = await browser.newContext();
  const reader = await Writer.openUnready(context, at.site, at.site.addPerson("王五", "viewer"));
  await reader.expectSave("saved");
  at.site.log.failures = Number.POSITIVE_INFINITY;
  // One letter is one message: that the server couldn't store it says that it has all.
  await at.author.type("们");
  await reader.expectSave("storage-trouble");
  at.site.setReachable(false);
  await reader.expectSave("offline");
  at.site.log.failures = 0;
  await expect.poll(() => at.site.storedTexts().at(-1)).toBe("同志们们");
  at.site.setReachable(true);
  await reader.expectSave("saved");
  await reader.expectText("同志们们");
  await context.close();
});

test("SY-94 leaving with unsynced text asks first", async () => {
  await writeOffline();
  const asked = at.author.page.waitForEvent("dialog");
  await at.author.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await at.author.expectText("同志们，大家好");
});

test("SY-94 leaving with everything saved asks nothing", async () => {
  const closed = at.author.page.waitForEvent("close");
  at.author.page.on("dialog", (dialog) => dialog.dismiss());
  await at.author.page.close({ runBeforeUnload: true });
  await closed;
});
