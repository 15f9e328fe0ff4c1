/** For files whose tests all begin with one person's page, on which a first word is saved. */
import { type BrowserContext, test } from "@playwright/test";
import { type SyncPage, startSyncPage, type TestPerson } from "./server";
import { Writer } from "./writer";

interface AuthorAtWork {
  site: SyncPage;
  context: BrowserContext;
  person: TestPerson;
  author: Writer;
}

/** Another one for each test, in the object that it returns. The author has written 同志们. */
export function beginWithAuthor(): AuthorAtWork {
  const at = {} as AuthorAtWork; // filled in before each test
  test.beforeEach(async ({ browser }) => {
    at.site = await startSyncPage();
    at.context = await browser.newContext();
    at.person = at.site.addPerson("张三");
    at.author = await Writer.open(at.context, at.site, at.person);
    await at.author.select(0);
    await at.author.type("同志们");
    await at.author.expectSave("saved");
  });
  test.afterEach(async () => {
    await at.context.close();
    await at.site.stop();
  });
  return at;
}
