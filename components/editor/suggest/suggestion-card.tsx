"use client";

import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { readBlockForm } from "@/core/document/suggestion";
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
  const { suggestions: words, blocks } = useMessages().editor;
  const locale = useLocale();
  const { kind, insertedText, deletedText, form, looks, at } = suggestion;
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
          {form !== null && words.becomes(blocks[blockKey(form)])}
          {looks.map((look) => lookLabel(look, words.looks)).join("、")}
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

function lookLabel(look: string, labels: ReturnType<typeof useMessages>["editor"]["suggestions"]["looks"]) {
  const [name = "", reading] = look.split(":");
  const label = labels[name as keyof typeof labels]; // the schema lets no other looks in
  return reading === undefined ? label : `${label} ${reading}`;
}

const SHOWN_CHARACTERS = 60;

/** A break between paragraphs shows as its sign: by itself it would be nothing to see. */
function shortened(text: string): string {
  const letters = [...text.replaceAll("\n", "¶")];
  return letters.length <= SHOWN_CHARACTERS
    ? letters.join("")
    : `${letters.slice(0, SHOWN_CHARACTERS).join("")}……`;
}

/** `heading:2:run-in` is named as the toolbar names it. */
function blockKey(form: string): keyof ReturnType<typeof useMessages>["editor"]["blocks"] {
  const { type, attrs } = readBlockForm(form);
  const name = type === "heading" ? `heading${attrs.level}` : type;
  // isBlockForm let no other kinds in.
  return name as keyof ReturnType<typeof useMessages>["editor"]["blocks"];
}
