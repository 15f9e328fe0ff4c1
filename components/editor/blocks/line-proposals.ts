/** What is proposed for lines stays with them, and comes over no others, while a command makes other blocks of them. */
import type { CommandProps } from "@tiptap/core";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import type { EditorState, Selection, Transaction } from "@tiptap/pm/state";

/** Not the kind that a line was to become: what is chosen takes its place. */
const KEPT = ["inserted", "removed", "joined"] as const;

type Proposals = Readonly<Record<string, unknown>>;

interface Line {
  readonly proposals: Proposals;
  /** The deletions of itself and of what it stands in. */
  readonly removals: readonly unknown[];
}

/**
 * The last command of a chain on `state`: gives the lines of the selection, and those that go along, back what is
 * proposed for them there.
 * @param steps how many of the chain had been done by then
 */
export function keepLineProposals(
  { doc, selection }: Pick<EditorState, "doc" | "selection">,
  steps = 0,
): (props: Pick<CommandProps, "tr">) => boolean {
  const lines = new Map(linesAround(doc, selection).map((pos) => [pos, lineAt(doc.resolve(pos + 1))]));
  return ({ tr }) => {
    const mapping = tr.mapping.slice(steps);
    const now = new Map([...lines].map(([pos, line]) => [mapping.map(pos), line]));
    for (const place of now.keys()) if (!tr.doc.nodeAt(place)?.isTextblock) now.delete(place);
    clearOverOthers(tr, now);
    for (const [place, { proposals }] of now) {
      const { proposals: left } = lineAt(tr.doc.resolve(place + 1));
      for (const slot of KEPT) {
        const value = proposals[slot];
        if (value !== null && value !== left[slot]) tr.setNodeAttribute(place, slot, value);
      }
    }
    return true;
  };
}

/** What was to go alone, and holds lines now that weren't to go with it, would take them along when it is accepted. */
function clearOverOthers(tr: Transaction, lines: ReadonlyMap<number, Line>): void {
  const over = new Set<number>();
  for (const [place, { removals }] of lines) {
    const $line = tr.doc.resolve(place + 1);
    for (let depth = $line.depth - 1; depth > 0; depth -= 1) {
      const { removed } = $line.node(depth).attrs;
      if (removed != null && !removals.includes(removed)) over.add($line.before(depth));
    }
  }
  for (const place of over) tr.setNodeAttribute(place, "removed", null);
}

/** Those in the blocks of the selection, as an item goes whole, and beside them, as lists are joined. */
function linesAround(doc: Node, { ranges }: Selection): number[] {
  const around = ranges.map(({ $from, $to }) => [$from.index(0) - 1, $to.index(0) + 1] as const);
  const lines: number[] = [];
  doc.forEach((block, start, index) => {
    if (!around.some(([first, last]) => index >= first && index <= last)) return;
    if (block.isTextblock) lines.push(start);
    block.descendants(({ isTextblock }, pos) => {
      if (isTextblock) lines.push(start + 1 + pos);
      return !isTextblock;
    });
  });
  return lines;
}

/** What the line says itself, or else the list or item that it stands in and that it may leave. */
function lineAt($line: ResolvedPos): Line {
  const holders = Array.from({ length: $line.depth }, (_, above) => $line.node($line.depth - above));
  const said = (slot: string) => holders.map(({ attrs }) => attrs[slot]).filter((value) => value != null);
  return {
    proposals: Object.fromEntries(KEPT.map((slot) => [slot, said(slot)[0] ?? null])),
    removals: said("removed"),
  };
}
