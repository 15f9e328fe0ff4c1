"use client";

import { useMessages } from "@/components/messages/messages-provider";
import type { LinePart, Row } from "@/core/compare/comparison";
import { sliceInline } from "@/core/compare/inline";
import type { DocumentNode } from "@/core/document/schema";
import { BlockElement } from "./block-element";
import { ComparedLine, type ComparedSide } from "./compared-line";
import classes from "./comparison.module.css";
import type { ChangeMarks } from "./shown-changers";

interface ComparedLinePartProps {
  readonly row: Extract<Row, LinePart>;
  /** The first document's line that it is, or is the end of. */
  readonly old: DocumentNode;
  readonly side: ComparedSide;
  readonly number: string | null;
  readonly marks: ChangeMarks;
}

/** A line that was the end of another, or is now. On the side that has it there it goes on as that line. */
export function ComparedLinePart({ row, old, side, number, marks }: ComparedLinePartProps) {
  const words = useMessages().versions;
  const isSplit = row.kind === "split";
  const content = old.content ?? [];
  const goesOn = side === (isSplit ? "before" : "after");
  const line = (
    <ComparedLine
      before={isSplit ? sliceInline(content, row.at) : content}
      spans={row.spans}
      side={side}
      isRunIn={!goesOn && row.shape.attrs?.runIn === true}
      formatChanged={words.formatChanged}
    />
  );
  if (goesOn) return <p className={classes.goesOn}>{line}</p>;
  return (
    <BlockElement shape={row.shape} number={number}>
      {line}
      <span className={classes.note} data-change="text" {...marks}>
        {isSplit ? words.splitOff : words.joinedOn}
      </span>
    </BlockElement>
  );
}
