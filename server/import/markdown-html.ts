/** A line of Markdown with HTML in it: the reader of web pages knows best what such words are. */
import { Parser, Renderer, type Token, type Tokens } from "marked";
import { nodeText } from "@/core/text/count";
import { HARD_BREAK } from "@/core/text/html/white-space";
import type { Run, SourceBlock } from "@/core/text/import/source";
import type { Findings } from "./findings";
import { htmlBlocks, parseHtml } from "./parse-html";

/** Bold, italic and line breaks mean in Markdown what they mean in HTML, also when one of them is never closed. */
const PLAIN = /^<(?:\/?(?:b|strong|i|em)|br\s*\/?)>$/i;

/** Whether there is more HTML among the tokens than Markdown has signs for. */
export function holdsHtml(tokens: readonly Token[]): boolean {
  return tokens.some((token) => {
    if (token.type === "html") return !PLAIN.test(token.raw.trim());
    return "tokens" in token && token.tokens !== undefined && holdsHtml(token.tokens);
  });
}

/** In front of a task: whether it is done. */
export const taskBox = (isDone: boolean): string => (isDone ? "☑ " : "☐ ");

/** What stands in the line, as runs; what is left out of it is told. */
export function htmlRuns(tokens: Token[], findings: Findings): Run[] {
  // In a heading a line break stays one.
  const html = `<h1>${Parser.parseInline(tokens, { renderer: new LineRenderer() })}</h1>`;
  return htmlBlocks(parseHtml(html), html, withPlainWords(findings)).flatMap((block, index) => [
    ...(index > 0 ? [{ text: HARD_BREAK }] : []),
    ...runsOf(block).map((run) => ({
      ...run,
      text: run.text.replaceAll("\n", HARD_BREAK).replaceAll(LINE_END, "\n"),
    })),
  ]);
}

function runsOf(block: SourceBlock): readonly Run[] {
  return block.kind === "line" ? block.runs : [{ text: nodeText(block.node) }];
}

/**
 * The end of a line of the file, which the reader of web pages would take for a blank. A noncharacter: no text
 * has it, and that reader knows nothing of it.
 */
const LINE_END = "\ufdd0";

/** What is told shows such an end as the blank that it is. */
const withPlainWords = (findings: Findings): Findings => ({
  ...findings,
  add: (kind, where) => findings.add(kind, where?.replaceAll(LINE_END, " ")),
  addLater(kind) {
    const place = findings.addLater(kind);
    return (where) => place(where.replaceAll(LINE_END, " "));
  },
  passLine: (words) => findings.passLine(words.replaceAll(LINE_END, " ")),
});

class LineRenderer extends Renderer {
  override text(token: Tokens.Text | Tokens.Escape): string {
    return super.text(token).replaceAll("\n", LINE_END);
  }

  override br(token: Tokens.Br): string {
    return `${super.br(token)}${token.raw.startsWith("\\") ? "" : LINE_END}`;
  }

  override checkbox({ checked }: Tokens.Checkbox): string {
    return taskBox(checked);
  }

  /** What is struck in Markdown may be meant to be seen; HTML's `del` was taken out. One sign writes a range. */
  override del({ tokens, raw }: Tokens.Del): string {
    const words = this.parser.parseInline(tokens);
    return raw.startsWith("~~") ? `<s>${words}</s>` : `~${words}~`;
  }
}
