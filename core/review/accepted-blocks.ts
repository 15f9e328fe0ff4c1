/**
 * The blocks of text as they read with every suggestion accepted, each letter with where it stands in
 * the document that has the suggestions: whoever reads the one can point into the other.
 */
import { Fragment, type Mark, type MarkType, type Node } from "@tiptap/pm/model";
import { COMMENT_MARK } from "../document/comment-mark";
import { CUE } from "../document/reading-aids";
import { acceptAll } from "./settle";
import { oneBreakEach } from "./settle-textblock";

export interface AcceptedBlock {
  /** A line break is "\n", a cue for reading aloud nothing: as core/text/count.ts reads a block. */
  readonly text: string;
  /** For each letter (UTF-16) the position before it in the document. */
  readonly positions: readonly number[];
}

/** In document order, empty ones too: the n-th is the n-th block of text in `acceptAll(doc)`. */
export function acceptedBlocks(doc: Node): readonly AcceptedBlock[] {
  const type = doc.type.schema.marks[COMMENT_MARK];
  if (type === undefined) throw new Error("the schema has no comments");
  const blocks: AcceptedBlock[] = [];
  acceptAll(withOrigins(doc, 0, type)).descendants((node) => {
    if (!node.isTextblock) return true;
    blocks.push(readBlock(node));
    return false;
  });
  return blocks;
}

/** An origin is written like a thread's id, which the schema asks for. */
const ORIGIN_LENGTH = 16;

/**
 * Marks each piece of text with where it stands: accepting keeps or drops a piece whole and leaves
 * comments alone, so the marks tell afterwards where what is left came from. They take the place of the
 * threads' own. `start` is where the node's content begins.
 */
function withOrigins(node: Node, start: number, type: MarkType): Node {
  const children: Node[] = [];
  let pos = start;
  for (const child of oneBreakEach(node)) {
    children.push(
      child.isInline
        ? child.mark(originMark(pos, type).addToSet(type.removeFromSet(child.marks)))
        : withOrigins(child, pos + 1, type),
    );
    pos += child.nodeSize;
  }
  return node.copy(Fragment.fromArray(children));
}

function originMark(pos: number, type: MarkType): Mark {
  return type.create({ thread: String(pos).padStart(ORIGIN_LENGTH, "0") });
}

function readBlock(block: Node): AcceptedBlock {
  let text = "";
  const positions: number[] = [];
  block.forEach((piece) => {
    if (piece.type.name === CUE) return;
    const letters = piece.text ?? "\n";
    const origin = Number(piece.marks.find(({ type }) => type.name === COMMENT_MARK)?.attrs.thread);
    for (let at = 0; at < letters.length; at += 1) positions.push(origin + at);
    text += letters;
  });
  return { text, positions };
}
