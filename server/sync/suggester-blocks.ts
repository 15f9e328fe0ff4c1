/**
 * What a message of somebody who may only suggest must leave alone within own proposed blocks. Comparing the
 * text without their suggestions can't tell: it leaves such a block out, with all that others have in it.
 */
import type { Node } from "@tiptap/pm/model";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import { readSlot } from "@/core/document/suggestion";
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import { insertionOf } from "@/core/review/settle-text";
import { keyOf, type TextChange } from "./accepted-text";

/** What such messages took away in a room: undoing brings it back. */
export interface Gone {
  /** By suggestion, what it last said line by line: a whole block comes back with others' words in it. */
  readonly words: Map<string, readonly string[]>;
  /** By person, the threads that stood on words of their own. */
  readonly threads: Map<PersonId, Set<string>>;
}

/** More nobody takes back and brings again. */
const MOST_GONE = 1000;

/** Throws AppError `content-not-allowed`. `gone` is kept up. */
export function checkSuggesterBlocks({ before, after }: TextChange, personId: PersonId, gone: Gone): void {
  if (before.every(isValid) && !after.every(isValid)) {
    throw new AppError("content-not-allowed", "blocks in an order that no page can show");
  }
  if (!keepsOthersWords(before, after, { personId, gone: gone.words })) {
    throw new AppError("content-not-allowed", "another's proposed words are others now");
  }
  const known = new Set(before.flatMap((block) => threadsOn(block, () => true)));
  const left = gone.threads.get(personId) ?? new Set();
  const now = threadsOnOwn(after, personId);
  if ([...now].some((thread) => !known.has(thread) && !left.has(thread))) {
    throw new AppError("content-not-allowed", "a comment put on own words");
  }
  for (const thread of threadsOnOwn(before, personId)) {
    if (!now.has(thread) && left.size < MOST_GONE) left.add(thread);
  }
  if (left.size > 0) gone.threads.set(personId, left);
}

/** A page deletes for everybody what its schema can't build. */
function isValid(block: Node): boolean {
  try {
    block.check();
    return true;
  } catch {
    return false;
  }
}

const ownBlock = ({ attrs }: Node, personId: PersonId): boolean =>
  readSlot(attrs.inserted)?.person === personId;

/** They may go, with the block that they stand in; as long as they are there they say the same. */
function keepsOthersWords(
  before: readonly Node[],
  after: readonly Node[],
  { personId, gone }: { readonly personId: PersonId; readonly gone: Gone["words"] },
): boolean {
  const [old, now] = [othersWords(before, personId), othersWords(after, personId)];
  const isKept = [...now].every(([key, lines]) => {
    const had = old.get(key) ?? gone.get(key) ?? [];
    return had.join("") === lines.join("") || lines.every((line) => had.includes(line));
  });
  if (!isKept) return false;
  for (const [key, lines] of old) if (!now.has(key) && gone.size < MOST_GONE) gone.set(key, lines);
  return true;
}

/** What others propose to put in, line by line, by suggestion. */
function othersWords(blocks: readonly Node[], personId: PersonId): Map<string, string[]> {
  const words = new Map<string, string[]>();
  const read = (line: Node) => {
    const here = new Map<string, string>();
    for (const child of line.children) {
      const insertion = insertionOf(child);
      if (insertion === null || insertion.person === personId) continue;
      const key = keyOf(insertion);
      here.set(key, (here.get(key) ?? "") + (child.text ?? ""));
    }
    for (const [key, text] of here) words.set(key, [...(words.get(key) ?? []), text]);
  };
  for (const block of blocks) forEachLine(block, read);
  return words;
}

function forEachLine(node: Node, read: (line: Node) => void): void {
  if (node.isTextblock) read(node);
  else for (const child of node.children) forEachLine(child, read);
}

function threadsOnOwn(blocks: readonly Node[], personId: PersonId): Set<string> {
  const isOwn = (text: Node) => insertionOf(text)?.person === personId;
  return new Set(blocks.flatMap((block) => threadsOn(block, ownBlock(block, personId) ? () => true : isOwn)));
}

function threadsOn(block: Node, isMeant: (text: Node) => boolean): string[] {
  const threads: string[] = [];
  forEachLine(block, (line) => {
    for (const child of line.children) {
      if (!isMeant(child)) continue;
      for (const { type, attrs } of child.marks) if (type.name === COMMENT_MARK) threads.push(attrs.thread);
    }
  });
  return threads;
}
