/**
 * Paragraphs as Word revises them become lines as suggestions revise them. Word revises the marks at the
 * ends of paragraphs; here a line comes, goes, is parted by a break, or goes on in the line before.
 */
import type { FindingKind } from "@/core/import";
import type { Block, Line } from "./line";
import { piecesText } from "./pieces";
import type { Fate, Piece, Revision } from "./source";

/** What lies between two proposed breaks of a line. */
export interface LinePart {
  readonly pieces: readonly Piece[];
  /** The break in front of it; null for the line's beginning. */
  readonly begins: (Pick<Line, "form" | "looks"> & { readonly fate: Fate }) | null;
}

export interface WholeLine {
  readonly line: Line;
  readonly parts: readonly LinePart[];
  /** The block as a whole. */
  readonly inserted: Revision | null;
  readonly removed: Revision | null;
  /** Who proposes that it goes on in the line before. */
  joined: Revision | null;
}

export type WholeBlock = WholeLine | Exclude<Block, Line>;

export const isWholeLine = (block: WholeBlock): block is WholeLine => "parts" in block;

type Found = (kind: FindingKind, where: string) => void;

export function wholeLines(given: readonly Block[], found: Found): WholeBlock[] {
  const blocks = withMovedEnds(given, found);
  const whole: WholeBlock[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    if (block.kind === "table") {
      whole.push(block);
      continue;
    }
    const lines = [block];
    for (let last = block; isBroken(last, lines.length > 1); ) {
      const next = blocks[index + 1];
      if (next?.kind !== "line" || !areBeside(last, next)) break;
      lines.push(next);
      last = next;
      index += 1;
    }
    whole.push(wholeLine(lines));
  }
  joinLines(whole);
  return whole;
}

/** Whether all that stands in it is new. */
export const isInserted = ({ pieces }: Line): boolean => pieces.every(({ inserted }) => inserted !== null);
/** Whether all that stands in it goes. */
export const isDeleted = ({ pieces }: Line): boolean => pieces.every(({ deleted }) => deleted !== null);

/** A line that is new all through comes as a block; another one whose end is new is broken there. */
const isBroken = (line: Line, goesOn: boolean): boolean =>
  line.end.inserted !== null && (goesOn || !isInserted(line));

/** Whether two lines can be parts of one: in the speech, in one quotation or in one item. */
function areBeside(one: Line, next: Line): boolean {
  if (next.place.in === "item") return one.place.in === "item" && !next.place.isFirst;
  return one.place.in === next.place.in;
}

function wholeLine(lines: readonly Line[]): WholeLine {
  const [first, last] = [lines[0] as Line, lines.at(-1) as Line]; // there is one at least
  const parts = lines.map(
    ({ pieces, form, looks }, index): LinePart => ({
      pieces,
      begins: index === 0 ? null : { form, looks, fate: (lines[index - 1] as Line).end },
    }),
  );
  const { inserted, deleted } = last.end;
  const goes =
    deleted !== null &&
    lines.every(isDeleted) &&
    parts.every(({ begins }) => begins === null || begins.fate.deleted !== null);
  return {
    line: { ...first, end: last.end },
    parts,
    inserted: lines.length === 1 ? inserted : null,
    removed: goes ? deleted : null,
    joined: null,
  };
}

/** A line whose end goes and whose words stay takes in the next line that stays. */
function joinLines(whole: readonly WholeBlock[]): void {
  for (const [index, block] of whole.entries()) {
    if (!isWholeLine(block) || block.removed !== null || block.line.end.deleted === null) continue;
    const next = nextStaying(whole, index);
    if (next !== null) next.joined = block.line.end.deleted;
  }
}

function nextStaying(whole: readonly WholeBlock[], index: number): WholeLine | null {
  for (let at = index + 1; at < whole.length; at += 1) {
    const next = whole[at];
    if (next === undefined || !isWholeLine(next)) return null;
    if (next.removed === null) return next;
  }
  return null;
}

/**
 * Where two paragraphs can't be one line (two items, a paragraph and an item), the same change is told
 * by the other one's end if that one comes or goes all through; else it is left out and said.
 */
function withMovedEnds(blocks: readonly Block[], found: Found): Block[] {
  const moved = [...blocks];
  for (const [index, block] of moved.entries()) {
    if (block.kind === "table") continue;
    const behind = moved[index + 1];
    if (block.end.inserted !== null && !isInserted(block) && !isBesideLine(block, behind)) {
      moveEnd(moved, index, { name: "inserted", isWhole: isInserted, found });
    }
    const now = moved[index] as Line; // set above
    if (now.end.deleted !== null && !isDeleted(now) && !isBesideLine(block, nextInPlace(moved, index))) {
      moveEnd(moved, index, { name: "deleted", isWhole: isDeleted, found });
    }
  }
  return moved;
}

const isBesideLine = (line: Line, next: Block | undefined): boolean =>
  next?.kind === "line" && areBeside(line, next);

/** The next block that doesn't go all through. */
function nextInPlace(blocks: readonly Block[], index: number): Block | undefined {
  let at = index + 1;
  for (let next = blocks[at]; next?.kind === "line" && goesWhole(next); next = blocks[at]) at += 1;
  return blocks[at];
}

const goesWhole = (line: Line): boolean => line.end.deleted !== null && isDeleted(line);

interface EndMove {
  readonly name: keyof Fate;
  isWhole(line: Line): boolean;
  readonly found: Found;
}

function moveEnd(blocks: Block[], index: number, { name, isWhole, found }: EndMove): void {
  const line = blocks[index] as Line; // asked for lines only
  const revision = line.end[name];
  blocks[index] = { ...line, end: { ...line.end, [name]: null } };
  for (let at = index + 1; at < blocks.length; at += 1) {
    const other = blocks[at];
    if (other?.kind !== "line" || !isWhole(other)) break;
    if (other.end[name] !== null) continue;
    blocks[at] = { ...other, end: { ...other.end, [name]: revision } };
    return;
  }
  // A new end stands without its proposal; one that goes stays.
  found(name === "inserted" ? "other-revision" : "tracked-join", piecesText(line.pieces));
}
