/** Threads as numbered notes beside the text: where each stands, and what is said in it. */
import { threadsOfMarks } from "@/core/document/marks-of";
import type { DocumentNode } from "@/core/document/schema";
import type { Thread } from "@/core/review/thread";
import { wallMinute } from "@/core/time-zone";
import { latinSigns } from "../latin-signs";
import type { PdfComment } from "./model";

export interface MarginComments {
  readonly comments: readonly PdfComment[];
  /** On the speech as a whole, or on words that are gone. */
  readonly whole: readonly number[];
  after(node: DocumentNode): readonly number[];
}

export interface NoteOptions {
  readonly deletedComment: string;
  /** By whose clock it is told when something was said; the server's when left out. */
  readonly timeZone?: string | undefined;
}

/** Numbered in the order of the text. */
export function marginComments(
  document: DocumentNode,
  threads: readonly Thread[],
  options: NoteOptions,
): MarginComments {
  const last = lastNodes(document);
  const placed = [...last.keys()].flatMap((id) => threads.filter((thread) => thread.id === id));
  const whole = threads.filter(({ id }) => !last.has(id));
  const numbers = new Map([...whole, ...placed].map(({ id }, index) => [id, index + 1]));
  const ending = new Map<DocumentNode, number[]>();
  for (const { id } of placed) {
    const node = last.get(id);
    if (node !== undefined) ending.set(node, [...(ending.get(node) ?? []), numbers.get(id) ?? 0]);
  }
  return {
    comments: [...whole, ...placed].map((thread, index) => noteOf(thread, index + 1, options)),
    whole: whole.map((_, index) => index + 1),
    after: (node) => ending.get(node) ?? [],
  };
}

/** The last text node that is marked with each thread, in the order in which threads begin. */
function lastNodes(document: DocumentNode): Map<string, DocumentNode> {
  const nodes = new Map<string, DocumentNode>();
  const visit = (node: DocumentNode) => {
    for (const id of threadsOfMarks(node)) nodes.set(id, node);
    for (const child of node.content ?? []) visit(child);
  };
  visit(document);
  return nodes;
}

function noteOf(
  { comments, resolved }: Thread,
  number: number,
  { deletedComment, timeZone }: NoteOptions,
): PdfComment {
  return {
    number,
    resolved: resolved !== null,
    said: comments.map(({ author, createdAt, deleted, body }) => {
      const text = deleted ? deletedComment : body;
      return { name: author.name, when: wallMinute(createdAt, timeZone), text, latin: latinSigns(text).all };
    }),
  };
}
