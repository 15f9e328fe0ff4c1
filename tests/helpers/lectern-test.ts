/**
 * Playwright's `test` with Lectern's fixtures. A spec imports `test` and `expect` from here:
 * one server process per worker, an office on it, and pages whose console must stay silent.
 */
import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { type Account, Office } from "./office";
import { QUICK_PASSWORDS, ServerProcess } from "./server-process";
import { waitsForItsScript } from "./taken-over";
import { tellPages } from "./tell-pages";

export { expect } from "@playwright/test";

interface TestFixtures {
  /**
   * Console errors and warnings that this test causes on purpose, as patterns of their whole text;
   * anything else in the console, and every page error, fails the test.
   */
  readonly allowedConsole: RegExp[];
  /** A new browser context signed in as this person (or nobody), watched, whose pages' loading waits for their script. */
  readonly openContext: (account: Account | null) => Promise<BrowserContext>;
  /** A page of a new context, opened at that path, whose script is there. */
  readonly openPage: (account: Account | null, path: string) => Promise<Page>;
}

interface WorkerFixtures {
  readonly server: ServerProcess;
  readonly office: Office;
}

/** A fixture; a file that names it anew has a server of its own. */
export async function startServer(
  // biome-ignore lint/complexity/noBannedTypes: Playwright reads fixtures' names from the pattern, and there are none
  // biome-ignore lint/correctness/noEmptyPattern: likewise
  {}: {},
  use: (server: ServerProcess) => Promise<void>,
): Promise<void> {
  // Another time zone than the browsers': a server stands anywhere.
  const server = await ServerProcess.start({ TZ: "UTC", NODE_OPTIONS: QUICK_PASSWORDS });
  await use(server);
  await server.stop();
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [startServer, { scope: "worker" }],

  office: [
    async ({ server }, use) => {
      await use(await Office.open(server.url));
    },
    { scope: "worker" },
  ],

  allowedConsole: [[], { option: true }],

  openContext: async ({ browser, server, allowedConsole, contextOptions }, use, testInfo) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (account) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: server.url });
      contexts.push(context);
      const newPage = context.newPage.bind(context);
      context.newPage = async () => waitsForItsScript(await newPage());
      if (account !== null) await context.addCookies(account.visitor.cookies);
      context.on("console", (message) => {
        const complains = message.type() === "error" || message.type() === "warning";
        // Next preloads the styles of the error pages with every page; Chromium finds them unused.
        if (message.text().includes("was preloaded using link preload but not used")) return;
        if (complains && !allowedConsole.some((pattern) => pattern.test(message.text()))) {
          complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
        }
      });
      context.on("weberror", (error) => complaints.push(`page error: ${error.error().stack}`));
      return context;
    });
    if (testInfo.status !== testInfo.expectedStatus) await tellPages(contexts);
    await Promise.all(contexts.map((context) => context.close()));
    if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join("\n")}`);
  },

  openPage: async ({ openContext }, use) => {
    await use(async (account, path) => {
      const page = await (await openContext(account)).newPage();
      await page.goto(path);
      return page;
    });
  },
});
