import type { DocumentNode } from "@/core/document/schema";

/** "type text" per block, headings as "h<level>[r] text", bold in **, italic in __. */
export function outlineOf({ content = [] }: DocumentNode): string[] {
  return content.map(describeBlock);
}

function describeBlock(block: DocumentNode): string {
  const name =
    block.type === "heading" ? `h${block.attrs?.level}${block.attrs?.runIn ? "r" : ""}` : block.type;
  return `${name} ${describeContent(block)}`.trim();
}

function describeContent(node: DocumentNode): string {
  if (node.type === "text") {
    const marks = (node.marks ?? []).map(({ type }) => (type === "bold" ? "**" : "__")).join("");
    return marks + node.text + marks;
  }
  if (node.type === "hardBreak") return "⏎";
  const inner = (node.content ?? []).map(describeContent);
  const isTextBlock = ["paragraph", "heading", "title", "byline", "dateLine", "salutation"].includes(
    node.type,
  );
  return isTextBlock ? inner.join("") : `[${inner.join(" ")}]`;
}
