/**
 * The numbers in front of headings. They are derived from the order of the headings and never part
 * of the text, so moving a part renumbers the rest. Works on a bare list, without a document, so
 * that the editor can call it on every change.
 */
import type { HeadingLevel } from "@/core/document/heading";
import type { NumberingStyle } from "@/core/speech";
import { chineseNumeral, circledNumeral } from "./numerals";

/** A top-level block as far as numbering is concerned. */
export type OutlineBlock =
  | { readonly kind: "title" }
  | { readonly kind: "heading"; readonly level: HeadingLevel }
  | { readonly kind: "other" };

const OTHER: OutlineBlock = { kind: "other" };
const TITLE: OutlineBlock = { kind: "title" };

/** The outline block of a document node, from its type name and its attributes. */
export function outlineBlock(
  typeName: string,
  attrs: Readonly<Record<string, unknown>> | undefined,
): OutlineBlock {
  if (typeName === "title") return TITLE;
  if (typeName !== "heading") return OTHER;
  const level = Number(attrs?.level ?? 1);
  return { kind: "heading", level: level === 2 || level === 3 || level === 4 ? level : 1 };
}

/**
 * Position of each heading among its siblings, from 1; null for what is not a heading. Every higher
 * heading restarts the lower ones, and a title restarts all.
 */
export function headingOrdinals(blocks: readonly OutlineBlock[]): (number | null)[] {
  const counters = [0, 0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind === "title") counters.fill(0);
    if (block.kind !== "heading") return null;
    const ordinal = (counters[block.level] ?? 0) + 1;
    counters[block.level] = ordinal;
    counters.fill(0, block.level + 1);
    return ordinal;
  });
}

/** The number of each heading as it is shown; null for what is not a heading. */
export function headingNumbers(blocks: readonly OutlineBlock[], style: NumberingStyle): (string | null)[] {
  const ordinals = headingOrdinals(blocks);
  return blocks.map((block, index) => {
    const ordinal = ordinals[index];
    return block.kind === "heading" && ordinal != null ? headingNumber(block.level, ordinal, style) : null;
  });
}

/**
 * One number with its punctuation: nested 一、（一）1.（1）, flat 一、 1、（1） ①. The stop after a
 * digit is half-width, as offices print it; there is none after a bracket.
 */
export function headingNumber(level: HeadingLevel, ordinal: number, style: NumberingStyle): string {
  if (level === 1) return `${chineseNumeral(ordinal)}、`;
  if (style === "nested") {
    if (level === 2) return `（${chineseNumeral(ordinal)}）`;
    return level === 3 ? `${ordinal}.` : `（${ordinal}）`;
  }
  if (level === 2) return `${ordinal}、`;
  if (level === 3) return `（${ordinal}）`;
  // Unicode's circled numbers end at 50; a fifty-first item is better plain than missing.
  return circledNumeral(ordinal) ?? `${ordinal}）`;
}
