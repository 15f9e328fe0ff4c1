/**
 * Everything that a room accepted, durable or not, as the editor's blocks, and which suggestions stand
 * in them. A block is read again only when something in it changed, so that a message costs by what it
 * changes and not by the length of the speech.
 */
import type { Node } from "@tiptap/pm/model";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema, FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import type { Suggestion } from "@/core/document/suggestion";
import { suggestionsIn } from "@/core/review/suggestions-in";

/** What one update did. */
export interface TextChange {
  /**
   * The blocks that it changed or took away, as they were, and those it changed or brought, in order; among
   * both the blocks before them, into which they may be joined.
   */
  readonly before: readonly Node[];
  readonly after: readonly Node[];
  /** Suggestions that stand nowhere any more, and those that stand somewhere now. */
  readonly gone: readonly Suggestion[];
  readonly came: readonly Suggestion[];
}

interface Block {
  readonly node: Node;
  readonly suggestions: readonly Suggestion[];
}

/** A child of the shared fragment, and what it is to the editor. */
type Entry = readonly [element: unknown, block: Block];

export class AcceptedText {
  private readonly doc = createSharedDocument();
  private readonly fragment = this.doc.getXmlFragment(FRAGMENT);
  private blocks = new Map<unknown, Block>();
  /** In how many places each suggestion stands, by keyOf. */
  private readonly standing = new Map<string, number>();
  private readonly changed = new Set<unknown>();

  constructor(updates: readonly Uint8Array[]) {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update);
    });
    this.readBlocks();
    this.fragment.observeDeep((events) => {
      for (const { target } of events) this.changed.add(this.blockOf(target));
    });
  }

  /** The text as the editor's document. */
  document(): Node {
    return documentOf([...this.blocks.values()].map(({ node }) => node));
  }

  /** Every suggestion in it, each once. */
  suggestions(): readonly Suggestion[] {
    return unique([...this.blocks.values()].flatMap(({ suggestions }) => suggestions));
  }

  /** `followedBy`: what comes with the update as if it were part of it. */
  apply(update: Uint8Array, followedBy: Uint8Array | null = null): TextChange {
    Y.applyUpdate(this.doc, update);
    if (followedBy !== null) Y.applyUpdate(this.doc, followedBy);
    return this.readBlocks();
  }

  destroy(): void {
    this.doc.destroy();
  }

  private readBlocks(): TextChange {
    const old = this.blocks;
    this.blocks = new Map();
    for (const element of this.fragment.toArray()) {
      const kept = this.changed.has(element) ? undefined : old.get(element);
      this.blocks.set(element, kept ?? readBlock(element));
    }
    this.changed.clear();
    const isKept = (element: unknown) => old.get(element) === this.blocks.get(element);
    const [before, after] = [[...old], [...this.blocks]];
    const around = new Set([...keptBefore(before, isKept), ...keptBefore(after, isKept)]);
    const nodes = (all: readonly Entry[]) =>
      all.filter(([element]) => !isKept(element) || around.has(element)).map(([, { node }]) => node);
    const changed = (all: readonly Entry[]) =>
      all.flatMap(([element, { suggestions }]) => (isKept(element) ? [] : suggestions));
    const [left, entered] = [changed(before), changed(after)];
    const stood = new Set([...left, ...entered].map(keyOf).filter((key) => this.standing.has(key)));
    this.count(left, -1);
    this.count(entered, 1);
    return {
      before: nodes(before),
      after: nodes(after),
      gone: unique(left.filter((suggestion) => !this.standing.has(keyOf(suggestion)))),
      came: unique(entered.filter((suggestion) => !stood.has(keyOf(suggestion)))),
    };
  }

  private count(suggestions: readonly Suggestion[], by: 1 | -1): void {
    for (const suggestion of suggestions) {
      const key = keyOf(suggestion);
      const count = (this.standing.get(key) ?? 0) + by;
      if (count > 0) this.standing.set(key, count);
      else this.standing.delete(key);
    }
  }

  /** The block that holds this type, or the fragment itself for the fragment. */
  private blockOf(type: Y.AbstractType<unknown>): unknown {
    let block: Y.AbstractType<unknown> = type;
    for (let { parent } = type; parent !== null && parent !== this.fragment; { parent } = parent) {
      block = parent;
    }
    return block;
  }
}

/** One claim: an id under another's name isn't the suggestion that has the id. */
export function keyOf({ id, person }: Suggestion): string {
  return `${id} ${person}`;
}

/** Also of no blocks at all, which a whole speech can't be. */
export function documentOf(blocks: readonly Node[]): Node {
  return documentSchema().topNodeType.create(null, blocks);
}

function readBlock(element: unknown): Block {
  // The binding reads whole fragments; all that it asks one for is its children.
  const fragment = { toArray: () => [element] } as unknown as Y.XmlFragment;
  const json = yXmlFragmentToProsemirrorJSON(fragment) as { readonly content?: readonly unknown[] };
  const node = documentSchema().nodeFromJSON(json.content?.[0]);
  return { node, suggestions: suggestionsIn(node) };
}

/** The elements that stayed as they were before one that didn't. */
function keptBefore(entries: readonly Entry[], isKept: (element: unknown) => boolean): unknown[] {
  return entries.flatMap(([element], at) => {
    const next = entries[at + 1];
    return next !== undefined && isKept(element) && !isKept(next[0]) ? [element] : [];
  });
}

function unique(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return [...new Map(suggestions.map((suggestion) => [keyOf(suggestion), suggestion])).values()];
}
