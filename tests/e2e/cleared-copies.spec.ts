/** The local copies when somebody signs out: which go, which are asked about, and what a page has afterwards. */
import { expect, test } from "@playwright/test";
import { beginWithAuthor } from "./sync-page/author";
import { Writer } from "./sync-page/writer";

const at = beginWithAuthor();

/** What signing out asks about, with the server's data being of that generation. */
const unsyncedCopies = (generation = at.site.dataGeneration) =>
  at.author.page.evaluate((data) => window.probe.unsyncedCopies(data), generation);

async function goOffline(): Promise<void> {
  at.site.setReachable(false);
  await at.author.expectSave("offline");
}

test("SY-88 signing out asks nothing about copies that are on the server; they stay until it deletes them", async () => {
  const copies = () => at.author.page.evaluate(() => indexedDB.databases());
  expect(await unsyncedCopies()).toEqual([]);
  expect(await copies()).toHaveLength(1);
  await at.author.page.evaluate(() => window.probe.deleteLocalCopies());
  expect(await copies()).toEqual([]);
});

test("SY-136 a page that goes on after its copy was deleted has one again from its next connection on", async () => {
  const names = () =>
    at.author.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  const [name] = await names();
  await at.author.page.evaluate(() => window.probe.deleteLocalCopies());
  expect(await names()).toEqual([]);
  await at.author.page.evaluate(() => window.probe.connection.retry());
  await expect.poll(names).toEqual([name]);
  await at.author.expectSave("saved");
  await goOffline();
  expect(await at.author.save()).toMatchObject({ unsynced: { any: false } });
  await at.author.select(3);
  await at.author.type("，大家好");
  const unsynced = { any: true, characters: 4 };
  await expect.poll(() => at.author.save()).toEqual({ kind: "offline", unsynced, keptLocally: "yes" });
  await at.author.closeTab();
  const again = await Writer.open(at.context, at.site, at.person);
  await again.expectText("同志们，大家好");
  await expect.poll(() => again.save()).toMatchObject({ kind: "offline", unsynced });
  at.site.setReachable(true);
  await again.expectSave("saved");
  expect(at.site.storedTexts().at(-1)).toBe("同志们，大家好");
});

test("SY-88 as long as one copy is to be asked about none is deleted; then all are", async () => {
  await at.author.page.evaluate(() => window.probe.leaveCopyOfSchema(0, "没有同步的话"));
  const versions = () =>
    at.author.page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name?.split("/").at(-2)).sort(),
    );
  const both = await versions();
  expect(both).toHaveLength(2);
  expect(await unsyncedCopies()).toMatchObject([{ key: { schemaVersion: 0 }, unsynced: { characters: 6 } }]);
  expect(await versions()).toEqual(both);
  await at.author.page.evaluate(() => window.probe.deleteLocalCopies());
  expect(await versions()).toEqual([]);
});

test("SY-88 signing out reports and keeps a copy with unsynced text", async () => {
  await goOffline();
  await at.author.select(3);
  await at.author.type("，大家好");
  expect(await unsyncedCopies()).toMatchObject([
    { key: { personId: at.person.personId }, unsynced: { any: true, characters: 4 } },
  ]);
  await at.author.closeTab();
  const again = await Writer.open(at.context, at.site, at.person);
  await again.expectText("同志们，大家好");
});

test("SY-88 signing out keeps copies of other data than the server's: what was saved there may be gone", async () => {
  at.site.setReachable(false);
  const saved = at.site.dataGeneration;
  at.site.changeData();
  expect(await unsyncedCopies()).toMatchObject([{ unsynced: { any: true, characters: 3 } }]);
  expect(await unsyncedCopies(saved)).toEqual([]);
});
