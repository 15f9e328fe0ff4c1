"use client";

import { useMessages } from "@/components/messages/messages-provider";
import { changesIn } from "@/core/compare/changes-in";
import type { BlockEdit, NodeShape, Row } from "@/core/compare/comparison";
import type { DocumentNode } from "@/core/document/schema";
import type { Messages } from "@/core/messages/messages";
import { nodeText } from "@/core/text/count";
import { BlockElement } from "./block-element";
import { ComparedLine, type ComparedSide } from "./compared-line";
import { ComparedLinePart } from "./compared-line-part";
import classes from "./comparison.module.css";
import { PlainBlock, PlainContent } from "./plain-block";
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
        <PlainBlock node={row.block} number={shown} change="added" marks={marks} />
      );
    case "deleted":
      return side === "after" ? null : (
        <PlainBlock node={row.block} number={shown} change="deleted" marks={marks} />
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
        <p className={classes.gone} {...marks}>
          {words.movedAway(`${shown ?? ""}${shortened(nodeText(old))}`)}
        </p>
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
  const messages = useMessages();
  const words = messages.versions;
  const element = shape === null ? before : side === "before" ? shape.before : shape.after;
  const blocks = before.content ?? [];
  const reshaped = shape !== null && (
    <span className={classes.note} {...(content !== null && { "data-change": "text", ...marks })}>
      {shapeChange(shape.before, shape.after, messages)}
    </span>
  );
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

function Note({ text }: { text: string }) {
  return <span className={classes.note}>{text}</span>;
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

function shapeChange(before: NodeShape, after: NodeShape, messages: Messages): string {
  const [one, other] = [shapeName(before, messages), shapeName(after, messages)];
  const { shapeChanged, formatChanged } = messages.versions;
  return one === null || other === null || one === other ? formatChanged : shapeChanged(one, other);
}

/** What an office calls this kind of block; null for what has no name of its own. */
function shapeName({ type, attrs }: NodeShape, { editor: { blocks } }: Messages): string | null {
  const key = type === "heading" ? `heading${attrs?.level ?? 1}` : type;
  return Object.hasOwn(blocks, key) ? blocks[key as keyof typeof blocks] : null;
}

/** Shown with the number that it had. */
const WENT: ReadonlySet<Row["kind"]> = new Set(["deleted", "moved-away", "joined"]);
const NOTHING: DocumentNode = { type: "paragraph" };
const QUOTED_CHARACTERS = 16;

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= QUOTED_CHARACTERS ? text : `${letters.slice(0, QUOTED_CHARACTERS).join("")}……`;
}
