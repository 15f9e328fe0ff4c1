/**
 * Changes that the server itself makes in a text, in a person's name: the mark of a thread, for
 * example. They take the same way as anybody's update, so that they're judged, stored before they
 * are seen, and merged with what others type meanwhile.
 */
import * as Y from "yjs";
import type { Carried } from "@/core/authors/carried-letters";
import { createSharedDocument } from "@/core/document/shared-document";
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import type { Author } from "./ports";

export interface EditOptions<Result> {
  /** See LogEntry. */
  readonly marksOnly?: boolean;
  /** Of what the change did, see Author. */
  readonly carries?: (result: Result) => readonly Carried[];
  readonly restores?: (result: Result) => readonly Carried[];
  /**
   * The update to store instead of all that the change did to the text, for one that was made on an earlier state of
   * it: what goes with a line that it takes out, and wasn't there yet, is known by not being named in it.
   */
  readonly stores?: (result: Result) => Uint8Array | null;
  /** A closed text refuses it before it is made: it notes elsewhere what it does, which must be done then. */
  readonly onlyIfOpen?: boolean;
}

/** What a change did to a text: the update to store, null when it did nothing, and its own result. */
interface DraftedEdit<Result> {
  readonly update: Uint8Array | null;
  readonly result: Result;
}

/**
 * Makes a change on a copy under a client id of its own, unless `change` sets another; the live document takes in
 * stored updates only. `encoded` is the whole text.
 */
export function draftEdit<Result>(encoded: Uint8Array, change: (doc: Y.Doc) => Result): DraftedEdit<Result> {
  const draft = createSharedDocument();
  try {
    Y.applyUpdate(draft, encoded);
    let update: Uint8Array | null = null;
    draft.on("update", (bytes: Uint8Array) => {
      update = bytes;
    });
    const result = draft.transact(() => change(draft));
    return { update, result };
  } finally {
    draft.destroy();
  }
}

/** The author of one such change; `stored` settles with its fate. */
class ServerAuthor implements Author {
  readonly stored: Promise<void>;
  saved: () => void = () => undefined;
  fail: (error: unknown) => void = () => undefined;

  constructor(
    readonly participant: { readonly personId: PersonId },
    readonly marksOnly: boolean,
    readonly carries: readonly Carried[] | undefined,
    readonly restores: readonly Carried[] | undefined,
  ) {
    this.stored = new Promise((resolve, reject) => {
      this.saved = resolve;
      this.fail = reject;
    });
  }
}

/**
 * The server's changes of one room, one after the other: each is made on the text with the one before it. Made at
 * once two would write the same words twice, or into a passage that isn't there any more.
 */
export class ServerEdits {
  private readonly authors = new Set<ServerAuthor>();
  private isOver = false;
  /** Settles, and never rejects, with the last one asked for. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly encode: () => Uint8Array,
    private readonly submit: (author: Author, update: Uint8Array) => void,
    /** Whether the text takes marks only: a word would be refused by the log, and the room broken by that. */
    readonly isClosed: () => Promise<boolean>,
  ) {}

  /** Resolves with what `change` returned once it is durable; throws AppError when it won't be. */
  make<Result>(
    personId: PersonId,
    change: (doc: Y.Doc) => Result,
    options: EditOptions<Result> = {},
  ): Promise<Result> {
    const made = this.last.then(() => this.makeNow(personId, change, options));
    this.last = made.catch(() => undefined);
    return made;
  }

  /** Resolves when none waits for its turn or for the disk. */
  async done(): Promise<void> {
    for (let last: unknown = null; last !== this.last; await this.last) last = this.last;
  }

  private async makeNow<Result>(
    personId: PersonId,
    change: (doc: Y.Doc) => Result,
    { marksOnly = false, carries, restores, stores, onlyIfOpen = false }: EditOptions<Result>,
  ): Promise<Result> {
    const isClosed = !marksOnly && (await this.isClosed());
    if (this.isOver) throw roomGone();
    if (isClosed && onlyIfOpen) throw textClosed();
    const { update, result } = draftEdit(this.encode(), change);
    if (update === null) return result;
    if (isClosed) throw textClosed();
    const author = new ServerAuthor({ personId }, marksOnly, carries?.(result), restores?.(result));
    this.submit(author, stores?.(result) ?? update);
    this.authors.add(author);
    await author.stored.finally(() => this.authors.delete(author));
    return result;
  }

  /** The room is broken, or closed: what isn't durable now is given up, and nothing more is made. */
  giveUp(): void {
    this.isOver = true;
    for (const author of this.authors) author.fail(roomGone());
  }
}

const textClosed = () => new AppError("forbidden", "the text is closed");
const roomGone = () => new AppError("conflict", "the room was reloaded");
