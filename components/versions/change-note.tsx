"use client";

/** What is said beside a block of a comparison: where it moved, what it became. */
import { useMessages } from "@/components/messages/messages-provider";
import type { NodeShape } from "@/core/compare/comparison";
import type { DocumentNode } from "@/core/document/schema";
import type { Messages } from "@/core/messages/messages";
import { nodeText } from "@/core/text/count";
import classes from "./comparison.module.css";
import type { ChangeMarks } from "./shown-changers";

export function Note({ text }: { text: string }) {
  return <span className={classes.note}>{text}</span>;
}

interface ShapeNoteProps {
  readonly shape: { readonly before: NodeShape; readonly after: NodeShape };
  /** Whether the way from change to change stops at it. */
  readonly isStop: boolean;
  readonly marks: ChangeMarks;
}

/** 段落改为编号列表. */
export function ShapeNote({ shape: { before, after }, isStop, marks }: ShapeNoteProps) {
  const messages = useMessages();
  return (
    <span className={classes.note} {...(isStop && { "data-change": "text", ...marks })}>
      {shapeChange(before, after, messages)}
    </span>
  );
}

interface MovedAwayProps {
  readonly node: DocumentNode;
  readonly number: string | null;
  readonly marks: ChangeMarks;
}

/** Where a block stood that stands elsewhere on the page. */
export function MovedAway({ node, number, marks }: MovedAwayProps) {
  const words = useMessages().versions;
  return (
    <p className={classes.gone} {...marks}>
      {words.movedAway(`${number ?? ""}${shortened(nodeText(node))}`)}
    </p>
  );
}

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

const QUOTED_CHARACTERS = 16;

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= QUOTED_CHARACTERS ? text : `${letters.slice(0, QUOTED_CHARACTERS).join("")}……`;
}
