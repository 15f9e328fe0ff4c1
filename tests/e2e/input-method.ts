/** An input method for Chinese at work in a page's focused text. */
import type { CDPSession, Page } from "@playwright/test";

export class InputMethod {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  /** Letter by letter what stands underlined until characters are chosen. */
  async compose(pinyin: string): Promise<void> {
    for (let end = 1; end <= pinyin.length; end += 1) {
      await this.session.send("Input.imeSetComposition", {
        text: pinyin.slice(0, end),
        selectionStart: end,
        selectionEnd: end,
      });
    }
  }

  async choose(words: string): Promise<void> {
    await this.session.send("Input.insertText", { text: words });
  }

  /** Chooses the words, and Enter comes before the page has done anything about them. */
  async chooseAndEnter(words: string): Promise<void> {
    const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, text: "\r" };
    await Promise.all([
      this.session.send("Input.insertText", { text: words }),
      this.session.send("Input.dispatchKeyEvent", { type: "keyDown", ...enter }),
      this.session.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter }),
    ]);
  }

  /** Composes `pinyin` and chooses `words` for it; without pinyin they come as marks do, uncomposed. */
  async write(pinyin: string, words: string): Promise<void> {
    await this.compose(pinyin);
    await this.choose(words);
  }
}
