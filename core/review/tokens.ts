/** Blocks of text as a row of tokens, in which an edit's place can be found across blocks. */
import { Mark, type Node } from "@tiptap/pm/model";
import { writeBlockForm } from "../document/suggestion";
import { BREAK } from "../document/suggestion-marks";

export type Token =
  | {
      readonly kind: "char";
      readonly char: string;
      readonly marks: readonly Mark[];
      readonly node: Node;
      readonly pos: number;
    }
  | { readonly kind: "leaf"; readonly node: Node; readonly pos: number }
  /** Where a block other than the first begins; `pos` is before the end of the one before it. */
  | { readonly kind: "begin"; readonly form: string; readonly node: Node; readonly pos: number };

/** Tokens of blocks that follow each other. */
export function tokensOf(blocks: readonly { readonly node: Node; readonly pos: number }[]): Token[] {
  const tokens: Token[] = [];
  for (const [index, { node: block, pos }] of blocks.entries()) {
    if (index > 0) {
      tokens.push({
        kind: "begin",
        form: writeBlockForm(block.type.name, block.attrs),
        node: block,
        pos: pos - 1,
      });
    }
    addInline(tokens, block, pos + 1);
  }
  return tokens;
}

function addInline(tokens: Token[], block: Node, start: number): void {
  block.forEach((child, offset) => {
    if (!child.isText) {
      tokens.push({ kind: "leaf", node: child, pos: start + offset });
      return;
    }
    let pos = start + offset;
    // By characters, not code units: half a surrogate pair is no text.
    for (const char of child.text ?? "") {
      tokens.push({ kind: "char", char, marks: child.marks, node: child, pos });
      pos += char.length;
    }
  });
}

/** How much room a token takes in the document. */
export function tokenSize(token: Token): number {
  if (token.kind === "char") return token.char.length;
  return token.kind === "leaf" ? token.node.nodeSize : 2;
}

/** Whether they are one and the same but for looks. */
export function sameContent(one: Token, other: Token): boolean {
  if (one.kind === "char") return other.kind === "char" && one.char === other.char;
  // Of two line breaks one may be proposed and one about to go: which of them went matters. A break that is
  // selected along with text and made bold is the same break.
  if (one.kind === "leaf")
    return other.kind === "leaf" && one.node.sameMarkup(other.node.mark(one.node.marks));
  return other.kind === "begin" && one.form === other.form;
}

function sameToken(one: Token, other: Token, isSameBreak: SameBreak): boolean {
  if (!sameContent(one, other)) return false;
  if (one.kind !== "char" || other.kind !== "char") return true;
  return (
    Mark.sameSet(withoutComments(one.marks), withoutComments(other.marks)) ||
    (one.char === BREAK && isSameBreak(one.marks, other.marks))
  );
}

/** Whether proposed breaks with these marks are one, though it begins another kind of line by now. */
type SameBreak = (before: readonly Mark[], after: readonly Mark[]) => boolean;

/** Comments are the server's to set; none is proposed or lost by an edit. */
export function withoutComments(marks: readonly Mark[]): readonly Mark[] {
  return marks.some(({ type }) => type.name === "comment")
    ? marks.filter(({ type }) => type.name !== "comment")
    : marks;
}

export interface TokenChange {
  /** How many tokens are the same at the beginning and at the end. */
  readonly prefix: number;
  readonly suffix: number;
}

/** `caret`: place in the new document that the change doesn't reach across, to part equal letters. */
export function tokenChange(
  before: readonly Token[],
  after: readonly Token[],
  caret: number,
  isSameBreak: SameBreak,
): TokenChange {
  const sameAt = (oldAt: number, newAt: number): boolean => {
    const one = before[oldAt];
    const other = after[newAt];
    return one !== undefined && other !== undefined && sameToken(one, other, isSameBreak);
  };
  const behindCaret = after.filter(({ pos }) => pos >= caret).length;
  const mostSuffix = Math.min(before.length, after.length, behindCaret);
  let suffix = 0;
  while (suffix < mostSuffix && sameAt(before.length - 1 - suffix, after.length - 1 - suffix)) suffix += 1;
  const mostPrefix = Math.min(before.length, after.length) - suffix;
  let prefix = 0;
  while (prefix < mostPrefix && sameAt(prefix, prefix)) prefix += 1;
  // The caret may stand before what changed: then the end decides.
  const last = Math.min(before.length, after.length) - prefix;
  while (suffix < last && sameAt(before.length - 1 - suffix, after.length - 1 - suffix)) suffix += 1;
  return { prefix, suffix };
}
