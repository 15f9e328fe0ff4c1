/**
 * The outline, derived from the document: every title and heading with the part of the speech that
 * it heads. Pure; when to read it is the hook's business (use-outline.ts).
 */
import type { Node } from "@tiptap/pm/model";
import { isStruck } from "@/core/review/struck";
import { type Counts, countBlock } from "@/core/text/count";
import { leadEnd } from "@/core/text/lead";
import { outlineBlock } from "@/core/text/numbering";
import { blockText, countedText } from "./block-text";

/** A title or heading with everything up to the next one of its level or above. */
export interface OutlinePart extends Counts {
  /** Stays the same while text elsewhere changes, so that folding survives edits. */
  readonly key: string;
  /** 0 is a title, 1–4 are headings. */
  readonly level: number;
  /** The derived number, empty for titles. */
  readonly number: string;
  readonly text: string;
  /** Top-level blocks of the part: `first` is the heading, `end` is after the last one. */
  readonly first: number;
  readonly end: number;
  /** Position before the heading. */
  readonly pos: number;
  /** The heading is proposed to go. */
  readonly isStruck: boolean;
}

export interface Outline extends Counts {
  readonly parts: readonly OutlinePart[];
}

type OpenPart = { -readonly [Key in keyof OutlinePart]: OutlinePart[Key] };

/** `labels` are the derived numbers of the titles (null) and headings in document order. */
export function readOutline(doc: Node, labels: readonly (string | null)[]): Outline {
  const parts: OpenPart[] = [];
  const open: OpenPart[] = [];
  const seen = new Map<string, number>();
  const total = { characters: 0, spokenUnits: 0 };
  doc.forEach((block, pos, index) => {
    const level = levelOf(block);
    if (level !== null) {
      for (let last = open.at(-1); last !== undefined && last.level >= level; last = open.at(-1)) {
        last.end = index;
        open.pop();
      }
      const text = headingText(block);
      const name = `${level}:${text}`;
      const occurrence = seen.get(name) ?? 0;
      seen.set(name, occurrence + 1);
      const number = labels[parts.length] ?? "";
      const key = `${name}#${occurrence}`;
      const place = { first: index, end: 0, pos, isStruck: isStruck(block) };
      const part = { key, level, number, text, ...place, characters: 0, spokenUnits: 0 };
      parts.push(part);
      open.push(part);
    }
    const count = countsOf(block);
    for (const sum of [total, ...open]) {
      sum.characters += count.characters;
      sum.spokenUnits += count.spokenUnits;
    }
  });
  for (const part of open) part.end = doc.childCount;
  return { parts, ...total };
}

/** The index of the part in which a position lies, −1 before the first. */
export function partAt(parts: readonly OutlinePart[], pos: number): number {
  let found = -1;
  for (const [index, part] of parts.entries()) {
    if (part.pos > pos) break;
    found = index;
  }
  return found;
}

/** 0 for a title, 1–4 for a heading, null for any other block. */
function levelOf(block: Node): number | null {
  const outline = outlineBlock(block.type.name, block.attrs);
  if (outline.kind === "heading") return outline.level;
  return outline.kind === "title" ? 0 : null;
}

/**
 * As it reads with what is proposed accepted; one that is proposed to go, as it was. Of a run-in heading only the
 * lead sentence, without its stop.
 */
function headingText(block: Node): string {
  const text = countedText(block) || blockText(block);
  const lead = block.attrs.runIn === true ? text.slice(0, leadEnd(text)).replace(/[。.]$/, "") : text;
  return lead.replaceAll("\n", " ").trim();
}

/** Nodes are immutable, so a count holds as long as its node lives. */
const counted = new WeakMap<Node, Counts>();

function countsOf(block: Node): Counts {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const counts = countBlock(block.type.name, countedText(block));
  counted.set(block, counts);
  return counts;
}
