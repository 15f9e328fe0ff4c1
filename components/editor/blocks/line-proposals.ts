/** What is proposed for lines stays with them while a command makes other blocks of them, and leaves none of it. */
import type { CommandProps } from "@tiptap/core";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import type { EditorState, Selection } from "@tiptap/pm/state";

/** Not the kind that a line was to become: what is chosen takes its place. */
const KEPT = ["inserted", "removed", "joined"] as const;

type Proposals = Readonly<Record<string, unknown>>;

/**
 * The last command of a chain on `state`: gives the lines of the selection, and those that go along, back what is
 * proposed for them there.
 * @param steps how many of the chain had been done by then
 */
export function keepLineProposals(
  { doc, selection }: Pick<EditorState, "doc" | "selection">,
  steps = 0,
): (props: Pick<CommandProps, "tr">) => boolean {
  const lines = new Map(linesAround(doc, selection).map((pos) => [pos, proposalsFor(doc.resolve(pos + 1))]));
  return ({ tr }) => {
    const mapping = tr.mapping.slice(steps);
    for (const [pos, proposals] of lines) {
      const place = mapping.map(pos);
      const line = tr.doc.nodeAt(place);
      if (!line?.isTextblock) continue;
      const now = proposalsFor(tr.doc.resolve(place + 1));
      for (const slot of KEPT) {
        const value = proposals[slot];
        if (value !== null && value !== now[slot]) tr.setNodeAttribute(place, slot, value);
      }
    }
    return true;
  };
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

/** What it says itself, or else the list or item that it stands in and that it may leave. */
function proposalsFor($line: ResolvedPos): Proposals {
  const holders = Array.from({ length: $line.depth }, (_, above) => $line.node($line.depth - above));
  return Object.fromEntries(
    KEPT.map((slot) => [
      slot,
      holders.map(({ attrs }) => attrs[slot]).find((value) => value != null) ?? null,
    ]),
  );
}
