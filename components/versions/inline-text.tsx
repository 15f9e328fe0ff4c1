import { Fragment, type ReactNode } from "react";
import type { DocumentNode } from "@/core/document/schema";

/** A line's content: text with its bold and italic, and line breaks. */
export function InlineText({ content }: { content: readonly DocumentNode[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line that never change have nothing else.
  return content.map((node, index) => <Fragment key={index}>{piece(node)}</Fragment>);
}

function piece(node: DocumentNode): ReactNode {
  if (node.type === "hardBreak") return <br />;
  let text: ReactNode = node.text;
  for (const { type } of node.marks ?? []) {
    if (type === "bold") text = <strong>{text}</strong>;
    else if (type === "italic") text = <em>{text}</em>;
  }
  return text;
}
