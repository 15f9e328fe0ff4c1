/** The speech's threads in this page: read from the server, and again whenever it says that they changed. */
import * as api from "@/components/api/threads";
import type { SpeechConnection } from "@/components/sync/connection";
import { type AppError, asAppError } from "@/core/errors";
import type { CommentId, SpeechId, ThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { Thread } from "@/core/review/thread";
import type { CommentChange } from "@/core/review/thread-requests";
import {
  arrivedDrafts,
  beginDraft,
  carryTexts,
  type DraftPlace,
  endDraft,
  keepDrafts,
  keptDrafts,
  markSending,
  type ThreadDraft,
} from "./thread-drafts";
import type { UnsentTexts } from "./unsent-texts";

/** A value; a new one whenever something in it changed. */
export interface ThreadState {
  readonly threads: readonly Thread[];
  /** Null until the first answer; false when the last attempt failed. */
  readonly loaded: boolean | null;
  readonly active: ThreadId | null;
  /** The active one was asked for by the page's address, and hasn't been brought into sight yet. */
  readonly sought: boolean;
  readonly drafts: readonly ThreadDraft[];
  /** Those in which an answer is on its way to the server. */
  readonly replying: readonly ThreadId[];
  /** What went wrong last, or what to do first; shown until the next action. */
  readonly notice: AppError | string | null;
}

/** Of the form for an answer. The thread's id alone names what its own author wrote in the draft of it. */
export const replyName = (threadId: ThreadId) => `reply-${threadId}`;

export class ThreadStore {
  #state: ThreadState;
  readonly #listeners = new Set<() => void>();
  #reading: Promise<void> | null = null;
  #again = false;

  constructor(
    private readonly speechId: SpeechId,
    private readonly connection: SpeechConnection,
    /** What is being written here; where it is kept, it outlives the page. */
    readonly unsent: UnsentTexts,
  ) {
    const drafts = keptDrafts(unsent);
    const nothing = { threads: [], loaded: null, active: null, sought: false, replying: [], notice: null };
    this.#state = { ...nothing, drafts };
  }

  get = (): ThreadState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the threads, and again with every change; returns the way to stop. */
  start(): () => void {
    void this.refresh();
    return this.connection.onThreadsChanged(() => void this.refresh());
  }

  /** Changes that come while an answer is on its way are read with one more question. */
  refresh(): Promise<void> {
    this.#again = this.#reading !== null;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
      if (this.#again) void this.refresh();
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    try {
      const threads = await api.listThreads(this.speechId);
      this.#set({ threads, loaded: true });
      for (const draft of arrivedDrafts(this.#state.drafts, threads, this.unsent)) this.#arrived(draft);
    } catch {
      // What was read before stays; the panel says that it may be old and offers to try again.
      this.#set({ loaded: false });
    }
  }

  /** Shows the server's answer to a change at once. */
  take(thread: Thread): void {
    const known = this.#state.threads.some(({ id }) => id === thread.id);
    const threads = known
      ? this.#state.threads.map((each) => (each.id === thread.id ? thread : each))
      : [...this.#state.threads, thread];
    this.#set({ threads, notice: null });
  }

  drop(threadId: ThreadId): void {
    this.#set({ threads: this.#state.threads.filter(({ id }) => id !== threadId), active: null });
  }

  activate(active: ThreadId | null): void {
    if (active !== this.#state.active) this.#set({ active, sought: false });
  }

  /** Activates one that is to be brought into sight once it and its text are there. */
  seek(active: ThreadId): void {
    this.#set({ active, sought: true });
  }

  found(): void {
    this.#set({ sought: false });
  }

  beginDraft(at: DraftPlace): void {
    const drafts = beginDraft(this.#state.drafts, at);
    carryTexts(this.unsent, this.#state.drafts, drafts);
    this.#set({ drafts, active: null });
  }

  sendDraft(id: ThreadId, sending: boolean): void {
    this.#set({ drafts: markSending(this.#state.drafts, id, sending) });
  }

  endDraft(id: ThreadId): void {
    this.unsent.set(id, "");
    this.#set({ drafts: endDraft(this.#state.drafts, id) });
  }

  /** The server's answer to a draft: shown at once, and in its place. */
  takeDraft(thread: Thread): void {
    this.take(thread);
    const draft = this.#state.drafts.find(({ id }) => id === thread.id);
    // Heard of before the answer, it has ended, and its author may be elsewhere by now.
    if (draft !== undefined) this.#arrived(draft);
  }

  #arrived({ id, sending }: ThreadDraft): void {
    this.endDraft(id);
    if (sending && this.#state.drafts.length === 0) this.activate(id);
  }

  /** Sends what is written under `replyName`, whatever becomes of its form. Rejects with AppError; then it stays. */
  async reply(id: ThreadId, comment: CommentChange): Promise<void> {
    const name = replyName(id);
    const commentId = this.unsent.idFor(name, comment.body, () => newId() as CommentId);
    this.#set({ replying: [...this.#state.replying, id] });
    try {
      this.take(await api.reply(this.speechId, id, { id: commentId, ...comment }));
      // Before a form that came meanwhile reads it.
      this.unsent.set(name, "");
    } finally {
      this.#set({ replying: this.#state.replying.filter((each) => each !== id) });
    }
  }

  tell(notice: string): void {
    this.#set({ notice });
  }

  /** For a change that the server refused or never answered: nothing is shown that isn't stored. */
  failed = (error: unknown): void => {
    this.#set({ notice: asAppError(error) });
  };

  #set(change: Partial<ThreadState>): void {
    if (change.drafts !== undefined) keepDrafts(this.unsent, this.#state.drafts, change.drafts);
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
