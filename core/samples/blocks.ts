/** Small builders for sample speeches: what a page of DocumentNode JSON would hide, the text. */
import type { HeadingLevel } from "@/core/document/heading";
import type { DocumentNode } from "@/core/document/schema";
import { hasBodyAfterLead } from "@/core/text/lead";

type Inline = string | DocumentNode;

function inline(parts: readonly Inline[]): DocumentNode[] {
  return parts.map((part) => (typeof part === "string" ? { type: "text", text: part } : part));
}

export const bold = (text: string): DocumentNode => ({ type: "text", text, marks: [{ type: "bold" }] });

const block =
  (type: string) =>
  (...parts: readonly Inline[]): DocumentNode => ({ type, content: inline(parts) });

export const byline = block("byline");
export const dateLine = block("dateLine");
export const salutation = block("salutation");
export const paragraph = block("paragraph");

/** Main line and subtitle. */
export function title(mainLine: string, subtitle: string): DocumentNode {
  return { type: "title", content: [...inline([mainLine]), { type: "hardBreak" }, ...inline([subtitle])] };
}

/** A heading; run-in when a body follows its first sentence. The number is derived, never given. */
export function heading(level: HeadingLevel, ...parts: readonly Inline[]): DocumentNode {
  const text = parts.map((part) => (typeof part === "string" ? part : (part.text ?? ""))).join("");
  return { type: "heading", attrs: { level, runIn: hasBodyAfterLead(text) }, content: inline(parts) };
}

export function quotation(...lines: readonly string[]): DocumentNode {
  return { type: "quotation", content: lines.map((line) => paragraph(line)) };
}

/** A table whose first row is its header. */
export function table(header: readonly string[], ...rows: readonly (readonly string[])[]): DocumentNode {
  const row = (cellType: string, cells: readonly string[]): DocumentNode => ({
    type: "tableRow",
    content: cells.map((text) => ({ type: cellType, content: [paragraph(text)] })),
  });
  return {
    type: "table",
    content: [row("tableHeader", header), ...rows.map((cells) => row("tableCell", cells))],
  };
}
