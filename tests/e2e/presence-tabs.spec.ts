/** Who is here, in real tabs. */
import { expect, test } from "@playwright/test";
import { startSyncPage } from "./sync-page/server";
import { Writer } from "./sync-page/writer";

test("SY-95 several tabs of a person are one person here, idle only when all of them are", async ({
  browser,
}) => {
  const site = await startSyncPage();
  const browserOfAuthor = await browser.newContext();
  const person = site.addPerson("张三");
  const author = await Writer.open(browserOfAuthor, site, person);

  const colleague = await Writer.open(await browser.newContext(), site, site.addPerson("李四"));
  await author.page.clock.install();
  await author.page.reload();
  await author.untilReady();
  const second = await Writer.open(browserOfAuthor, site, person);
  const people = () =>
    colleague.page.evaluate(() =>
      window.probe.people().map(({ name, self, idle, clientIds }) => [name, self, idle, clientIds.length]),
    );
  await expect.poll(people).toEqual([
    ["李四", true, false, 1],
    ["张三", false, false, 2],
  ]);
  await author.page.clock.fastForward(61_000);
  await second.page.close();
  await expect.poll(people).toEqual([
    ["李四", true, false, 1],
    ["张三", false, true, 1],
  ]);
  await author.page.mouse.move(10, 10);
  await expect.poll(people).toEqual([
    ["李四", true, false, 1],
    ["张三", false, false, 1],
  ]);
  await colleague.page.context().close();
  await browserOfAuthor.close();
  await site.stop();
});
