/** What stands in a line of Markdown, as runs. */
import type { Token, Tokens } from "marked";
import { collapseWhiteSpace, HARD_BREAK } from "@/core/text/html/white-space";
import { type Run, runsText } from "@/core/text/import/source";
import { createFindings, type Findings } from "./findings";
import { holdsHtml, htmlRuns, taskBox } from "./markdown-html";
import { paragraphsIn } from "./markdown-lines";
import { withProducts } from "./markdown-products";
import { decodeReferences } from "./parse-html";

/** Two blanks at a line's end, which programs also leave behind every line. */
const SOFT_BREAK = `${HARD_BREAK}\n`;

type Format = Omit<Run, "text">;

/** A line break of the source means nothing, as in HTML; one that was asked for is a line feed in a run. */
export function inlineRuns(tokens: readonly Token[], findings: Findings): Run[] {
  return collapseWhiteSpace(sourceRuns(tokens, findings));
}

/** The same of a paragraph, whose lines may be several: see `paragraphsIn`. */
export function paragraphRuns(tokens: readonly Token[], findings: Findings): Run[][] {
  return paragraphsIn(sourceRuns(tokens, findings)).map(collapseWhiteSpace);
}

/** With the source's line breaks as line feeds, others as HARD_BREAK. */
function sourceRuns(tokens: readonly Token[], findings: Findings): Run[] {
  const words = withProducts(tokens);
  const runs = withoutMarkupBlanks(
    holdsHtml(words) ? htmlRuns(words, findings) : readTokens(words, {}, besideLine(words, findings)),
  );
  findings.passLine(runsText(runs));
  return runs;
}

/** What has no words of its own is told with those of its line. */
function besideLine(tokens: readonly Token[], findings: Findings): Findings {
  let line: string | null = null;
  const wordsOfLine = () => runsText(readTokens(tokens, {}, createFindings())).trim();
  return {
    ...findings,
    addBetween(kind) {
      line ??= wordsOfLine();
      if (line === "") findings.addBetween(kind);
      else findings.add(kind, line);
    },
  };
}

/** Between full-width signs a blank after bold words is there only because CommonMark asks for it. */
function withoutMarkupBlanks(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => {
    const before = runs[index - 1];
    const isMarkup = before?.bold && !run.bold && FULL_WIDTH_END.test(before.text) && BLANK.test(run.text);
    return isMarkup ? { ...run, text: run.text.trimStart() } : run;
  });
}

const FULL_WIDTH_END = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef”’]$/;
const BLANK = /^ +(?:[^ -~]|$)/;

function readTokens(tokens: readonly Token[], format: Format, findings: Findings): Run[] {
  let now = format;
  return tokens.flatMap((token) => {
    const tag = token.type === "html" ? TAG.exec(token.raw) : null;
    if (tag === null) return readToken(token as Tokens.Generic, now, findings);
    const look = /^(?:b|strong)$/i.test(tag[2] ?? "") ? "bold" : "italic";
    now = { ...now, [look]: tag[1] === "" ? true : format[look] };
    return [];
  });
}

/** Where CommonMark's own signs would be taken for characters, bold and italic are written as in HTML. */
const TAG = /^<(\/?)(b|strong|i|em)>$/i;

function readToken(token: Tokens.Generic, format: Format, findings: Findings): Run[] {
  const inside = (more: Format = {}) => readTokens(token.tokens ?? [], { ...format, ...more }, findings);
  switch (token.type) {
    case "strong":
      return inside({ bold: true });
    case "em":
      return inside({ italic: true });
    case "del":
      // One sign is the office's own way to write a range: 3~5天, 10~20人.
      if (!token.raw.startsWith("~~")) {
        const sign = { ...format, text: "~" };
        return [sign, ...inside(), sign];
      }
      findings.add("formatting", token.text);
      return inside();
    case "link":
      findings.add("link", token.text);
      return inside();
    case "image":
      if (token.text.trim() === "") findings.addBetween("picture");
      else findings.add("picture", token.text);
      return [];
    case "br":
      return [{ text: token.raw.startsWith("\\") ? HARD_BREAK : SOFT_BREAK }];
    case "checkbox":
      return [{ text: taskBox(token.checked) }];
    case "html":
      return /^<br\s*\/?>$/i.test(token.text) ? [{ text: HARD_BREAK }] : [];
    case "escape":
    case "codespan":
      return [{ ...format, text: token.text }];
    default: {
      if (token.tokens !== undefined) return inside();
      return [{ ...format, text: decodeReferences(String(token.text ?? "")) }];
    }
  }
}
