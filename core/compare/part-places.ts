/**
 * Where blocks of a version come back whose lines, or their neighbours' lines, stand in other blocks since: in the
 * order that the version has, if need be within a list that was made of them.
 */
import type { Row } from "./comparison";
import { behind, isBefore, type LinePath } from "./lines-in-block";
import type { RelocatedLine } from "./relocated-lines";

export interface PartPlace {
  /** The version's block. */
  readonly to: number;
  /** Before what stands there now and behind it. */
  readonly at: LinePath;
  /** In which block of now, or beside it; null where the rows have it. */
  readonly block: number | null;
}

type IsChosen = (row: Row) => boolean;

/** Of the chosen blocks that came, by the rows. */
export function partPlaces(
  rows: readonly Row[],
  lines: readonly RelocatedLine[],
  isChosen: IsChosen,
): readonly PartPlace[] {
  const anchors = [
    ...linesInPlace(rows, lines).map(({ path }) => ({ line: path.before, to: path.after[0] ?? -1 })),
    ...rows.flatMap((row) =>
      row.kind === "edited" ? keptIn(row, [row.from]).map((line) => ({ line, to: row.to })) : [],
    ),
  ].sort((one, other) => (isBefore(one.line, other.line) ? -1 : 1));
  return withNext(rows).flatMap(([row, next]) =>
    row.kind === "added" && isChosen(row) ? [placeOf(row.to, anchors, next)] : [],
  );
}

/**
 * Whether a line of now stands between two blocks that come back, or lines of two, and none of the rest of the text does.
 * @param places of the blocks that came
 */
export function isBetween(
  rows: readonly Row[],
  lines: readonly RelocatedLine[],
  places: readonly PartPlace[],
  isChosen: IsChosen,
): (line: LinePath) => boolean {
  const chosen = new Set(rows.flatMap((row) => ("to" in row && isChosen(row) ? [row.to] : [])));
  const known = [
    // What comes back before a block stands in front of it.
    ...places.map(({ at, to }) => ({ at, to, isLine: false })),
    ...linesInPlace(rows, lines).map(({ path }) => ({
      at: path.before,
      to: path.after[0] ?? -1,
      isLine: true,
    })),
    ...withNext(rows).flatMap(([row, next]) =>
      "from" in row && row.kind !== "deleted" && row.kind !== "moved-here"
        ? [{ at: [row.kind === "split" ? next : row.from], to: row.to, isLine: false }]
        : [],
    ),
  ].sort((one, other) => (isBefore(one.at, other.at) ? -1 : isBefore(other.at, one.at) ? 1 : 0));
  return (line) => {
    const next = known.findIndex(({ at }) => isBefore(line, at));
    const [before, after] = [known[next - 1], known[next]];
    if (before === undefined || after === undefined) return false;
    const isOneBlock = before.to === after.to && (before.isLine || after.isLine);
    return !isOneBlock && chosen.has(before.to) && chosen.has(after.to);
  };
}

/** Each with the block of the first document that follows those up to it. */
function withNext(rows: readonly Row[]): readonly (readonly [row: Row, next: number])[] {
  let next = 0;
  return rows.map((row) => {
    if (HAS_BEEN.has(row.kind) && "from" in row) next = row.from + 1;
    return [row, next];
  });
}

/** Where a block moved, its lines have left their order. */
function linesInPlace(rows: readonly Row[], lines: readonly RelocatedLine[]): readonly RelocatedLine[] {
  const moved = new Set(rows.flatMap((row) => (row.kind === "moved-away" ? [row.from] : [])));
  return lines.filter(({ isInPlace, path }) => isInPlace && !moved.has(path.before[0] ?? -1));
}

/** What has a place of its own in the first document. */
const HAS_BEEN: ReadonlySet<Row["kind"]> = new Set(["same", "edited", "deleted", "moved-away", "joined"]);

/** What stands in the same order in both documents, and in which of the version's blocks. */
interface Anchor {
  readonly line: LinePath;
  readonly to: number;
}

/** What of a block that was changed kept its place in it. */
function keptIn(row: Row, path: LinePath): readonly LinePath[] {
  if (row.kind === "same") return [path];
  if (row.kind !== "edited") return [];
  const { content } = row.edit;
  if (content?.kind !== "blocks") return [path];
  return content.rows.flatMap((inner) => ("from" in inner ? keptIn(inner, [...path, inner.from]) : []));
}

/** `next`: the block of now before which the rows have it. */
function placeOf(to: number, anchors: readonly Anchor[], next: number): PartPlace {
  const own = anchors.findLast((anchor) => anchor.to === to)?.line;
  if (own !== undefined) return { to, block: own[0] ?? 0, at: behind(own) };
  const last = anchors.findLast((anchor) => anchor.to < to)?.line;
  const first = anchors.find((anchor) => anchor.to > to)?.line;
  // Between blocks, where there is such a place; else within the one that has lines before it and behind it.
  if (first !== undefined && isBefore(first, [next])) {
    const block = first[0] ?? 0;
    return { to, block, at: last === undefined || isBefore(last, [block]) ? [block] : first };
  }
  if (last !== undefined && !isBefore(last, [next])) {
    const block = last[0] ?? 0;
    return {
      to,
      block,
      at: first === undefined || !isBefore(first, [block + 1]) ? [block + 1] : behind(last),
    };
  }
  return { to, block: null, at: [next] };
}
