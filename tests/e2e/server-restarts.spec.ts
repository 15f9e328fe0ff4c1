/** A server that ends in order says so to the page, and is back, or another is, before anybody need know. */
import { expect, test } from "@playwright/test";
import { beginWithAuthor } from "./sync-page/author";

const at = beginWithAuthor();

/** Begins to note every kind of state; resolves with the way to read them. */
async function watchStates(): Promise<() => Promise<string[]>> {
  await at.author.page.evaluate(() => {
    const { connection } = window.probe;
    const kinds: string[] = [];
    Object.assign(window, { savingKinds: kinds });
    connection.subscribe(() => kinds.push(connection.state.save.kind));
  });
  return () => at.author.page.evaluate(() => (window as unknown as { savingKinds: string[] }).savingKinds);
}

test("SY-166 who writes while the server restarts isn't offline, is asked before leaving, and loses nothing", async () => {
  const states = await watchStates();
  at.site.sendAway();
  await at.author.expectSave("restarting");
  await at.author.select(3);
  await at.author.type("，大家好");
  expect(await at.author.page.evaluate(() => window.probe.connection.asksBeforeLeaving())).toBe(true);
  await at.author.expectSave("restarting");
  at.site.setReachable(true);
  await at.author.expectSave("saved");
  expect(at.site.storedTexts().at(-1)).toBe("同志们，大家好");
  expect([...new Set(await states())].sort()).toEqual(["restarting", "saved", "saving"]);
});

test("SY-166 who loses the network while the server restarts is told at once", async () => {
  at.site.sendAway();
  await at.author.expectSave("restarting");
  await at.author.page.context().setOffline(true);
  await at.author.expectSave("offline");
  await at.author.page.context().setOffline(false);
  at.site.setReachable(true);
  await at.author.expectSave("saved");
});
