/** Other words for a passage, written into a document as one person's suggestion. */
import type { Mark, Node, Schema } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { newId } from "../new-id";
import type { Author } from "./author";
import { trackChange } from "./track";
import { differing } from "./wording";

export interface Rewording {
  /** The passage's letters and where each stands; see findPassage. Not empty. */
  readonly quote: string;
  readonly positions: readonly number[];
  /** A line break is "\n"; empty to strike the passage out. */
  readonly wording: string;
  readonly author: Author;
}

/**
 * The document with the suggestion in it. Only the letters that differ are touched. It never goes on
 * with another suggestion of the same person, since each is answered for itself.
 */
export function proposeWording(doc: Node, { quote, positions, wording, author }: Rewording): Node {
  const { start, end } = differing(quote, wording);
  const letters = wording.slice(start, wording.length - end);
  const before = positions[start - 1];
  const from = positions[start] ?? (before === undefined ? 0 : before + 1);
  const last = positions[quote.length - end - 1];
  const isInsertion = start + end === quote.length;
  // Behind the letter before it, so that words that come in at a border belong to the passage.
  const at = isInsertion && before !== undefined ? before + 1 : from;
  const to = isInsertion || last === undefined ? at : last + 1;
  const edited = new Transform(doc);
  if (letters === "") edited.delete(at, to);
  else edited.replaceWith(at, to, nodesOf(letters, doc.type.schema, looksAt(doc, before ?? from)));
  const tr = new Transform(doc);
  // As somebody's who has no other suggestion in it, and only then the author's.
  const stranger = newId();
  const tracked = { ...author, person: stranger };
  trackChange(tr, { after: edited.doc, author: tracked, caret: at + letters.length, forward: false });
  const signed = JSON.stringify(tr.doc.toJSON()).replaceAll(stranger, author.person);
  return doc.type.schema.nodeFromJSON(JSON.parse(signed));
}

function nodesOf(letters: string, schema: Schema, looks: readonly Mark[]): readonly Node[] {
  const pieces = letters.split(/(\n)/).filter((piece) => piece !== "");
  return pieces.map((piece) =>
    piece === "\n" ? schema.node("hardBreak", null, undefined, looks) : schema.text(piece, looks),
  );
}

/** How the letter there looks; its reading, and what is proposed about it, aren't those of other words. */
function looksAt(doc: Node, pos: number): readonly Mark[] {
  const marks = doc.nodeAt(pos)?.marks ?? [];
  return marks.filter(({ type }) => type.name === "bold" || type.name === "italic");
}
