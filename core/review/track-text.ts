/** An edit inside text, also across neighbouring blocks, as suggestions. */
import { Fragment, Mark, type Node } from "@tiptap/pm/model";
import { type Suggestion, writeSlot } from "../document/suggestion";
import { BREAK, DELETION, INSERTION } from "../document/suggestion-marks";
import { continued, isOwnInsertion, isWhollyOwn } from "./author";
import { deletionsOf, insertionOf, settleText } from "./settle-text";
import { type Token, type TokenChange, tokenChange, tokenSize, tokensOf, withoutComments } from "./tokens";
import type { Placed, Tracking } from "./track";
import { retypeBlock } from "./track-blocks";
import { isReformatted, trackFormatting } from "./track-formatting";

type CharToken = Extract<Token, { kind: "char" }>;

/** Both versions have a block at least. */
export function trackText(old: readonly Placed[], now: readonly Placed[], tracking: Tracking): void {
  const [first, becomes] = [old[0], now[0]];
  if (first === undefined || becomes === undefined) return;
  const before = tokensOf(old);
  const after = tokensOf(now);
  const isSameBreak = (was: readonly Mark[], is: readonly Mark[]) => isOwnBreak(was, is, tracking);
  const { prefix, suffix } = tokenChange(before, after, tracking.caret, isSameBreak);
  beginAnew(before, after, { prefix, suffix }, tracking);
  const gone = before.slice(prefix, before.length - suffix);
  const come = after.slice(prefix, after.length - suffix);
  const from = endOf(before[prefix - 1]) ?? first.pos + 1;
  const to = endOf(gone.at(-1)) ?? from;
  if (isReformatted(gone, come)) {
    const [start, last] = [becomes.pos, now.at(-1) ?? becomes];
    // Nothing came: told as inserted, a selection would grow into what stands behind it.
    tracking.places.same(start, last.pos + last.node.nodeSize, first.pos);
    trackFormatting(gone, come, tracking);
    return;
  }
  notePlaces({ first, now, from, to, come, tracking });
  const near = [before[prefix - 1], gone.at(-1), before[before.length - suffix]];
  const suggestion = continued(near.map(textOf), lineAt(old, from), tracking.author);
  const { tr } = tracking;
  const besides = [before[prefix - 1], before[before.length - suffix]].flatMap(strikesOn);
  const inserted = come.flatMap((token) => {
    // Typed in the midst of struck text, a letter takes over the marks around it. Behind the caret
    // nothing was typed: there the end of a selection joined on.
    const isCopy =
      token.kind === "leaf"
        ? token.node.attrs.removed != null
        : strikesOn(token).some((mark) => token.pos >= tracking.caret || !mark.isInSet(besides));
    return isCopy ? [] : insertedNode(token, suggestion, tr.doc);
  });
  if (inserted.length > 0) tr.insert(to, Fragment.fromArray(inserted));
  for (const run of runsOf(gone).reverse()) deleteRun(run, suggestion, tracking);
  if (old.length !== now.length) retypeBlock(first.node, becomes.node, first.pos, tracking);
}

/** A break that the author proposed may begin another kind of line at once; a colleague's is struck for that. */
function isOwnBreak(was: readonly Mark[], is: readonly Mark[], { author }: Tracking): boolean {
  const [one, other] = [was, is].map((marks) => marks.filter(({ type }) => type.name === INSERTION));
  const [proposed] = one ?? [];
  if (proposed === undefined || proposed.attrs.person !== author.person) return false;
  const again = other?.[0]?.type.create({ ...other[0].attrs, begins: proposed.attrs.begins });
  return again !== undefined && Mark.sameSet(was, [...is.filter((mark) => mark !== other?.[0]), again]);
}

/** Of the breaks that stay, those that begin another kind of line: nothing else of the text is touched for it. */
function beginAnew(
  before: readonly Token[],
  after: readonly Token[],
  { prefix, suffix }: TokenChange,
  { tr }: Tracking,
): void {
  for (const [at, token] of before.entries()) {
    if (at >= prefix && at < before.length - suffix) continue;
    const becomes = after[at < prefix ? at : at + after.length - before.length];
    if (token.kind !== "char" || becomes?.kind !== "char" || token.char !== BREAK) continue;
    const mark = becomes.marks.find(({ type }) => type.name === INSERTION);
    if (mark !== undefined && !mark.isInSet(token.marks)) {
      tr.addMark(token.pos, token.pos + tokenSize(token), mark);
    }
  }
}

const textOf = (token: Token | undefined) => (token?.kind === "char" ? token.node : undefined);

function lineAt(blocks: readonly Placed[], pos: number): Node | null {
  return blocks.findLast((block) => block.pos < pos)?.node ?? null;
}

function endOf(token: Token | undefined): number | undefined {
  return token && token.pos + tokenSize(token);
}

/** What an inserted token stands as: proposed looks come along as if accepted. */
function insertedNode(token: Token, { id, person, at }: Suggestion, doc: Node): Node[] {
  const { schema } = doc.type;
  const mark = (begins: string | null): Mark => schema.mark(INSERTION, { id, person, at, begins });
  if (token.kind === "begin") return [schema.text(BREAK, [mark(token.form)])];
  if (token.kind === "leaf") {
    return [
      token.node.type.create({ ...token.node.attrs, inserted: writeSlot({ id, person, at }), removed: null }),
    ];
  }
  // A composition's letters carry the author's mark from the start.
  if (insertionOf(token.node)?.person === person && deletionsOf(token.node).length === 0) {
    return [schema.text(token.char, beginsNothing(token, withoutComments(token.marks)))];
  }
  const kept = token.marks.filter(({ type }) => type.name !== DELETION && type.name !== INSERTION);
  const accepted = settleText(token.node.mark(kept), () => "accept", false);
  // A proposed break that comes along from elsewhere is a break here too.
  const begins = insertionOf(token.node)?.begins ?? null;
  return [
    schema.text(
      token.char,
      mark(token.char === BREAK ? begins : null).addToSet(withoutComments(accepted?.marks ?? [])),
    ),
  ];
}

/** Typed between two proposed breaks, which are one text node, a letter takes over their mark and is no break by it. */
function beginsNothing({ char }: CharToken, marks: readonly Mark[]): readonly Mark[] {
  if (char === BREAK) return marks;
  return marks.map((mark) =>
    mark.type.name === INSERTION ? mark.type.create({ ...mark.attrs, begins: null }) : mark,
  );
}

/** The deletions that count on a token. */
function strikesOn(token: Token | undefined): readonly Mark[] {
  if (token?.kind !== "char") return [];
  const counting = new Set(deletionsOf(token.node).map(({ id }) => id));
  return token.marks.filter(({ type, attrs }) => type.name === DELETION && counting.has(attrs.id));
}

/** Neighbouring tokens of one text node are deleted in one step. */
function runsOf(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (token.kind === "char" && last?.[0]?.kind === "char" && last[0].node === token.node) last.push(token);
    else runs.push([token]);
  }
  return runs;
}

function deleteRun(run: readonly Token[], suggestion: Suggestion, { tr, author }: Tracking): void {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return;
  const { node, pos } = first;
  const end = last.pos + tokenSize(last);
  if (first.kind === "begin") {
    const follows = tr.doc.resolve(pos + 1).nodeBefore?.attrs.removed === null;
    if (follows && isWhollyOwn(node, author)) tr.join(pos + 1);
    else if (node.attrs.joined === null && node.attrs.removed === null) {
      tr.setNodeAttribute(pos + 1, "joined", writeSlot(suggestion));
    }
  } else if (isOwnInsertion(node, author)) tr.delete(pos, end);
  else if (first.kind === "leaf") {
    if (node.attrs.removed === null) tr.setNodeAttribute(pos, "removed", writeSlot(suggestion));
  } else if (deletionsOf(node).length === 0) {
    const { id, person, at } = suggestion;
    const of = insertionOf(node)?.id ?? null;
    tr.addMark(pos, end, tr.doc.type.schema.mark(DELETION, { id, person, at, of }));
  }
}

function notePlaces(change: {
  readonly first: Placed;
  readonly now: readonly Placed[];
  readonly from: number;
  readonly to: number;
  readonly come: readonly Token[];
  readonly tracking: Tracking;
}): void {
  const { first, now, from, to, come, tracking } = change;
  const { places, forward } = tracking;
  const [start, last] = [now[0]?.pos ?? 0, now.at(-1)];
  const comeFrom = start + from - first.pos;
  const comeTo = endOf(come.at(-1)) ?? comeFrom;
  const end = last === undefined ? comeTo : last.pos + last.node.nodeSize;
  places.same(comeTo, end, to);
  if (come.length > 0) {
    places.inserted(comeFrom, comeTo, to, (pos) =>
      come.reduce((sum, token) => sum + (token.pos < pos ? sizeWhenInserted(token) : 0), 0),
    );
  } else if (forward) {
    places.same(start, comeFrom - 1, first.pos, -1);
    return;
  }
  places.same(start, comeFrom, first.pos, -1);
}

function sizeWhenInserted(token: Token): number {
  return token.kind === "begin" ? BREAK.length : tokenSize(token);
}
