/** Threads as numbered notes beside the text: where each stands, and what is said in it. */
import { threadsOfMarks } from "@/core/document/marks-of";
import type { DocumentNode } from "@/core/document/schema";
import type { Thread } from "@/core/review/thread";
import { latinSigns } from "../latin-signs";
import type { PdfComment } from "./model";

export interface MarginComments {
  readonly comments: readonly PdfComment[];
  /** On the speech as a whole, or on words that are gone. */
  readonly whole: readonly number[];
  after(node: DocumentNode): readonly number[];
}

/** Numbered in the order of the text. */
export function marginComments(
  document: DocumentNode,
  threads: readonly Thread[],
  words: { readonly deletedComment: string },
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
    comments: [...whole, ...placed].map((thread, index) => noteOf(thread, index + 1, words)),
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
  { deletedComment }: { readonly deletedComment: string },
): PdfComment {
  return {
    number,
    resolved: resolved !== null,
    said: comments.map(({ author, createdAt, deleted, body }) => {
      const text = deleted ? deletedComment : body;
      return { name: author.name, when: officeTime(createdAt), text, latin: latinSigns(text).all };
    }),
  };
}

/** As the clock on the office's wall showed it: 2026-11-26 09:05. */
function officeTime(epochMs: number): string {
  const local = new Date(epochMs - new Date(epochMs).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace("T", " ");
}
