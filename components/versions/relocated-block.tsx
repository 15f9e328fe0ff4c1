"use client";

/** Blocks that came or went, with lines in them that only stand elsewhere now. */
import { useContext } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { type RelocatedLine, relocatedIn, withoutRelocated } from "@/core/compare/relocated-lines";
import type { DocumentNode } from "@/core/document/schema";
import { BlockElement } from "./block-element";
import { MovedAway, Note, ShapeNote } from "./change-note";
import { ComparedLine, type ComparedSide } from "./compared-line";
import { PlainBlock, PlainContent } from "./plain-block";
import type { ChangeMarks } from "./shown-changers";
import { RelocatedLinesContext } from "./shown-relocations";

interface LooseBlockProps {
  readonly node: DocumentNode;
  readonly change: "added" | "deleted";
  readonly side: ComparedSide;
  readonly number: string | null;
  /** Of the row that it came or went with. */
  readonly marks: ChangeMarks;
}

/** A block that was added or deleted: marked as that only where its words are. */
export function LooseBlock({ node, change, side, number, marks }: LooseBlockProps) {
  const relocated = useContext(RelocatedLinesContext);
  const lines = relocatedIn(node, relocated);
  if (lines.length === 0) return <PlainBlock node={node} number={number} change={change} marks={marks} />;
  if (change === "deleted" && side === "merged") {
    return <LeftBehind node={node} lines={lines} number={number} marks={marks} />;
  }
  const line = relocated.get(node);
  if (line !== undefined) {
    return <LineElsewhere node={node} line={line} side={side} number={number} marks={marks} />;
  }
  return (
    <BlockElement shape={node} number={number}>
      {node.content?.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a kept text never change.
        <LooseBlock key={index} node={child} change={change} side={side} number={null} marks={marks} />
      ))}
    </BlockElement>
  );
}

interface LeftBehindProps extends Pick<LooseBlockProps, "node" | "number" | "marks"> {
  readonly lines: readonly RelocatedLine[];
}

/** On one page its lines stand where they are now; here is what went, and what is said of those that moved. */
function LeftBehind({ node, lines, number, marks }: LeftBehindProps) {
  const relocated = useContext(RelocatedLinesContext);
  const rest = withoutRelocated(node, relocated);
  const gone = rest !== null && <PlainBlock node={rest} number={number} change="deleted" marks={marks} />;
  // In a list nothing stands but its items.
  if (node.type === "listItem") return gone || null;
  return (
    // One element for each row: 分部分看 finds its parts by that.
    <div>
      {gone}
      {lines.map(
        ({ before, isMoved }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a kept text never change.
          isMoved && <MovedAway key={index} node={before} number={number} marks={marks} />,
      )}
    </div>
  );
}

interface LineElsewhereProps extends Omit<LooseBlockProps, "change"> {
  readonly line: RelocatedLine;
}

function LineElsewhere({ node, line, side, number, marks }: LineElsewhereProps) {
  const words = useMessages().versions;
  const { spans, shape, isMoved } = line;
  const whole = isMoved ? "moved" : spans === null ? "edited" : undefined;
  return (
    // Its own changes are its stops, as those of a line that stayed.
    <BlockElement shape={node} number={number} change={whole} marks={marks}>
      {spans === null ? (
        <PlainContent node={node} />
      ) : (
        <ComparedLine
          before={line.before.content ?? []}
          spans={spans}
          side={side}
          isRunIn={node.attrs?.runIn === true}
          formatChanged={words.formatChanged}
        />
      )}
      {side !== "before" && (
        <>
          {isMoved && <Note text={words.movedHere} />}
          {shape !== null && <ShapeNote shape={shape} isStop={spans !== null} marks={marks} />}
        </>
      )}
    </BlockElement>
  );
}
