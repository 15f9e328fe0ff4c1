/**
 * The durable text of an open speech: a Y.Doc into which only stored updates go. What the room itself
 * stored is taken in several batches at a time, or when somebody asks: a transaction of Yjs costs far
 * more than the edit in it, and between two questions nobody sees the difference.
 */
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { type DocumentNode, FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { LIMITS } from "@/core/limits";
import { malformedBy } from "./malformed";

/** What an update adds to the encoded document for each of its bytes: a deletion takes 4 and adds up to 24. */
const MOST_GROWTH = 6;
/** So many batches are taken in together at the latest. */
const MOST_WAITING = 32;

/** What came into the document at once. */
export interface TakenIn {
  readonly transaction: Y.Transaction;
  readonly updates: readonly Uint8Array[];
  /** Whether the room stored it itself, and no other node. */
  readonly isOwn: boolean;
}

export class LiveDocument {
  private readonly ydoc = createSharedDocument();
  private waiting: Uint8Array[] = [];
  /** What the transaction that runs takes in. */
  private taking: readonly Uint8Array[] = [];
  private isOwn = false;
  /** Upper estimate of the encoded document; made exact when it nears the limit. */
  private bytes = 0;

  constructor(updates: readonly Uint8Array[]) {
    this.apply(updates);
    this.bytes = updates.reduce((sum, { length }) => sum + length, 0);
  }

  /** Tells of everything that is taken in from now on, while Yjs still has what it deleted. */
  watch(listener: (taken: TakenIn) => void): void {
    this.ydoc.on("afterTransaction", (transaction) =>
      listener({ transaction, updates: this.taking, isOwn: this.isOwn }),
    );
  }

  /** With everything that was stored. */
  get doc(): Y.Doc {
    this.settle();
    return this.ydoc;
  }

  /** As far as taken in. For whoever knows what is not: see accepted-state.ts. */
  get taken(): Y.Doc {
    return this.ydoc;
  }

  /**
   * Takes in one stored update of which the caller knows that all of it is news, perhaps later. Returns
   * whether nothing waits now.
   */
  applyOwn(update: Uint8Array): boolean {
    this.waiting.push(update);
    this.bytes += update.length;
    if (this.waiting.length < MOST_WAITING) return false;
    this.settle();
    return true;
  }

  private settle(): void {
    if (this.waiting.length === 0) return;
    const { waiting } = this;
    this.taking = waiting;
    this.isOwn = true;
    this.ydoc.transact(() => {
      for (const update of waiting) Y.applyUpdate(this.ydoc, update);
    });
    this.waiting = [];
  }

  /** Applies stored updates and returns what they changed as one update; null when they held no news. */
  apply(updates: readonly Uint8Array[], isOwn = false): Uint8Array | null {
    let news: Uint8Array | null = null;
    const take = (update: Uint8Array) => {
      news = news === null ? update : Y.mergeUpdates([news, update]);
    };
    this.doc.on("update", take);
    this.taking = updates;
    this.isOwn = isOwn;
    try {
      this.doc.transact(() => {
        for (const update of updates) Y.applyUpdate(this.doc, update);
      });
    } finally {
      this.doc.off("update", take);
    }
    for (const { length } of updates) this.bytes += length * MOST_GROWTH;
    return news;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** What somebody with this state vector lacks. Throws `malformed-message` when it isn't one. */
  missing(stateVector: Uint8Array): Uint8Array {
    const { doc } = this;
    try {
      return Y.encodeStateAsUpdate(doc, stateVector);
    } catch (error) {
      throw malformedBy(error);
    }
  }

  encode(): Uint8Array {
    const encoded = Y.encodeStateAsUpdate(this.doc);
    this.bytes = encoded.length;
    return encoded;
  }

  /** So much more is on its way than the bytes of the updates say. */
  expect(bytes: number): void {
    this.bytes += bytes;
  }

  /** Whether so many more bytes stay within the document's limit. */
  hasRoomFor(bytes: number): boolean {
    if (this.bytes + bytes <= LIMITS.documentBytes) return true;
    this.encode();
    return this.bytes + bytes <= LIMITS.documentBytes;
  }

  /** As ProseMirror JSON. */
  toJson(): DocumentNode {
    // y-tiptap types its result as a bare record; it is the JSON of a `doc` node.
    return yXmlFragmentToProsemirrorJSON(this.doc.getXmlFragment(FRAGMENT)) as unknown as DocumentNode;
  }

  destroy(): void {
    this.ydoc.destroy();
  }
}
