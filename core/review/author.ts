/** Whose change is being tracked, and what in a document is that person's own. */
import type { Node } from "@tiptap/pm/model";
import { readSlot, type Slot, type Suggestion } from "../document/suggestion";
import { deletionsOf, insertionOf } from "./settle-text";

/** The suggestion that the change begins; what continues an own one next to it takes that one's. */
export type Author = Suggestion;

function ownSlot(node: Node, slot: Slot, author: Author): boolean {
  return readSlot(node.attrs[slot])?.person === author.person;
}

/**
 * The author's suggestion that an edit goes on with, so that typing a word makes one of it: that of the
 * text beside it, or of the new line that it stands in.
 */
export function continued(
  near: readonly (Node | undefined)[],
  line: Node | null,
  author: Author,
): Suggestion {
  for (const node of near) {
    if (node === undefined) continue;
    const own = [insertionOf(node), ...deletionsOf(node)].find(
      (pending) => pending?.person === author.person,
    );
    if (own) return own;
  }
  const own = line === null ? null : readSlot(line.attrs.inserted);
  return own?.person === author.person ? own : author;
}

/** Text that this person inserted and nobody has accepted yet: it may really go. */
export function isOwnInsertion(node: Node, author: Author): boolean {
  return node.isText ? insertionOf(node)?.person === author.person : ownSlot(node, "inserted", author);
}

/** Whether a block and all in it is this person's own insertion. */
export function isWhollyOwn(block: Node, author: Author): boolean {
  return ownSlot(block, "inserted", author) && hasOnlyOwn(block, author);
}

function hasOnlyOwn(node: Node, author: Author): boolean {
  return node.children.every((child) =>
    child.isInline ? isOwnInsertion(child, author) : hasOnlyOwn(child, author),
  );
}
