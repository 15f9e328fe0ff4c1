/** What stands in a line of Markdown, as runs. */
import type { Token, Tokens } from "marked";
import { collapseWhiteSpace, HARD_BREAK } from "@/core/text/html/white-space";
import { type Run, runsText } from "@/core/text/import/source";
import { createFindings, type Findings } from "./findings";
import { holdsHtml, htmlRuns, taskBox } from "./markdown-html";
import { paragraphsIn } from "./markdown-lines";
import { withProducts } from "./markdown-products";
import { PageLine } from "./page-line";
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
  return holdsHtml(words) ? withoutMarkupBlanks(htmlRuns(words, findings)) : plainRuns(words, findings);
}

function plainRuns(tokens: readonly Token[], findings: Findings): Run[] {
  const line = new RunLine(findings);
  readTokens(tokens, {}, line);
  line.place.end();
  return line.runs;
}

/** Runs as they come, and what is told of them. */
class RunLine {
  readonly runs: Run[] = [];
  readonly findings: Findings;
  readonly place: PageLine;

  constructor(findings: Findings) {
    this.findings = findings;
    this.place = new PageLine(findings);
  }

  add(run: Run): void {
    const text = textBehind(this.runs.at(-1), run);
    this.runs.push({ ...run, text });
    this.place.add(text);
  }

  break(text: string): void {
    this.runs.push({ text });
    this.place.end();
  }
}

/** The words alone. */
const wordsIn = (tokens: readonly Token[] = []): string =>
  runsText(plainRuns(tokens, createFindings())).trim();

/** Between full-width signs a blank after bold words is there only because CommonMark asks for it. */
function textBehind(before: Run | undefined, run: Run): string {
  const isMarkup = before?.bold && !run.bold && FULL_WIDTH_END.test(before.text) && BLANK.test(run.text);
  return isMarkup ? run.text.trimStart() : run.text;
}

const withoutMarkupBlanks = (runs: readonly Run[]): Run[] =>
  runs.map((run, index) => ({ ...run, text: textBehind(runs[index - 1], run) }));

const FULL_WIDTH_END = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef”’]$/;
const BLANK = /^ +(?:[^ -~]|$)/;

function readTokens(tokens: readonly Token[], format: Format, line: RunLine): void {
  let now = format;
  for (const token of tokens) {
    const tag = token.type === "html" ? TAG.exec(token.raw) : null;
    if (tag === null) readToken(token as Tokens.Generic, now, line);
    else {
      const look = /^(?:b|strong)$/i.test(tag[2] ?? "") ? "bold" : "italic";
      now = { ...now, [look]: tag[1] === "" ? true : format[look] };
    }
  }
}

/** Where CommonMark's own signs would be taken for characters, bold and italic are written as in HTML. */
const TAG = /^<(\/?)(b|strong|i|em)>$/i;

function readToken(token: Tokens.Generic, format: Format, line: RunLine): void {
  const inside = (more: Format = {}) => readTokens(token.tokens ?? [], { ...format, ...more }, line);
  switch (token.type) {
    case "strong":
      inside({ bold: true });
      break;
    case "em":
      inside({ italic: true });
      break;
    case "del":
      readStruck(token, inside, line, format);
      break;
    case "link":
      tellLink(wordsIn(token.tokens), line);
      inside();
      break;
    case "image":
      line.place.tell("picture", wordsIn(token.tokens));
      break;
    case "br":
      line.break(token.raw.startsWith("\\") ? HARD_BREAK : SOFT_BREAK);
      break;
    case "checkbox":
      line.add({ text: taskBox(token.checked) });
      break;
    case "html":
      if (/^<br\s*\/?>$/i.test(token.text)) line.break(HARD_BREAK);
      break;
    case "escape":
    case "codespan":
      line.add({ ...format, text: token.text });
      break;
    default:
      if (token.tokens !== undefined) inside();
      else line.add({ ...format, text: decodeReferences(String(token.text ?? "")) });
  }
}

function readStruck(token: Tokens.Generic, inside: () => void, line: RunLine, format: Format): void {
  // One sign is the office's own way to write a range: 3~5天, 10~20人.
  const sign = token.raw.startsWith("~~") ? null : { ...format, text: "~" };
  if (sign === null) line.findings.add("formatting", wordsIn(token.tokens));
  else line.add(sign);
  inside();
  if (sign !== null) line.add(sign);
}

/** That of a picture alone has its place. */
function tellLink(words: string, line: RunLine): void {
  if (words === "") line.place.tell("link");
  else line.findings.add("link", words);
}
