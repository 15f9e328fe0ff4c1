/** The suggestions on a text node of a document as JSON; core/review asks them of ProseMirror's nodes. */
import type { DocumentNode } from "./schema";
import type { Suggestion } from "./suggestion";
import { DELETION, FORMATTING, INSERTION } from "./suggestion-marks";

export interface ProposedFormatting extends Suggestion {
  /** A look; see looks.ts. */
  readonly mark: string;
  readonly on: boolean;
}

interface MarkedInsertion extends Suggestion {
  readonly begins: string | null;
}

// The schema has checked what the marks hold.
const attrsOf = <T>({ marks }: DocumentNode, type: string): T[] =>
  (marks ?? []).filter((mark) => mark.type === type).map(({ attrs }) => attrs as unknown as T);

export function insertionOfMarks(node: DocumentNode): MarkedInsertion | null {
  return attrsOf<MarkedInsertion>(node, INSERTION)[0] ?? null;
}

/** The deletions that count: on inserted text those that name it, on other text all. */
export function deletionsOfMarks(node: DocumentNode): readonly Suggestion[] {
  const insertion = insertionOfMarks(node);
  return attrsOf<Suggestion & { readonly of: string | null }>(node, DELETION).filter(
    ({ of }) => insertion === null || of === insertion.id,
  );
}

/** The oldest first: of two that contradict each other the later counts. */
export function formattingsOfMarks(node: DocumentNode): readonly ProposedFormatting[] {
  return attrsOf<ProposedFormatting>(node, FORMATTING).sort((one, other) => one.at - other.at);
}

/** The threads that a text node is marked with. */
export function threadsOfMarks(node: DocumentNode): readonly string[] {
  return attrsOf<{ readonly thread: string }>(node, "comment").map(({ thread }) => thread);
}
