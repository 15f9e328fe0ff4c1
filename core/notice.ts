/** 消息: what somebody is told of, each with the place that it leads to. */
import * as z from "zod";
import type { Role } from "./access";
import type { DirectiveState } from "./directive";
import {
  type CommentId,
  type NoticeId,
  noticeIdSchema,
  type SpeechId,
  type ThreadId,
  type VersionId,
} from "./ids";
import type { DecisionOutcome } from "./review/decision";
import type { ThreadPerson } from "./review/thread";
import type { SignOffAnswer } from "./sign-off";

/** How many of somebody's suggestions came to what. */
export type SuggestionOutcomes = { readonly [Outcome in DecisionOutcome]?: number };

/** What each kind holds beside who did it when, on which speech. Never text of a speech. */
export interface NoticeFacts {
  /** 提到您. */
  readonly mention: { readonly thread: ThreadId; readonly comment: CommentId };
  /** 回复了您. */
  readonly reply: { readonly thread: ThreadId; readonly comment: CommentId };
  /** 请您签批. */
  readonly review: { readonly dueOn: string | null };
  /** 分工: what the speech's new draft needs of the reader. */
  readonly task: { readonly version: VersionId; readonly position: number; readonly dueOn: string | null };
  /**
   * 签批失效: so many characters changed since. `own`: the reader's, who is asked again or waits for others
   * to sign first; `others`: that of the actor, and of how many together.
   */
  readonly broken:
    | { readonly of: "own"; readonly characters: number; readonly asksAgain: boolean }
    | { readonly of: "others"; readonly characters: number; readonly signatures: number };
  /** 有了结果: of a sign-off that one asked for, of a directive or a suggestion that one made. */
  readonly decision:
    | { readonly on: "sign-off"; readonly answer: SignOffAnswer }
    | { readonly on: "directive"; readonly state: DirectiveState }
    | { readonly on: "suggestion"; readonly outcomes: SuggestionOutcomes };
  /** Another role on a speech; null for none any more, and then the title as it was. */
  readonly access: { readonly role: Role | null; readonly title: string };
  /** 领导有意见. */
  readonly directive: Record<string, never>;
}
export type NoticeKind = keyof NoticeFacts;

export type NoticeOf<Kind extends NoticeKind> = {
  readonly id: NoticeId;
  readonly kind: Kind;
  readonly facts: NoticeFacts[Kind];
  readonly actor: ThreadPerson;
  /** Null when the reader isn't on it any more. */
  readonly speech: { readonly id: SpeechId; readonly title: string } | null;
  /** What was said in a comment that stands, or is the task, while the reader may see it. */
  readonly excerpt: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly read: boolean;
};
export type Notice = { readonly [Kind in NoticeKind]: NoticeOf<Kind> }[NoticeKind];

export interface Inbox {
  /** Newest first. */
  readonly notices: readonly Notice[];
  readonly unread: number;
}

/** Those that were read, all of them without ids; none told after `until`, epoch milliseconds. */
export const noticesReadSchema = z.object({
  ids: z.array(noticeIdSchema).max(200).optional(),
  until: z.int().nonnegative().optional(),
});
export type NoticesRead = z.infer<typeof noticesReadSchema>;

/** The leader's own points and the answer on the page for reading, where its address ends so. */
export const BEHIND_TEXT = "answer";

/** Where a notice leads; null when there is nothing to see for its reader any more. */
export function noticePath({ kind, facts, speech }: Notice): string | null {
  if (speech === null) return null;
  const path = `/speeches/${speech.id}`;
  if (kind === "mention" || kind === "reply") return `${path}?thread=${facts.thread}`;
  if (kind === "broken") return facts.of === "own" ? `${path}/read` : path;
  if (kind === "review") return `${path}/read`;
  if (kind === "decision" && facts.on === "directive") return `${path}/read#${BEHIND_TEXT}`;
  if (kind === "decision" && facts.on === "suggestion") return `${path}?panel=suggestions`;
  return kind === "directive" ? `${path}?panel=directives` : path;
}

/** E-mail about notices: a person's own address and switch. */
export const mailSettingsSchema = z
  .object({ address: z.union([z.literal(""), z.email().max(200)]), enabled: z.boolean() })
  .refine(({ address, enabled }) => !enabled || address !== "", { path: ["address"] });
export type MailSettings = z.infer<typeof mailSettingsSchema>;
