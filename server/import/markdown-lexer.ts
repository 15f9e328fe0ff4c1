/**
 * Cuts Markdown into tokens as marked does, and takes bold words as Chinese authors write them: CommonMark (0.31, 6.2)
 * asks for a blank between signs beside a full-width mark and the words that follow, which nobody leaves.
 */
import { Lexer, Marked, type Token, type TokenizerAndRendererExtension } from "marked";

/** No blank stands within the signs beside them, and no sign beside them on either side. */
const BOLD = /^\*\*(?![\s*])((?:(?!\*\*)[^`\n])+)(?<![\s*\\])\*\*(?!\*)/;
/** Full-width marks, Chinese quotation marks and brackets. */
const BEGINS_WITH_MARK = /^(?![ -~])[\p{P}\p{S}]/u;
const ENDS_WITH_MARK = /(?![ -~])[\p{P}\p{S}]$/u;

const boldBesideMarks: TokenizerAndRendererExtension = {
  name: "boldBesideMarks",
  level: "inline",
  tokenizer(source) {
    const [raw, text] = BOLD.exec(source) ?? [];
    if (raw === undefined || text === undefined) return undefined;
    if (!BEGINS_WITH_MARK.test(text) && !ENDS_WITH_MARK.test(text)) return undefined;
    return { type: "strong", raw, text, tokens: this.lexer.inlineTokens(text) };
  },
};

const chinese = new Marked({ extensions: [boldBesideMarks] });

export const lexMarkdown = (text: string): readonly Token[] => chinese.lexer(text);

/** Of words that stand in a line. */
export const lexInline = (words: string): readonly Token[] => Lexer.lexInline(words, chinese.defaults);
