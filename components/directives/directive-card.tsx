import type { ReactNode } from "react";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { serverNow } from "@/components/server-clock";
import { type Directive, isPending } from "@/core/directive";
import { commentTime } from "../editor/comments/comment-time";
import classes from "./directive-card.module.css";

interface DirectiveCardProps {
  readonly directive: Directive;
  /** What the reader may do with it. */
  readonly children?: ReactNode;
}

/** One of the leader's directives: 原文 → 领导改为, or the instruction, and what was said about it since. */
export function DirectiveCard({ directive, children }: DirectiveCardProps) {
  const { editor, reading: words } = useMessages();
  const locale = useLocale();
  const { kind, author, createdAt, quote, wording, state, settled, decided, thread } = directive;
  const time = (at: number) => commentTime(at, serverNow(), locale);
  const [first, ...rest] = thread?.comments ?? [];
  const said = kind === "instruction" ? rest : (thread?.comments ?? []);
  return (
    <li className={classes.card} data-state={state} data-directive={directive.id}>
      <p className={classes.head}>
        <strong>{author.name}</strong>
        <span className={classes.time}>{time(createdAt)}</span>
        <span className={classes.state} data-state={state}>
          {words.states[state]}
        </span>
      </p>
      <dl className={classes.what}>
        <dt>{words.original}</dt>
        <dd className={classes.quote}>{quote || editor.comments.wholeSpeech}</dd>
        <dt>{kind === "rewording" ? words.becomes : words.kinds.instruction}</dt>
        <dd className={classes.wanted}>{kind === "rewording" ? wording || words.struck : first?.body}</dd>
      </dl>
      {said.length > 0 && (
        <ul className={classes.said}>
          {said
            .filter(({ deleted }) => !deleted)
            .map((comment) => (
              <li key={comment.id}>
                <strong>{comment.author.name}</strong> {comment.body}
              </li>
            ))}
        </ul>
      )}
      {decided !== null && (isPending(state) || decided.outcome !== "accepted") && (
        <p className={classes.time} data-outcome={decided.outcome}>
          {words.decided[decided.outcome](decided.by.name, time(decided.at))}
        </p>
      )}
      {state === "done" && settled !== null && (
        <p className={classes.time}>
          {words.done} · {words.settledBy(settled.by.name, time(settled.at))}
        </p>
      )}
      {children}
    </li>
  );
}
