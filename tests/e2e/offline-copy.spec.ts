/** The local copy: what it keeps, for whom, and until when. */
import { expect, test } from "@playwright/test";
import { beginWithAuthor } from "./sync-page/author";
import { Writer } from "./sync-page/writer";

const at = beginWithAuthor();

async function goOffline(): Promise<void> {
  at.site.setReachable(false);
  await at.author.expectSave("offline");
}

test("SY-86 edits made offline survive a closed tab and are sent on return", async ({ browser }) => {
  await goOffline();
  await at.author.select(3);
  await at.author.type("，大家好");
  await expect
    .poll(() => at.author.save())
    .toEqual({ kind: "offline", unsynced: { any: true, characters: 4 }, keptLocally: "yes" });
  await at.author.closeTab();
  const again = await Writer.open(at.context, at.site, at.person);
  await again.expectText("同志们，大家好");
  await expect
    .poll(() => again.save())
    .toMatchObject({
      kind: "offline",
      unsynced: { any: true, characters: 4 },
    });
  await again.select(0);
  await again.type("各位");
  at.site.setReachable(true);
  await again.expectSave("saved");
  expect(at.site.storedTexts().at(-1)).toBe("各位同志们，大家好");
  const colleague = await Writer.open(await browser.newContext(), at.site, at.site.addPerson("李四"));
  await colleague.expectText("各位同志们，大家好");
  await colleague.page.context().close();
});

test("SY-109 what is written offline is called kept in this browser when its disk has it, not before", async () => {
  await goOffline();
  await at.author.select(3);
  // Whatever writes into the copy waits until this is let go.
  const held = await at.author.page.evaluateHandle(async () => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
    });
    const hold = { on: true };
    const store = db.transaction(["updates"], "readwrite").objectStore("updates");
    const goOn = () => {
      if (hold.on) store.count().onsuccess = goOn;
      else db.close();
    };
    goOn();
    return hold;
  });
  await at.author.type("，大家好");
  const unsynced = { any: true, characters: 4 };
  await expect.poll(() => at.author.save()).toEqual({ kind: "offline", unsynced, keptLocally: "writing" });
  await held.evaluate((hold) => {
    hold.on = false;
  });
  await expect.poll(() => at.author.save()).toEqual({ kind: "offline", unsynced, keptLocally: "yes" });
  await at.author.closeTab();
  const again = await Writer.open(at.context, at.site, at.person);
  await again.expectText("同志们，大家好");
});

test("SY-86 a deletion made offline survives a closed tab too", async () => {
  await goOffline();
  await at.author.select(0, 2);
  await at.author.page.keyboard.press("Delete");
  await at.author.expectText("们");
  await expect
    .poll(() => at.author.save())
    .toMatchObject({ kind: "offline", unsynced: { any: true, characters: 0 }, keptLocally: "yes" });
  await at.author.closeTab();
  const again = await Writer.open(at.context, at.site, at.person);
  await expect.poll(() => again.save()).toMatchObject({ kind: "offline", unsynced: { any: true } });
  at.site.setReachable(true);
  await again.expectSave("saved");
  expect(at.site.storedTexts().at(-1)).toBe("们");
});

test("SY-83 a tab opened offline on a copy that the server has claims nothing unsynced, nor saved", async () => {
  await goOffline();
  await at.author.closeTab();
  const again = await Writer.open(at.context, at.site, at.person);
  await again.expectText("同志们");
  await again.expectSave("offline");
  expect(await again.save()).toMatchObject({ unsynced: { any: false, characters: 0 } });
});

test("SY-83 SY-88 a reader's copy of a text in which something was deleted holds nothing that the server lacks", async () => {
  await at.author.select(0, 1);
  await at.author.page.keyboard.press("Delete");
  await at.author.expectSave("saved");
  const viewer = at.site.addPerson("李四", "viewer");
  const reader = await Writer.open(at.context, at.site, viewer);
  await reader.expectText("志们");
  await reader.expectSave("saved");
  await reader.closeTab();
  await goOffline();
  const again = await Writer.open(at.context, at.site, viewer);
  await again.expectText("志们");
  await again.expectSave("offline");
  expect(await again.save()).toMatchObject({ unsynced: { any: false, characters: 0 } });
  expect(
    await again.page.evaluate((data) => window.probe.unsyncedCopies(data), at.site.dataGeneration),
  ).toEqual([]);
});

test("SY-87 one account's copy is never opened for another account in the same browser", async () => {
  await goOffline();
  await at.author.select(3);
  await at.author.type("，内部意见");
  await at.author.closeTab();
  const other = at.site.addPerson("李四");
  const stranger = await Writer.openUnready(at.context, at.site, other);
  await stranger.expectSave("offline");
  expect(await stranger.page.evaluate(() => window.probe.connection.state.ready)).toBe(false);
  expect(await stranger.text()).toBe("");
  at.site.setReachable(true);
  await stranger.untilReady();
  await stranger.expectText("同志们");
  await stranger.closeTab();
  // The owner's copy is untouched by that.
  const again = await Writer.open(at.context, at.site, at.person);
  await again.expectText("同志们，内部意见");
  await again.expectSave("saved");
});

test("SY-89 two tabs of one account write one text, offline and after", async () => {
  const second = await Writer.open(at.context, at.site, at.person);
  await second.expectText("同志们");
  await goOffline();
  await second.expectSave("offline");
  await at.author.select(3);
  await at.author.type("，一");
  await second.select(0);
  await second.type("二，");
  await at.author.closeTab();
  await second.closeTab();
  const again = await Writer.open(at.context, at.site, at.person);
  await again.expectText("二，同志们，一");
  at.site.setReachable(true);
  await again.expectSave("saved");
  expect(at.site.storedTexts().at(-1)).toBe("二，同志们，一");
});

test("SY-135 a tab that is left while it tidies up the copy keeps what another tab stored there", async () => {
  const second = await Writer.open(at.context, at.site, at.person);
  await second.expectText("同志们");
  await goOffline();
  await second.expectSave("offline");
  // So many that they're merged with the next one.
  await at.author.page.evaluate(() => {
    for (let time = 0; time < 500; time += 1) window.probe.changeBehindTheEditor("一");
  });
  await at.author.page.evaluate(() => window.probe.flushOpenCopies());
  await second.select(0);
  await second.type("二，");
  await second.page.evaluate(() => window.probe.flushOpenCopies());
  await second.closeTab();
  await at.author.page.evaluate(async () => {
    const { setTimeout: later } = window;
    let merge = () => {};
    // It waits for a second without edits; here it begins in the very moment in which the page is left.
    window.setTimeout = ((run: () => void, delayMs?: number) => {
      if (delayMs !== 1000) return later(run, delayMs);
      merge = run;
      return 0;
    }) as typeof window.setTimeout;
    window.probe.changeBehindTheEditor("一");
    await window.probe.flushOpenCopies();
    merge();
    await window.probe.connection.close();
  });
  await at.author.closeTab();
  const again = await Writer.open(at.context, at.site, at.person);
  expect(await again.text()).toContain("二，");
});

test("SY-91 a copy of another schema version with unsynced text is set aside, readable, never opened", async () => {
  await at.author.page.evaluate(() => window.probe.leaveCopyOfSchema(0, "旧版本里没有同步的话"));
  await at.author.closeTab();
  const again = await Writer.open(at.context, at.site, at.person);
  await again.expectText("同志们");
  const setAside = () => again.page.evaluate(() => window.probe.connection.state.setAside);
  await expect.poll(setAside).toMatchObject([{ schemaVersion: 0 }]);
  const texts = await again.page.evaluate(() =>
    Promise.all(window.probe.connection.state.setAside.map((key) => window.probe.readCopyText(key))),
  );
  expect(texts).toEqual(["旧版本里没有同步的话"]);
});

/** The page loads itself once more; with the copy that is refused it is never in sync. */
async function untilOpenedAnew({ page }: Writer): Promise<void> {
  await page.waitForFunction(
    // While it loads there is no probe.
    () => (window as Partial<Window>).probe?.connection.state.save.kind === "saved",
  );
}

test("SY-115 text that stands in restored data too is opened anew without a word; other text stays, readable", async () => {
  await goOffline();
  await at.author.select(3);
  await at.author.type("，大家好");
  await at.author.closeTab();
  at.site.changeData();
  at.site.setReachable(true);
  const again = await Writer.openUnready(at.context, at.site, at.person);
  await untilOpenedAnew(again);
  const setAside = () => again.page.evaluate(() => window.probe.connection.state.setAside);
  await expect.poll(setAside).toHaveLength(1);
  await again.expectText("同志们");
  expect(at.site.storedTexts().at(-1)).toBe("同志们");
  const [key] = await setAside();
  if (key === undefined) throw new Error("nothing was set aside");
  const read = () => again.page.evaluate((copy) => window.probe.readCopyText(copy), key);
  expect(await read()).toBe("同志们，大家好");
  await again.expectSave("saved");
  await again.closeTab();

  at.site.changeData();
  const third = await Writer.openUnready(at.context, at.site, at.person);
  await untilOpenedAnew(third);
  await third.expectText("同志们");
  const copies = () => third.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  // The one with the text that no server has, and the new one.
  await expect.poll(copies).toHaveLength(2);
  expect(await third.page.evaluate((copy) => window.probe.readCopyText(copy), key)).toBe("同志们，大家好");
});
