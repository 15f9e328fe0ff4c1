/** A speech open in the editor, as a writer sees it. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { Editor } from "@tiptap/core";
import { ALL_FETCHED } from "@/components/editor/shell/later-parts";
import type { SpeechSummary } from "@/core/speech";
import type { Account } from "../helpers/office";

type OpenPage = (account: Account | null, path: string) => Promise<Page>;

export class EditorPage {
  readonly text: Locator;

  private constructor(readonly page: Page) {
    this.text = page.locator(".ProseMirror");
  }

  /** Opens a speech and waits until its text is there and stored. */
  static async open(openPage: OpenPage, account: Account, speech: SpeechSummary): Promise<EditorPage> {
    const editor = new EditorPage(await openPage(account, `/speeches/${speech.id}`));
    await expect(editor.text).toBeVisible();
    await editor.expectSaved();
    return editor;
  }

  /** Waits until the parts beside the text, which are fetched after it, are there. */
  async expectWhole(): Promise<void> {
    await expect(this.page.getByRole("switch", { name: "按作者给正文着色" })).toBeVisible();
    await expect(this.page.locator(".mantine-Skeleton-root")).toHaveCount(0);
  }

  /** Waits until all that opens from the page is there too; in about half a minute without typing. */
  async expectAllFetched(): Promise<void> {
    await this.page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, ALL_FETCHED);
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.locator("[data-save]")).toHaveAttribute("data-save", "saved");
  }

  /** Top-level blocks as `h2 一、形势`: element, shown number, text. */
  blocks(): Promise<string[]> {
    return this.text.evaluate((page) => {
      const copy = page.cloneNode(true) as HTMLElement;
      // The names at colleagues' carets aren't text.
      for (const caret of copy.querySelectorAll("[data-person]")) caret.remove();
      return [...copy.children].map((block) =>
        [block.tagName.toLowerCase(), `${block.getAttribute("data-number") ?? ""}${block.textContent}`]
          .join(" ")
          .trim(),
      );
    });
  }

  async expectBlocks(expected: readonly string[]): Promise<void> {
    await expect.poll(() => this.blocks()).toEqual(expected);
  }

  /** Waits for the words of each inserted or struck run; the names at carets in the midst of it aren't words. */
  async expectWords(mark: "ins" | "del", words: readonly string[]): Promise<void> {
    const shown = () =>
      this.text.locator(mark).evaluateAll((elements) =>
        elements.map((element) => {
          const copy = element.cloneNode(true) as HTMLElement;
          for (const caret of copy.querySelectorAll("[data-person]")) caret.remove();
          return copy.textContent;
        }),
      );
    await expect.poll(shown).toEqual(words);
  }

  /** Entries of the outline with numbers, without counts. */
  outline(): Promise<string[]> {
    return this.page
      .locator("[data-outline-link] > span:first-child")
      .evaluateAll((entries) => entries.map((entry) => entry.textContent ?? ""));
  }

  async expectOutline(expected: readonly string[]): Promise<void> {
    await expect.poll(() => this.outline()).toEqual(expected);
  }

  /** Puts the caret at the end of block `index`. */
  async clickEnd(index: number): Promise<void> {
    await this.text.locator("> *").nth(index).click();
    await this.page.keyboard.press("End");
    await this.expectSelected("");
  }

  /**
   * Waits until the editor knows of the selection in the page, and that these words are in it: the
   * browser tells of one made by keys in a task of its own, which a test's next key overtakes.
   */
  async expectSelected(words: string): Promise<void> {
    const known = () =>
      this.text.evaluate((page) => {
        // Tiptap leaves the editor at its element.
        const { state, view } = (page as HTMLElement & { editor: Editor }).editor;
        const { focusNode, focusOffset } = window.getSelection() ?? {};
        if (!focusNode || !page.contains(focusNode)) return null;
        const { from, to, head } = state.selection;
        return head === view.posAtDOM(focusNode, focusOffset ?? 0) ? state.doc.textBetween(from, to) : null;
      });
    await expect.poll(known).toBe(words);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  /** A paste as the browser reports it, with what the clipboard holds. */
  async paste(clipboard: { html?: string; text: string }): Promise<void> {
    await this.text.evaluate((page, { html, text }) => {
      const data = new DataTransfer();
      if (html !== undefined) data.setData("text/html", html);
      data.setData("text/plain", text);
      page.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, clipboard);
  }

  /** What copying the selection puts on the clipboard. */
  copied(): Promise<{ html: string; text: string }> {
    return this.text.evaluate((page) => {
      const data = new DataTransfer();
      page.dispatchEvent(
        new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return { html: data.getData("text/html"), text: data.getData("text/plain") };
    });
  }

  async copiedText(): Promise<string> {
    return (await this.copied()).text;
  }
}

/** Three parts, two of them with parts of their own. */
export const PLAN_TEXT = [
  "在工作会议上的讲话",
  "同志们：",
  "一、看清形势",
  "形势正文。",
  "二、抓好任务",
  "（一）夯实基础",
  "基础正文。",
  "（二）加快进度",
  "三、压实责任",
  "责任正文。",
].join("\n");

export const PLAN_OUTLINE = [
  "在工作会议上的讲话",
  "一、看清形势",
  "二、抓好任务",
  "（一）夯实基础",
  "（二）加快进度",
  "三、压实责任",
];
