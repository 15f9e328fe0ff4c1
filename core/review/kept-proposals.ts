/** What is proposed in a line stays on those of its words that another form of the line has too. */
import { canonicalDocument, canonicalText } from "../compare/canonical-document";
import { compareText } from "../compare/compare-text";
import { contentLength, InlineReader, inlineLength, joinInline, marksOf } from "../compare/inline";
import { isLineName } from "../document/node-names";
import type { DocumentNode } from "../document/schema";
import { SLOTS } from "../document/suggestion";
import { INSERTION } from "../document/suggestion-marks";
import { asDocument, baseOf, isProposedIn } from "./block-base";

/**
 * `wanted` with what is proposed in `line` to words of both: words to go are struck out again, words to come stand
 * behind the same word. Null where nothing can be kept so. Both blocks in canonical form.
 */
export function withKeptProposals(line: DocumentNode, wanted: DocumentNode): DocumentNode | null {
  if (!isLineName(line.type) || !isLineName(wanted.type)) return null;
  // What was proposed when the other was written is another matter.
  if (isProposedIn(wanted)) return null;
  const [base, ...others] = baseOf(line).content ?? [];
  if (base === undefined || others.length > 0) return null;
  // What is proposed for the block itself stays where the other is a block of the same kind.
  const isOwn = SLOTS.some((slot) => line.attrs?.[slot] != null);
  if (isOwn && !isSameKind(base, wanted)) return null;
  const { content: _words, ...block } = isOwn ? line : wanted;
  const proposed = new ProposedLine(line.content ?? []);
  const right = new InlineReader(wanted.content ?? []);
  const content = proposed.beginning();
  for (const span of compareText(base.content ?? [], wanted.content ?? [])) {
    switch (span.kind) {
      case "same":
        content.push(...proposed.take(span.length));
        right.take(span.length);
        break;
      case "reformatted":
        proposed.take(span.length);
        content.push(...right.take(span.length));
        break;
      case "deleted":
        proposed.take(contentLength(span.content));
        break;
      case "added":
        content.push(...right.take(contentLength(span.content)));
    }
  }
  const kept = canonicalDocument({ ...block, content: joinInline(content) });
  // Nobody who rejects it may end with another text.
  return canonicalText(baseOf(kept)) === canonicalText(asDocument(wanted)) ? kept : null;
}

const isSameKind = (one: DocumentNode, other: DocumentNode): boolean =>
  canonicalText(asDocument({ ...one, content: [] })) === canonicalText(asDocument({ ...other, content: [] }));

/** Read by the lengths of the line without what is proposed to come; that goes with the word before it. */
class ProposedLine {
  private index = 0;
  private offset = 0;

  constructor(private readonly content: readonly DocumentNode[]) {}

  /** What is proposed to come before the first word. */
  beginning(): DocumentNode[] {
    return this.insertions();
  }

  take(length: number): DocumentNode[] {
    const taken: DocumentNode[] = [];
    for (let left = length; left > 0; ) {
      const node = this.content[this.index];
      if (node === undefined) throw new RangeError("the line is shorter than its base");
      const step = Math.min(inlineLength(node) - this.offset, left);
      taken.push(part(node, this.offset, step));
      this.offset += step;
      left -= step;
      if (this.offset === inlineLength(node)) {
        this.index += 1;
        this.offset = 0;
        taken.push(...this.insertions());
      }
    }
    return taken;
  }

  private insertions(): DocumentNode[] {
    const from = this.index;
    for (let node = this.content[this.index]; node !== undefined && isInserted(node); ) {
      this.index += 1;
      node = this.content[this.index];
    }
    return this.content.slice(from, this.index);
  }
}

const part = (node: DocumentNode, from: number, length: number): DocumentNode =>
  node.type === "text" ? { ...node, text: (node.text ?? "").slice(from, from + length) } : node;

const isInserted = (node: DocumentNode): boolean =>
  node.attrs?.inserted != null || marksOf(node).some(({ type }) => type === INSERTION);
