"use client";

import { useMessages } from "@/components/messages/messages-provider";
import { changesIn } from "@/core/compare/changes-in";
import type { BlockEdit, NodeShape, Row } from "@/core/compare/comparison";
import type { DocumentNode } from "@/core/document/schema";
import { BlockElement } from "./block-element";
import { MovedAway, Note, ShapeNote } from "./change-note";
import { ComparedLine, type ComparedSide } from "./compared-line";
import { ComparedLinePart } from "./compared-line-part";
import classes from "./comparison.module.css";
import { PlainBlock, PlainContent } from "./plain-block";
import { LooseBlock } from "./relocated-block";
import { type ChangeMarks, useChangeMarks } from "./shown-changers";

export interface ComparedRowProps {
  readonly row: Row;
  /** The blocks that the row's `from` counts, and their numbers. */
  readonly before: readonly DocumentNode[];
  readonly side: ComparedSide;
  readonly numbers?: {
    readonly before: readonly (string | null)[];
    readonly after: readonly (string | null)[];
  };
}

/** One row of a comparison; nothing on the side that doesn't have it. */
export function ComparedRow({ row, before, side, numbers }: ComparedRowProps) {
  const words = useMessages().versions;
  const marks = useChangeMarks()(row, row.kind === "moved-here" ? changesIn([row]) : []);
  const old = "from" in row ? (before[row.from] ?? NOTHING) : NOTHING;
  const number =
    side === "before" || WENT.has(row.kind)
      ? "from" in row && numbers?.before[row.from]
      : "to" in row && numbers?.after[row.to];
  const shown = number === false ? null : (number ?? null);
  switch (row.kind) {
    case "same":
      return <PlainBlock node={old} number={shown} />;
    case "edited":
      return (
        <EditedBlock before={old} edit={row.edit} number={shown} side={side} change="edited" marks={marks} />
      );
    case "split":
    case "joined":
      return <ComparedLinePart row={row} old={old} side={side} number={shown} marks={marks} />;
    case "added":
      return side === "before" ? null : (
        <LooseBlock node={row.block} number={shown} change="added" side={side} marks={marks} />
      );
    case "deleted":
      return side === "after" ? null : (
        <LooseBlock node={row.block} number={shown} change="deleted" side={side} marks={marks} />
      );
    case "moved-here":
      if (side === "before") return null;
      if (row.edit !== null)
        return (
          <EditedBlock before={old} edit={row.edit} number={shown} side={side} change="moved" marks={marks} />
        );
      return (
        <PlainBlock node={old} number={shown} change="moved" marks={marks}>
          {holdsLine(old) && <Note text={words.movedHere} />}
        </PlainBlock>
      );
    case "moved-away":
      if (side === "after") return null;
      if (side === "before") return <PlainBlock node={old} number={shown} change="moved" marks={marks} />;
      return old.type === "tableRow" || old.type === "listItem" ? null : (
        <MovedAway node={old} number={shown} marks={marks} />
      );
  }
}

interface EditedBlockProps {
  readonly before: DocumentNode;
  readonly edit: BlockEdit;
  readonly number: string | null;
  readonly side: ComparedSide;
  readonly change: "edited" | "moved";
  readonly marks: ChangeMarks;
}

function EditedBlock({ before, edit: { shape, content }, number, side, change, marks }: EditedBlockProps) {
  const words = useMessages().versions;
  const element = shape === null ? before : side === "before" ? shape.before : shape.after;
  const blocks = before.content ?? [];
  const reshaped = shape !== null && <ShapeNote shape={shape} isStop={content !== null} marks={marks} />;
  return (
    // A line's own changes are its stops; the block is one only when nothing in it is.
    <BlockElement
      shape={element}
      number={number}
      change={change === "moved" ? "moved" : content === null ? "edited" : undefined}
      marks={marks}
    >
      {content === null && <PlainContent node={before} />}
      {content?.kind === "text" && (
        <ComparedLine
          before={blocks}
          spans={content.spans}
          side={side}
          isRunIn={element.attrs?.runIn === true}
          formatChanged={words.formatChanged}
        />
      )}
      {content?.kind === "blocks" &&
        content.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows hold no state of their own.
          <ComparedRow key={index} row={row} before={blocks} side={side} />
        ))}
      {holdsLine(element) && side !== "before" && (
        <>
          {change === "moved" && <Note text={words.movedHere} />}
          {reshaped}
        </>
      )}
      {LISTS.has(element.type) && side !== "before" && reshaped !== false && (
        <li className={classes.ofList}>{reshaped}</li>
      )}
    </BlockElement>
  );
}

/** A note may stand in it; a list has an item for it, a row and a table have no place for one. */
const holdsLine = ({ type }: NodeShape) => LINES.has(type);
const LINES: ReadonlySet<string> = new Set([
  "title",
  "byline",
  "dateLine",
  "salutation",
  "heading",
  "paragraph",
  "listItem",
  "tableCell",
  "tableHeader",
]);
const LISTS: ReadonlySet<string> = new Set(["bulletList", "orderedList"]);

/** Shown with the number that it had. */
const WENT: ReadonlySet<Row["kind"]> = new Set(["deleted", "moved-away", "joined"]);
const NOTHING: DocumentNode = { type: "paragraph" };
