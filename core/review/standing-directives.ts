/** Where a leader's directives stand in the text as it is read, whatever other places say the same. */
import type { Node } from "@tiptap/pm/model";
import { COMMENT_MARK } from "../document/comment-mark";
import { DELETION, INSERTION } from "../document/suggestion-marks";
import type { DirectiveId, ThreadId } from "../ids";
import { type AcceptedBlock, acceptedBlocks } from "./accepted-blocks";
import type { Place } from "./reading-place";

/** As core/directive.ts has it; a rewording's suggestion has its card's id. */
export interface WantedDirective {
  readonly id: DirectiveId;
  /** Null for an instruction, which stands where its thread does. */
  readonly wording: string | null;
  readonly thread: ThreadId | null;
}

export interface StandingDirective extends Place {
  readonly id: DirectiveId;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The passage of each instruction and the whole of each rewording; none for what struck its passage out or stands
 * nowhere. One over several blocks stands in each.
 */
export function standingDirectives(
  doc: Node,
  wanted: readonly WantedDirective[],
): readonly StandingDirective[] {
  if (wanted.length === 0) return [];
  const blocks = acceptedBlocks(doc);
  return wanted.flatMap(({ id, wording, thread }) => {
    if (wording === "") return [];
    const spans =
      wording === null ? spansOf(doc, [COMMENT_MARK], thread) : spansOf(doc, [INSERTION, DELETION], id);
    return blocks.flatMap((block, index) => {
      const touched = touchedPart(block, spans);
      const part = touched && wording !== null ? wholeOf(block.text, wording, touched) : touched;
      return part === null || part.from === part.to ? [] : [{ id, block: index, ...part }];
    });
  });
}

function spansOf(doc: Node, kinds: readonly string[], id: string | null): readonly Span[] {
  const spans: Span[] = [];
  doc.descendants(({ marks, nodeSize }, pos) => {
    const isOn = marks.some(
      ({ type, attrs }) => kinds.includes(type.name) && (attrs.thread ?? attrs.id) === id,
    );
    if (isOn) spans.push({ from: pos, to: pos + nodeSize });
  });
  return spans;
}

/** Offsets in the block; struck words have none of their own and lie between the letters beside them. */
function touchedPart({ positions }: AcceptedBlock, spans: readonly Span[]): Span | null {
  const [first, last] = [positions[0], positions.at(-1)];
  if (first === undefined || last === undefined) return null;
  const within = spans.filter(({ from, to }) => from <= last + 1 && to >= first);
  if (within.length === 0) return null;
  const before = (pos: number) => positions.filter((each) => each < pos).length;
  return {
    from: Math.min(...within.map(({ from }) => before(from))),
    to: Math.max(...within.map(({ to }) => before(to))),
  };
}

/** Only the letters that differ are suggested: the wording is what reads so around them. */
function wholeOf(text: string, wording: string, { from, to }: Span): Span {
  for (let at = text.indexOf(wording); at !== -1; at = text.indexOf(wording, at + 1)) {
    if (at <= from && at + wording.length >= to) return { from: at, to: at + wording.length };
  }
  // Others wrote in the midst of it.
  return { from, to };
}
