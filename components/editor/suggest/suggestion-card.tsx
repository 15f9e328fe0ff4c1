"use client";

import { useLocale, useMessages } from "@/components/messages/messages-provider";
import type { ListedSuggestion } from "@/core/review/list-suggestions";
import { commentTime } from "../comments/comment-time";
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
}

/** One suggestion: who proposes what, and what may be decided on it. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion, author, colour, active, mayDecide, mayWithdraw, onShow, onDecide } = props;
  const words = useMessages().editor.suggestions;
  const locale = useLocale();
  const { kind, insertedText, deletedText, at } = suggestion;
  return (
    <li className={classes.card} data-active={active || undefined} style={{ borderInlineStartColor: colour }}>
      <button type="button" className={classes.show} aria-current={active || undefined} onClick={onShow}>
        <span className={classes.who}>
          <strong>{author}</strong>
          <span className={classes.when}>{commentTime(at, Date.now(), locale)}</span>
        </span>
        <span className={classes.what}>
          <span className={classes.kind}>{words.kinds[kind]}</span>
          {deletedText !== "" && <del>{shortened(deletedText)}</del>}
          {insertedText !== "" && <ins>{shortened(insertedText)}</ins>}
        </span>
      </button>
      {(mayDecide || mayWithdraw) && (
        <span className={classes.actions}>
          {mayDecide && (
            <>
              <button type="button" className={classes.action} onClick={() => onDecide("accept")}>
                {words.accept}
              </button>
              <button type="button" className={classes.action} onClick={() => onDecide("reject")}>
                {words.reject}
              </button>
            </>
          )}
          {!mayDecide && mayWithdraw && (
            <button type="button" className={classes.action} onClick={() => onDecide("reject")}>
              {words.withdraw}
            </button>
          )}
        </span>
      )}
    </li>
  );
}

const SHOWN_CHARACTERS = 60;

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= SHOWN_CHARACTERS ? text : `${letters.slice(0, SHOWN_CHARACTERS).join("")}……`;
}
