/** Compares the content of two lines: words first, then the formatting of the words that stayed. */
import type { DocumentNode } from "@/core/document/schema";
import type { Span } from "./comparison";
import { InlineReader, inlineLength, joinInline, marksOf, sameMarks } from "./inline";
import { textEdits } from "./text-edits";

/** Stands for a leaf while words are compared; Unicode's own placeholder for an object. */
const LEAF = "\ufffc";

/** Both in canonical form. Leaves (line breaks) of one kind count as equal text only with equal attributes. */
export function compareText(before: readonly DocumentNode[], after: readonly DocumentNode[]): Span[] {
  const left = new InlineReader(before);
  const right = new InlineReader(after);
  const spans: Span[] = [];
  for (const edit of textEdits(plainText(before), plainText(after))) {
    const old = left.take(edit.before.join("").length);
    const fresh = right.take(edit.after.join("").length);
    if (edit.same) spans.push(...sameWords(old, fresh));
    else {
      if (old.length > 0) spans.push({ kind: "deleted", content: joinInline(old) });
      if (fresh.length > 0) spans.push({ kind: "added", content: joinInline(fresh) });
    }
  }
  return joinSame(spans);
}

/** A leaf counts one, as in the units of spans. */
export const plainText = (content: readonly DocumentNode[]) =>
  content.map((node) => (node.type === "text" ? (node.text ?? "") : LEAF)).join("");

/** Equal text on both sides, cut where the formatting of either changes. */
function sameWords(before: readonly DocumentNode[], after: readonly DocumentNode[]): Span[] {
  const spans: Span[] = [];
  const left = new InlineReader(before);
  const right = new InlineReader(after);
  for (const length of stretches(before, after)) {
    const [old] = left.take(length);
    const [fresh] = right.take(length);
    if (old === undefined || fresh === undefined) throw new RangeError("a stretch without content");
    if (old.type !== fresh.type || old.type !== "text") {
      const equal = JSON.stringify(old) === JSON.stringify(fresh);
      if (equal) spans.push({ kind: "same", length });
      else spans.push({ kind: "deleted", content: [old] }, { kind: "added", content: [fresh] });
    } else if (sameMarks(marksOf(old), marksOf(fresh))) spans.push({ kind: "same", length });
    else spans.push({ kind: "reformatted", length, before: marksOf(old), after: marksOf(fresh) });
  }
  return spans;
}

/** Lengths from one boundary between nodes, on either side, to the next. */
function stretches(before: readonly DocumentNode[], after: readonly DocumentNode[]): number[] {
  const ends = [...new Set([...nodeEnds(before), ...nodeEnds(after)])].sort((one, other) => one - other);
  return ends.map((end, index) => end - (ends[index - 1] ?? 0));
}

function nodeEnds(nodes: readonly DocumentNode[]): number[] {
  let end = 0;
  return nodes.map((node) => {
    end += inlineLength(node);
    return end;
  });
}

function joinSame(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (span.kind === "same" && last?.kind === "same") {
      joined[joined.length - 1] = { kind: "same", length: last.length + span.length };
    } else joined.push(span);
  }
  return joined;
}
