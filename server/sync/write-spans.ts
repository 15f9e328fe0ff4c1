/** Changes one line of a shared document by what differs in it. */
import * as Y from "yjs";
import type { Span } from "@/core/compare/comparison";
import { contentLength } from "@/core/compare/inline";
import type { DocumentNode } from "@/core/document/schema";
import { marksAsBound, toYjsLine } from "./yjs-content";

type Delta = { insert?: string; retain?: number; delete?: number; attributes?: Record<string, unknown> };

/**
 * `after` is the whole line as it shall be. A line is written anew only where a line break comes or
 * goes, which makes texts of it that aren't there.
 */
export function writeSpans(line: Y.XmlElement, spans: readonly Span[], after: readonly DocumentNode[]): void {
  const deltas = deltasPerText(line.toArray(), spans);
  if (deltas === null) {
    line.delete(0, line.length);
    line.insert(0, toYjsLine(after));
  } else for (const [text, delta] of deltas) text.applyDelta(delta, { sanitize: false });
}

/** What changes in each text of the line; null when the spans don't fit into the texts there are. */
function deltasPerText(children: readonly unknown[], spans: readonly Span[]): Map<Y.XmlText, Delta[]> | null {
  const deltas = new Map<Y.XmlText, Delta[]>();
  let at = 0;
  let left = lengthOf(children[0]);
  for (const span of spans) {
    if (span.kind === "added") {
      // Behind a leaf that stays the text after it goes on; rewritten, its words would lose what is on them.
      if (left === 0 && !(children[at] instanceof Y.XmlText) && children[at + 1] instanceof Y.XmlText) {
        at += 1;
        left = lengthOf(children[at]);
      }
      const child = children[at];
      if (!(child instanceof Y.XmlText) || span.content.some(({ type }) => type !== "text")) return null;
      deltas.set(child, [...(deltas.get(child) ?? []), ...span.content.map(insertion)]);
      continue;
    }
    for (let rest = span.kind === "deleted" ? contentLength(span.content) : span.length; rest > 0; ) {
      if (left === 0) {
        at += 1;
        left = lengthOf(children[at]);
      }
      const child = children[at];
      const step = Math.min(rest, left);
      if (step === 0) return null;
      if (child instanceof Y.XmlText) deltas.set(child, [...(deltas.get(child) ?? []), stepOf(span, step)]);
      else if (span.kind !== "same") return null;
      rest -= step;
      left -= step;
    }
  }
  return deltas;
}

function lengthOf(child: unknown): number {
  if (child instanceof Y.XmlText) return child.length;
  return child === undefined ? 0 : 1;
}

function stepOf(span: Exclude<Span, { kind: "added" }>, length: number): Delta {
  switch (span.kind) {
    case "same":
      return { retain: length };
    case "deleted":
      return { delete: length };
    case "reformatted": {
      const gone = Object.keys(marksAsBound(span.before)).map((name) => [name, null]);
      return { retain: length, attributes: { ...Object.fromEntries(gone), ...marksAsBound(span.after) } };
    }
  }
}

/** Named without formatting too, or the words would take on that of their neighbours. */
const insertion = ({ text = "", marks = [] }: DocumentNode): Delta => ({
  insert: text,
  attributes: marksAsBound(marks),
});
