/**
 * 领导意见: what somebody who was asked to sign a speech wants of its writers. 改成 are other words for a
 * passage, which stand in the text as a suggestion; 批示 is a comment that must be answered, on a passage or, from an opinion
 * that was signed 修改后同意, on the whole text. Each is
 * open until it is carried out, and keeps the speech from being final so long.
 */
import type { DirectiveId, PersonId, SpeechId, ThreadId } from "./ids";
import type { DecisionOutcome } from "./review/decision";
import type { Comment, ThreadPerson } from "./review/thread";

/** 改成、批示. */
export const DIRECTIVE_KINDS = ["rewording", "instruction"] as const;
export type DirectiveKind = (typeof DIRECTIVE_KINDS)[number];

/** `asked`: 请示, the writers asked back and the leader hasn't answered. `done`: 已落实. */
export const DIRECTIVE_STATES = ["open", "asked", "done", "withdrawn"] as const;
export type DirectiveState = (typeof DIRECTIVE_STATES)[number];

/** In these somebody still has to do something about it. */
export const PENDING_STATES = ["open", "asked"] as const satisfies readonly DirectiveState[];

interface Said {
  readonly by: PersonId;
  readonly at: number;
  readonly editedAt: number | null;
  readonly deleted: boolean;
}

/**
 * Whether what was last said about an instruction is an answer: by somebody else than its author, and
 * since the author's last word or change of one. `askedAt`: when it was asked back, if its author hasn't answered yet; the
 * question is no answer. Times in epoch milliseconds.
 */
export function isAnswered(author: PersonId, askedAt: number | null, said: readonly Said[]): boolean {
  const words = said.filter(({ deleted }) => !deleted);
  const authors = words.filter(({ by }) => by === author).map(({ at, editedAt }) => editedAt ?? at);
  return words.some(
    ({ by, at }) => by !== author && at >= Math.max(0, ...authors) && (askedAt === null || at > askedAt),
  );
}

/** Whether somebody still has to do something about it. */
export const isPending = (state: DirectiveState): boolean =>
  PENDING_STATES.some((pending) => pending === state);

export interface Directive {
  readonly id: DirectiveId;
  readonly speechId: SpeechId;
  readonly kind: DirectiveKind;
  readonly author: ThreadPerson;
  /** Epoch milliseconds, the server's clock. */
  readonly createdAt: number;
  /** What it was made on, as it was read; empty for the whole text. */
  readonly quote: string;
  /** The words wanted instead, empty to strike the passage out; null for an instruction. */
  readonly wording: string | null;
  readonly state: DirectiveState;
  readonly settled: { readonly by: ThreadPerson; readonly at: number } | null;
  /**
   * What became of a rewording's suggestion among all others, whatever its card says: rejected there, its
   * words aren't in the text. Null while it stands, for who took it back, and for an instruction.
   */
  readonly decided: {
    readonly outcome: Exclude<DecisionOutcome, "reopened">;
    readonly by: ThreadPerson;
    /** Epoch milliseconds. */
    readonly at: number;
  } | null;
  /** The instruction and its answers, or what was asked back about a rewording; null without a word said. */
  readonly thread: { readonly id: ThreadId; readonly comments: readonly Comment[] } | null;
}
