import type { ReactNode } from "react";
import { contentLength, InlineReader } from "@/core/compare/inline";
import { isInlineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { leadEnd } from "@/core/text/lead";
import { placedText } from "@/core/text/placed-text";
import { BlockElement, type BlockElementProps } from "./block-element";
import { InlineText } from "./inline-text";

interface PlainBlockProps extends Pick<BlockElementProps, "number" | "topLevel" | "change" | "marks"> {
  readonly node: DocumentNode;
  /** Stands at the end of the block, beside its text. */
  readonly children?: ReactNode;
}

/** A block with all that is in it, as it stands. */
export function PlainBlock({ node, children, ...shown }: PlainBlockProps) {
  return (
    <BlockElement shape={node} {...shown}>
      <PlainContent node={node} />
      {children}
    </BlockElement>
  );
}

/** What is in a block, without the block's own element. */
export function PlainContent({ node }: { node: DocumentNode }) {
  const content = node.content ?? [];
  if (content.length === 0) return <br />;
  if (!isLine(content)) {
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a kept text never change.
    return content.map((block, index) => <PlainBlock key={index} node={block} />);
  }
  return node.attrs?.runIn === true ? <RunIn node={node} /> : <InlineText content={content} />;
}

/** Whether it is the content of a line of text, not of a block of blocks. */
export function isLine(content: readonly DocumentNode[]): boolean {
  return content.some(({ type }) => isInlineName(type));
}

/** The lead sentence of a run-in heading is styled as the heading; the rest as text. */
function RunIn({ node }: { node: DocumentNode }) {
  const content = node.content ?? [];
  const line = new InlineReader(content);
  const length = contentLength(content);
  const end = Math.min(leadEnd(placedText(content)), length);
  const lead = line.take(end);
  return (
    <>
      <span className="speech-lead">
        <InlineText content={lead} />
      </span>
      <InlineText content={line.take(length - end)} />
    </>
  );
}
