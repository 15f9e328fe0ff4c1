/**
 * A side of a comparison with all its suggestions accepted, and still with where its letters come from. Accepting
 * moves and drops whole text nodes, so that a mark on each tells where it stood; comments are marks of such a kind.
 */
import type { BlockOrigins, LetterRun } from "@/core/authors/origins";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { lettersIn, textLength } from "@/core/compare/placed-node";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { acceptAll } from "@/core/review/settle";
import type { VersionSide } from "./version-side";

/** In canonical form. Who formatted or made what kind of block isn't known any more where anything was accepted. */
export function acceptedSide(side: VersionSide): VersionSide {
  const blocks = (side.document.content ?? []).map((block, index) => placed(block, { index, start: 0 }));
  const settled = acceptAll(documentSchema().nodeFromJSON({ ...side.document, content: blocks }));
  const accepted = settled.toJSON() as DocumentNode; // as ProseMirror writes it
  const document = canonicalDocument(accepted);
  const { origins } = side;
  const isAsItWas = JSON.stringify(document) === JSON.stringify(canonicalDocument(side.document));
  if (origins === null || isAsItWas) return { ...side, document };
  return { ...side, document, origins: (accepted.content ?? []).map((block) => originsOf(block, origins)) };
}

interface Place {
  /** Of the block. */
  readonly index: number;
  /** In its text, in UTF-16 units. */
  readonly start: number;
}

function placed(node: DocumentNode, { index, start }: Place): DocumentNode {
  if (node.type === "text") {
    const others = (node.marks ?? []).filter(({ type }) => type !== COMMENT_MARK);
    const place = { type: COMMENT_MARK, attrs: { thread: threadAt({ index, start }) } };
    return { ...node, marks: [...others, place] };
  }
  if (node.content === undefined) return node;
  let at = start;
  const content = node.content.map((child) => {
    const marked = placed(child, { index, start: at });
    at += textLength([child]);
    return marked;
  });
  return { ...node, content };
}

function originsOf(block: DocumentNode, origins: readonly BlockOrigins[]): BlockOrigins {
  return { letters: lettersOf(block, origins), nodes: [], looks: [] };
}

function lettersOf(node: DocumentNode, origins: readonly BlockOrigins[]): LetterRun[] {
  if (node.type !== "text") return (node.content ?? []).flatMap((child) => lettersOf(child, origins));
  const mark = node.marks?.find(({ type }) => type === COMMENT_MARK);
  if (mark === undefined) throw new RangeError("a text without its place");
  const { index, start } = placeOf(String(mark.attrs?.thread));
  return lettersIn(origins[index], start, textLength([node]));
}

const DIGITS = 10;

/** Twenty digits, as long as the ids that such a mark takes. */
const threadAt = ({ index, start }: Place): string =>
  [index, start].map((number) => String(number).padStart(DIGITS, "0")).join("");

function placeOf(thread: string): Place {
  return { index: Number(thread.slice(0, DIGITS)), start: Number(thread.slice(DIGITS)) };
}
