/** Threads of comments on a speech, as every layer sees them; thread-requests.ts has what changes them. */
import type { DirectiveKind } from "../directive";
import type { CommentId, PersonId, ThreadId } from "../ids";

/** What one can answer with one touch. Closed, so that no text hides in it. */
export const REACTIONS = ["agree", "done", "question", "seen", "thanks"] as const;
export type Reaction = (typeof REACTIONS)[number];

export const REACTION_EMOJI: Readonly<Record<Reaction, string>> = {
  agree: "👍",
  done: "✅",
  question: "❓",
  seen: "👀",
  thanks: "🙏",
};

/** Somebody as they are shown in a thread, also after they left the speech. */
export interface ThreadPerson {
  readonly id: PersonId;
  readonly name: string;
  /** Named in an imported file, without an account here. */
  readonly outside?: true;
}

export interface Comment {
  readonly id: CommentId;
  readonly author: ThreadPerson;
  /** Empty once it was deleted; its place in the thread stays. */
  readonly body: string;
  readonly deleted: boolean;
  /** Epoch milliseconds, the server's clock. */
  readonly createdAt: number;
  readonly editedAt: number | null;
  /** Who brought it in with a file; missing for what was written here. */
  readonly importedBy?: ThreadPerson;
  /** Who is mentioned, in order of their names in the body. */
  readonly mentions: readonly PersonId[];
  readonly reactions: readonly { readonly reaction: Reaction; readonly people: readonly ThreadPerson[] }[];
}

/** One remark and what was answered. The first comment is the remark. */
export interface Thread {
  readonly id: ThreadId;
  /** The text it was made on, as it was then; null for the whole speech. */
  readonly quote: string | null;
  readonly createdAt: number;
  /** 批示 for an instruction of a leader's; what was asked back about a rewording; else null. */
  readonly directive: DirectiveKind | null;
  /** The suggestion that it is about; it stays when that is decided. Null for any other thread. */
  readonly suggestion: string | null;
  readonly resolved: { readonly by: ThreadPerson; readonly at: number } | null;
  readonly comments: readonly Comment[];
}
