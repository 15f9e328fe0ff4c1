/**
 * The numbers in front of headings: those that the text has once all that is proposed is accepted. A
 * heading that goes keeps the number that it had. A number that changes only because of what is
 * proposed elsewhere is written as it becomes, without a revision of its own.
 */
import { deletionsOfMarks, insertionOfMarks } from "@/core/document/marks-of";
import type { DocumentNode } from "@/core/document/schema";
import { readBlockForm, readSlot } from "@/core/document/suggestion";
import type { NumberingStyle } from "@/core/speech";
import { headingNumbers, type OutlineBlock, outlineBlock } from "@/core/text/numbering";
import { joinOf } from "./joins";

/** A line's number before and after what is proposed; null where it has none. */
export interface LineNumber {
  readonly before: string | null;
  readonly after: string | null;
}

interface Entry {
  readonly before: OutlineBlock;
  readonly after: OutlineBlock;
  readonly comes: boolean;
  readonly goes: boolean;
}

/** One for each top-level block, and one more for each proposed break in it. */
export function numbersOf(document: DocumentNode, style: NumberingStyle): LineNumber[] {
  const entries = (document.content ?? []).flatMap((block, index, blocks) =>
    entriesOf(block, joinOf(blocks, index) !== null),
  );
  const before = entries.filter(({ comes }) => !comes);
  const after = entries.filter(({ goes }) => !goes);
  const old = numberMap(
    before,
    headingNumbers(
      before.map((entry) => entry.before),
      style,
    ),
  );
  const fresh = numberMap(
    after,
    headingNumbers(
      after.map((entry) => entry.after),
      style,
    ),
  );
  return entries.map((entry) => ({ before: old.get(entry) ?? null, after: fresh.get(entry) ?? null }));
}

const numberMap = (entries: readonly Entry[], numbers: readonly (string | null)[]) =>
  new Map(entries.map((entry, index) => [entry, numbers[index] ?? null]));

function entriesOf({ type, attrs, content }: DocumentNode, isJoined: boolean): Entry[] {
  const own = outlineBlock(type, attrs);
  const form = readSlot(attrs?.retyped)?.form;
  const comes = attrs?.inserted != null;
  const isRemoved = attrs?.removed != null;
  const line = {
    before: own,
    after: form == null ? own : ofForm(form),
    comes,
    goes: isRemoved || isJoined,
  };
  const begun = (content ?? []).flatMap((node) =>
    breaksIn(node).map((begins) => ({
      before: ofForm(begins),
      after: ofForm(begins),
      comes: true,
      goes: isRemoved || deletionsOfMarks(node).length > 0,
    })),
  );
  return [line, ...begun];
}

function ofForm(form: string): OutlineBlock {
  const { type, attrs } = readBlockForm(form);
  return outlineBlock(type, attrs);
}

/** The kinds of blocks that a text node's proposed breaks begin: as a rule none or one. */
function breaksIn(node: DocumentNode): string[] {
  const begins = node.type === "text" ? insertionOfMarks(node)?.begins : null;
  return begins == null ? [] : Array.from(node.text ?? "", () => begins);
}
