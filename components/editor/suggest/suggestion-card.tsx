"use client";

import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { serverNow } from "@/components/server-clock";
import type { ListedSuggestion } from "@/core/review/list-suggestions";
import { commentTime } from "../comments/comment-time";
import { ChangeText } from "./change-text";
import classes from "./suggestions.module.css";

interface SuggestionCardProps {
  readonly suggestion: ListedSuggestion;
  readonly author: string;
  readonly colour: string;
  readonly active: boolean;
  readonly mayDecide: boolean;
  /** Takes the own one back. */
  readonly mayWithdraw: boolean;
  readonly onShow: () => void;
  readonly onDecide: (decision: "accept" | "reject") => void;
  /** How many open threads it has; null when the reader may not comment. */
  readonly comments: number | null;
  /** Shows its threads, or begins one. */
  readonly onComment: () => void;
  /** Decides on it with a reason. */
  readonly onExplain: () => void;
}

/** One suggestion: who proposes what, and what may be decided on it. */
export function SuggestionCard(props: SuggestionCardProps) {
  const {
    suggestion,
    author,
    colour,
    active,
    mayDecide,
    mayWithdraw,
    onShow,
    onDecide,
    onExplain,
    comments,
    onComment,
  } = props;
  const words = useMessages().editor.suggestions;
  const locale = useLocale();
  return (
    <li
      className={classes.card}
      data-suggestion-card={suggestion.id}
      data-active={active || undefined}
      style={{ borderInlineStartColor: colour }}
    >
      <button type="button" className={classes.show} aria-current={active || undefined} onClick={onShow}>
        <span className={classes.who}>
          <strong>{author}</strong>
          <span className={classes.when}>{commentTime(suggestion.at, serverNow(), locale)}</span>
        </span>
        <ChangeText change={suggestion} />
      </button>
      {(mayDecide || mayWithdraw || comments !== null) && (
        <span className={classes.actions}>
          {mayDecide && (
            <>
              <button type="button" className={classes.action} onClick={() => onDecide("accept")}>
                {words.accept}
              </button>
              <button type="button" className={classes.action} onClick={() => onDecide("reject")}>
                {words.reject}
              </button>
              <button type="button" className={classes.action} onClick={onExplain}>
                {words.withReason}
              </button>
            </>
          )}
          {!mayDecide && mayWithdraw && (
            <button type="button" className={classes.action} onClick={() => onDecide("reject")}>
              {words.withdraw}
            </button>
          )}
          {comments !== null && (
            <button type="button" className={classes.action} onClick={onComment}>
              {words.comments(comments)}
            </button>
          )}
        </span>
      )}
    </li>
  );
}
