/** Markdown files: marked cuts them into tokens, which become the same blocks as HTML's. */
import type { Token, Tokens } from "marked";
import type { DocumentNode } from "@/core/document/schema";
import type { ImportedText } from "@/core/import";
import type { TextEncoding } from "@/core/import-format";
import { type DraftLine, resolveHints } from "@/core/text/html/heading-hints";
import { cellContent, itemContent, quotationNode } from "@/core/text/html/nested-content";
import { classify } from "@/core/text/import/classify";
import type { SourceBlock } from "@/core/text/import/source";
import { classifiedText } from "./classified-text";
import { createFindings, type Findings } from "./findings";
import { inlineRuns, paragraphRuns } from "./markdown-inline";
import { lexMarkdown } from "./markdown-lexer";
import { listNodes } from "./markdown-list";
import { withNotesInText } from "./markdown-notes";
import { tableNode } from "./markdown-table";
import { htmlBlocks, parseHtml } from "./parse-html";
import { decodedText } from "./read-plain-text";

type Block = DraftLine | Extract<SourceBlock, { kind: "node" }>;

export function readMarkdown(bytes: Uint8Array, encoding: TextEncoding): ImportedText {
  const findings = createFindings();
  const text = decodedText(bytes, encoding, findings);
  const body = withoutFrontMatter(text, findings);
  const tokens = lexMarkdown(withNotesInText(body, findings));
  const blocks = resolveHints(readBlocks(tokens, findings), false);
  return classifiedText(classify(blocks, {}), findings);
}

function readBlocks(tokens: readonly Token[], findings: Findings): Block[] {
  return tokens.flatMap((token) => readBlock(token as Tokens.Generic, findings));
}

function readBlock(token: Tokens.Generic, findings: Findings): Block[] {
  switch (token.type) {
    case "heading":
      return [{ kind: "line", runs: inlineRuns(token.tokens ?? [], findings), tag: token.depth }];
    // In a list item the words themselves are of type "text".
    case "paragraph":
    case "text":
    case "checkbox":
      return paragraphRuns(token.tokens ?? [token as Token], findings).map((runs) => ({
        kind: "line",
        runs,
      }));
    case "code":
      findings.passLine(token.text);
      return String(token.text)
        .split("\n")
        .map((text) => ({ kind: "line", runs: [{ text }] }));
    case "blockquote":
      tellFlattened(token.tokens ?? [], ["list", "table"], findings);
      return nodes(quotationNode(readInside(token.tokens ?? [], findings)));
    case "list":
      return listNodes(token as Tokens.List, (item) => itemNodes(item, findings)).flatMap(nodes);
    case "table":
      return nodes(tableNode(token as Tokens.Table, (cell) => cellNodes(cell, findings)));
    case "html":
      return htmlBlocks(parseHtml(token.text), token.text, findings).map((block) =>
        block.kind === "node" ? block : { kind: "line", runs: block.runs },
      );
    case "def":
      return isLink(token.href) ? [] : [{ kind: "line", runs: [{ text: String(token.raw).trim() }] }];
    default:
      return [];
  }
}

/** [附注]: 以上为快报数 is a line of its own, though CommonMark takes it for the target of a link. */
const isLink = (href: unknown): boolean => /^[!-~]*[:/.#][!-~]*$/.test(String(href));

/** What programs that keep notes write above the text, for themselves. */
const FRONT_MATTER = /^---[ \t]*\r?\n(?:[\w-]+:.*\r?\n|[ \t]+.*\r?\n|-[ \t].*\r?\n)+---[ \t]*(?:\r?\n|$)/;

function withoutFrontMatter(text: string, findings: Findings): string {
  const found = FRONT_MATTER.exec(text)?.[0];
  if (found === undefined) return text;
  findings.add("other", found.split("\n")[1] ?? "");
  return text.slice(found.length);
}

const nodes = (node: DocumentNode | null): Block[] => (node === null ? [] : [{ kind: "node", node }]);

/** Of lists and tables that can't stand where they stand only the words are kept. */
function tellFlattened(
  tokens: readonly Token[],
  types: readonly ("list" | "table")[],
  findings: Findings,
): void {
  for (const { type, raw } of tokens) {
    if (!types.some((flattened) => flattened === type)) continue;
    findings.add(type === "list" ? "deep-heading" : "table-shape", raw.replace(/[\s|]+/g, " "));
  }
}

/** Nothing inside a quotation, a list or a cell is a heading. */
function readInside(tokens: readonly Token[], findings: Findings): SourceBlock[] {
  return readBlocks(tokens, findings).map((block) =>
    block.kind === "line" ? { kind: "line", runs: block.runs } : block,
  );
}

function itemNodes({ tokens }: Tokens.ListItem, findings: Findings): DocumentNode[] {
  tellFlattened(tokens, ["table"], findings);
  return itemContent(readInside(withBoxInLine(tokens), findings));
}

/** The box of a task stands in front of its words. */
function withBoxInLine(tokens: readonly Token[]): readonly Token[] {
  const [box, words, ...rest] = tokens;
  if (box?.type !== "checkbox" || words?.type !== "text") return tokens;
  const { tokens: inside = [] } = words as Tokens.Text;
  return [{ ...words, tokens: [box, ...inside] } as Tokens.Text, ...rest];
}

function cellNodes(tokens: readonly Token[], findings: Findings): DocumentNode[] {
  return cellContent([{ kind: "line", runs: inlineRuns(tokens, findings) }]);
}
