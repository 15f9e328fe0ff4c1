/** One person at one tab of sync-page, and what a test may do there. */
import { type BrowserContext, type CDPSession, expect, type Page } from "@playwright/test";
import type { SaveState } from "@/components/sync/save-state";
import type { SyncPage, TestPerson } from "./server";

export class Writer {
  private constructor(
    readonly page: Page,
    readonly person: TestPerson,
    private readonly cdp: CDPSession,
  ) {}

  /** Opens a tab for `person` in `context`, signed in by cookie, and waits for the text. */
  static async open(context: BrowserContext, site: SyncPage, person: TestPerson): Promise<Writer> {
    const writer = await Writer.openUnready(context, site, person);
    await writer.untilReady();
    return writer;
  }

  /** The same without waiting: there may be no text to wait for. */
  static async openUnready(context: BrowserContext, site: SyncPage, person: TestPerson): Promise<Writer> {
    await context.addCookies([{ name: "person", value: person.personId, url: site.origin }]);
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(`${person.name}: ${error.stack ?? error.message}`));
    await page.goto(site.addressFor(person));
    return new Writer(page, person, await context.newCDPSession(page));
  }

  async untilReady(): Promise<void> {
    await this.page.waitForFunction(() => window.probe.connection.state.ready);
  }

  writable(): Promise<boolean> {
    return this.page.evaluate(() => window.probe.connection.state.writable);
  }

  text(): Promise<string> {
    return this.page.evaluate(() => window.probe.text());
  }

  save(): Promise<SaveState> {
    return this.page.evaluate(() => window.probe.connection.state.save);
  }

  /** Closes the tab once its copy is on the disk: by the protocol it would be like a crash. */
  async closeTab(): Promise<void> {
    await this.page.evaluate(() => window.probe.flushOpenCopies());
    await this.page.close();
  }

  async expectText(text: string): Promise<void> {
    await expect.poll(() => this.text(), { message: `text at ${this.person.name}` }).toBe(text);
  }

  async expectSave(kind: SaveState["kind"]): Promise<void> {
    await expect.poll(async () => (await this.save()).kind, { message: "save state" }).toBe(kind);
  }

  /** Every text this tab has ever shown. */
  seen(): Promise<string[]> {
    return this.page.evaluate(() => window.probe.seen());
  }

  /** Puts the caret, or a selection, at offsets in the first paragraph. */
  async select(from: number, to: number = from): Promise<void> {
    await this.page.evaluate(
      ([anchor, head]) => {
        const { view, commands } = window.probe.editor;
        view.focus(); // at once; Tiptap's focus command waits for the next frame and keys would be lost
        commands.setTextSelection({ from: anchor, to: head });
      },
      [from + 1, to + 1] as const,
    );
  }

  /** Offset of the caret in the first paragraph. */
  caret(): Promise<number> {
    return this.page.evaluate(() => window.probe.editor.state.selection.head - 1);
  }

  /** Offset of the other person's caret as drawn here; null when none is. */
  othersCaret(): Promise<number | null> {
    return this.page.evaluate(() => {
      const caret = document.querySelector(".collaboration-carets__caret");
      return caret === null ? null : window.probe.editor.view.posAtDOM(caret, 0) - 1;
    });
  }

  /** Inserts text without the keyboard, as a program would; the caret stays. */
  async insertAt(offset: number, text: string): Promise<void> {
    await this.page.evaluate(
      ([at, inserted]) => {
        const { view } = window.probe.editor;
        view.dispatch(view.state.tr.insertText(inserted, at));
      },
      [offset + 1, text] as const,
    );
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** The input method shows these half-typed letters. */
  async compose(letters: string): Promise<void> {
    await this.cdp.send("Input.imeSetComposition", {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
  }

  /** The input method replaces the letters by the chosen characters. */
  async choose(characters: string): Promise<void> {
    await this.cdp.send("Input.insertText", { text: characters });
  }

  /** Escape in the input method's window: the letters go. */
  async cancelComposition(): Promise<void> {
    await this.cdp.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  }

  /** Whether the browser's own composition is still alive. */
  composing(): Promise<boolean> {
    return this.page.evaluate(() => window.probe.editor.view.composing);
  }
}
