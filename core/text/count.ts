/**
 * How long a speech is: characters for the office, spoken units for the clock.
 *
 * Characters are what Word and WPS show as 字数 for Chinese text (not 字符数): every East Asian
 * character and every full-width or Chinese mark counts one, every unbroken run of other characters
 * counts one however long it is (12.6%, GB/T, digital), spaces count nothing. A run that holds
 * neither letter nor digit, such as a lone half-width comma, counts nothing: half-width marks belong
 * to 字符数 only. Derived heading numbers count nothing, as Word's automatic numbers don't.
 */
import { type InlineName, isInlineName, isTitleBlockName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { codePoints } from "./code-points";
import { spokenUnits } from "./spoken";
import { withoutStruck } from "./without-struck";

export interface Counts {
  /** As Chinese offices count. */
  readonly characters: number;
  /** Chinese syllables read aloud; see spoken.ts. */
  readonly spokenUnits: number;
}

const NOTHING: Counts = { characters: 0, spokenUnits: 0 };

/**
 * One East Asian character or mark, or one run of anything else. The marks outside the CJK blocks
 * are those that Chinese text shares with Latin and that Chinese fonts draw full-width: “ ” ‘ ’ — …
 * ‰ ℃ × ① and the like.
 */
export const EAST_ASIAN =
  "\\u2014-\\u2027\\u2030-\\u203b\\u2103\\u2160-\\u217f\\u2190-\\u24ff\\u2500-\\u27bf\\u2e80-\\u2fff\\u3001-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff01-\\uffee\\u{1f000}-\\u{1faff}\\u{20000}-\\u{3ffff}·×÷";
const UNIT = new RegExp(`[${EAST_ASIAN}]|[^\\s${EAST_ASIAN}]+`, "gu");
const RUN = new RegExp(`[${EAST_ASIAN}]+|[^\\s${EAST_ASIAN}]+`, "gu");
const STARTS_EAST_ASIAN = new RegExp(`^[${EAST_ASIAN}]`, "u");
const READABLE = /[\p{L}\p{N}]/u;

/** Characters of a plain text as Chinese offices count them. */
export function countCharacters(text: string): number {
  let count = 0;
  // Runs and not characters: a speech is counted as it is opened, before it can be seen.
  for (const [run] of text.matchAll(RUN)) {
    if (STARTS_EAST_ASIAN.test(run)) count += codePoints(run);
    else if (READABLE.test(run)) count += 1;
  }
  return count;
}

/** Where each of a text's counted characters begins. */
export function* countedUnits(text: string): Generator<number> {
  for (const { 0: unit, index } of text.matchAll(UNIT)) {
    if (STARTS_EAST_ASIAN.test(unit) || READABLE.test(unit)) yield index;
  }
}

/**
 * Both counts of a top-level block, given its type name and its text (lines of nested blocks joined
 * by a line feed). The outline keeps the result per node.
 */
export function countBlock(typeName: string, text: string): Counts {
  return {
    characters: countCharacters(text),
    spokenUnits: isTitleBlockName(typeName) ? 0 : spokenUnits(text),
  };
}

/** Both counts of a whole document, as if its suggestions were accepted. */
export function countDocument(document: DocumentNode): Counts {
  return (withoutStruck(document)?.content ?? []).reduce(
    (sum, block) => addCounts(sum, countBlock(block.type, nodeText(block))),
    NOTHING,
  );
}

function addCounts(one: Counts, other: Counts): Counts {
  return {
    characters: one.characters + other.characters,
    spokenUnits: one.spokenUnits + other.spokenUnits,
  };
}

/** Speaking time in whole minutes; at least one for any text, as "0 minutes" would mean there is none. */
export function minutes(units: number, charactersPerMinute: number): number {
  return units === 0 ? 0 : Math.max(1, Math.round(units / charactersPerMinute));
}

const INLINES: Readonly<Record<InlineName, (node: DocumentNode) => string>> = {
  text: ({ text }) => text ?? "",
  hardBreak: () => "\n",
  cue: () => "",
};

/** The text in a node; a hard break and the end of a nested block are a line feed, a cue is nothing. */
export function nodeText(node: DocumentNode): string {
  if (isInlineName(node.type)) return INLINES[node.type](node);
  const inner = node.content ?? [];
  const isInline = inner.some(({ type }) => isInlineName(type));
  return inner.map(nodeText).join(isInline ? "" : "\n");
}
