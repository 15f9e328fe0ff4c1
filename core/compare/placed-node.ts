/** A node of a compared text with its place among the origins of the block that it is in. */
import type { BlockOrigins, LetterRun } from "../authors/origins";
import type { DocumentNode } from "../document/schema";

export interface PlacedNode {
  readonly node: DocumentNode;
  /** Undefined where none were kept. */
  readonly origins: BlockOrigins | undefined;
  /** Its index in `origins.nodes`. */
  readonly index: number;
  /** Where its text begins in the block's, in UTF-16 units. */
  readonly start: number;
}

export function placedBlocks(
  document: DocumentNode,
  origins: readonly BlockOrigins[] | null,
): readonly PlacedNode[] {
  return (document.content ?? []).map((node, block) => ({
    node,
    origins: origins?.[block],
    index: 0,
    start: 0,
  }));
}

export function placedChildren({ node, origins, index, start }: PlacedNode): readonly PlacedNode[] {
  let [nextIndex, nextStart] = [index + 1, start];
  return (node.content ?? []).map((child) => {
    const placed = { node: child, origins, index: nextIndex, start: nextStart };
    nextIndex += nodeCount(child);
    nextStart += textLength([child]);
    return placed;
  });
}

/** A node and all that is in it, except text. */
export function placedIn(placed: PlacedNode): readonly PlacedNode[] {
  const inside = placedChildren(placed).filter(({ node }) => node.type !== "text");
  return [placed, ...inside.flatMap(placedIn)];
}

/** UTF-16 units of the text in these nodes; leaves have none. */
export function textLength(nodes: readonly DocumentNode[]): number {
  return nodes.reduce(
    (sum, node) => sum + (node.type === "text" ? (node.text ?? "").length : textLength(node.content ?? [])),
    0,
  );
}

/** Of a block's letters those from `from` on, `length` units. */
export function lettersIn(origins: BlockOrigins | undefined, from: number, length: number): LetterRun[] {
  const letters: LetterRun[] = [];
  let at = 0;
  for (const run of origins?.letters ?? []) {
    const [start, end] = [Math.max(at, from), Math.min(at + run.length, from + length)];
    if (start < end) {
      const clock = run.clock === null ? null : run.clock + start - at;
      letters.push({ clientId: run.clientId, clock, length: end - start });
    }
    at += run.length;
  }
  return letters;
}

function nodeCount(node: DocumentNode): number {
  if (node.type === "text") return 0;
  return (node.content ?? []).reduce((sum, child) => sum + nodeCount(child), 1);
}
