/** The local copies when somebody signs out: which go, which are asked about, and what a page has afterwards. */
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

/** What signing out asks about, with the server's data being of that generation. */
const unsyncedCopies = (generation = site.dataGeneration) =>
  author.page.evaluate((data) => window.probe.unsyncedCopies(data), generation);

async function goOffline(): Promise<void> {
  site.setReachable(false);
  await author.expectSave("offline");
}

test("SY-88 signing out asks nothing about copies that are on the server; they stay until it deletes them", async () => {
  const copies = () => author.page.evaluate(() => indexedDB.databases());
  expect(await unsyncedCopies()).toEqual([]);
  expect(await copies()).toHaveLength(1);
  await author.page.evaluate(() => window.probe.deleteLocalCopies());
  expect(await copies()).toEqual([]);
});

test("SY-136 a page that goes on after its copy was deleted has one again from its next connection on", async () => {
  const names = () => author.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  const [name] = await names();
  await author.page.evaluate(() => window.probe.deleteLocalCopies());
  expect(await names()).toEqual([]);
  await author.page.evaluate(() => window.probe.connection.retry());
  await expect.poll(names).toEqual([name]);
  await author.expectSave("saved");
  await goOffline();
  expect(await author.save()).toMatchObject({ unsynced: { any: false } });
  await author.select(3);
  await author.type("，大家好");
  const unsynced = { any: true, characters: 4 };
  await expect.poll(() => author.save()).toEqual({ kind: "offline", unsynced, keptLocally: "yes" });
  await author.closeTab();
  const again = await Writer.open(browserOfAuthor, site, person);
  await again.expectText("同志们，大家好");
  await expect.poll(() => again.save()).toMatchObject({ kind: "offline", unsynced });
  site.setReachable(true);
  await again.expectSave("saved");
  expect(site.storedTexts().at(-1)).toBe("同志们，大家好");
});

test("SY-88 as long as one copy is to be asked about none is deleted; then all are", async () => {
  await author.page.evaluate(() => window.probe.leaveCopyOfSchema(0, "没有同步的话"));
  const versions = () =>
    author.page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name?.split("/").at(-2)).sort(),
    );
  const both = await versions();
  expect(both).toHaveLength(2);
  expect(await unsyncedCopies()).toMatchObject([{ key: { schemaVersion: 0 }, unsynced: { characters: 6 } }]);
  expect(await versions()).toEqual(both);
  await author.page.evaluate(() => window.probe.deleteLocalCopies());
  expect(await versions()).toEqual([]);
});

test("SY-88 signing out reports and keeps a copy with unsynced text", async () => {
  await goOffline();
  await author.select(3);
  await author.type("，大家好");
  expect(await unsyncedCopies()).toMatchObject([
    { key: { personId: person.personId }, unsynced: { any: true, characters: 4 } },
  ]);
  await author.closeTab();
  const again = await Writer.open(browserOfAuthor, site, person);
  await again.expectText("同志们，大家好");
});

test("SY-88 signing out keeps copies of other data than the server's: what was saved there may be gone", async () => {
  site.setReachable(false);
  const saved = site.dataGeneration;
  site.changeData();
  expect(await unsyncedCopies()).toMatchObject([{ unsynced: { any: true, characters: 3 } }]);
  expect(await unsyncedCopies(saved)).toEqual([]);
});
