/** What the editor's benchmarks measure on: the browser, a text of so many characters, and a person's pages. */
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { documentText } from "@/core/text/document-text";
import { chromiumArguments, findChromium } from "../../../scripts/testing/chromium.mjs";
import type { Account } from "../../helpers/office";
import { preparePage, pressKeys } from "./latency";

/** Caches and compiled code, as after the first words of a day. */
const WARM_UP_KEYS = 20;
/** Of a text that is there at all; the shortest that is measured has more. */
const FEWEST_CHARACTERS = 5_000;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArguments() });

/** The project's own speech, again and again until it has so many characters. */
export function textOf(characters: number): string {
  const sample = documentText(archivesSpeech.document, "nested");
  return sample.repeat(Math.ceil(characters / sample.length)).slice(0, characters);
}

/** Makes a context this person's, before its first page. */
export const preparerOf = (account: Account) => async (context: BrowserContext) => {
  await context.addCookies(account.visitor.cookies);
  // tsx names inner functions through this; code that Playwright carries into the page needs it too.
  await context.addInitScript("globalThis.__name ??= (named) => named");
};

interface Typing {
  readonly browser: Browser;
  readonly prepare: (context: BrowserContext) => Promise<void>;
  readonly url: string;
  readonly keys: number;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What somebody opens or switches on before typing. */
  readonly ready?: ((page: Page) => Promise<void>) | undefined;
  /** Between warming up and the keys that count. */
  readonly warm?: ((page: Page) => Promise<void>) | undefined;
  /** Before the page is closed. */
  readonly typed?: ((page: Page) => Promise<void>) | undefined;
}

/** Types into the middle of the text on a page of its own; milliseconds per key. */
export async function typeInto(typing: Typing): Promise<number[]> {
  const { browser, prepare, url, keys, viewport = { width: 1280, height: 800 } } = typing;
  const context = await browser.newContext({ viewport });
  try {
    await prepare(context);
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('.tiptap[contenteditable="true"]').waitFor();
    await page.waitForFunction(
      (fewest) => (document.querySelector(".tiptap")?.textContent ?? "").length > fewest,
      FEWEST_CHARACTERS,
    );
    await typing.ready?.(page);
    await preparePage(page);
    await pressKeys(page, WARM_UP_KEYS);
    await typing.warm?.(page);
    const samples = await pressKeys(page, keys);
    await typing.typed?.(page);
    return samples;
  } finally {
    await context.close();
  }
}
