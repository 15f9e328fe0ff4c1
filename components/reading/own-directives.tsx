"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { answerDirective } from "@/components/api/directives";
import { reply } from "@/components/api/threads";
import { DirectiveCard } from "@/components/directives/directive-card";
import cards from "@/components/directives/directive-card.module.css";
import { WordForm } from "@/components/directives/word-form";
import { FailureNotice } from "@/components/form/failure-notice";
import { useMessages } from "@/components/messages/messages-provider";
import { type Directive, isPending } from "@/core/directive";
import { type AppError, asAppError } from "@/core/errors";
import { type DirectiveId, newCommentId, type SpeechId } from "@/core/ids";
import type { KeptTexts } from "./kept-texts";
import classes from "./reading-page.module.css";

interface OwnDirectivesProps {
  readonly speechId: SpeechId;
  readonly directives: readonly Directive[];
  /** An answer is kept there until it is sent. */
  readonly texts: KeptTexts;
  /** Nobody may write in the text, in an archived one no comment either. */
  readonly closed: "final" | "archived" | null;
  readonly onAnswered: () => void;
  /** The text is as it was before it. */
  readonly onWithdrawn: (directive: Directive) => void;
}

/** What the reader wanted so far: taken back until it is carried out, answered when the writers ask back. */
export function OwnDirectives(props: OwnDirectivesProps) {
  const { speechId, directives, texts, closed, onAnswered, onWithdrawn } = props;
  const { reading: words } = useMessages();
  const [answering, setAnswering] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  if (directives.length === 0) return null;
  const isBegun = ({ id }: Directive) => answering === id || texts.get(answerName(id)) !== undefined;
  const send = async (work: () => Promise<unknown>, done: () => void) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
      setAnswering(null);
      done();
    } catch (error) {
      setFailure(asAppError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={classes.own} aria-label={words.mine}>
      <h2 className={classes.ownTitle}>{words.mine}</h2>
      <FailureNotice failure={failure} />
      <ul className={cards.list}>
        {directives.map((directive) => {
          const { id, state, thread, kind, decided } = directive;
          // A rewording is in the text, or out of it, once it is decided or the text is closed.
          const isTaken = decided?.outcome === "accepted";
          const mayWithdraw = kind === "rewording" ? closed === null && !isTaken : closed !== "archived";
          if (!isPending(state) || (isTaken && thread === null)) {
            return <DirectiveCard key={id} directive={directive} />;
          }
          return (
            <DirectiveCard key={id} directive={directive}>
              {isBegun(directive) && thread !== null ? (
                <WordForm
                  unsent={{ texts, name: answerName(id) }}
                  autoFocus={answering === id}
                  label={words.reply}
                  submitLabel={words.send}
                  size="md"
                  busy={busy}
                  onCancel={() => setAnswering(null)}
                  onSubmit={(body) => {
                    const comment = {
                      id: texts.idFor(answerName(id), body, newCommentId),
                      body,
                      mentions: [],
                    };
                    void send(
                      () => reply(speechId, thread.id, comment),
                      () => {
                        texts.set(answerName(id), "");
                        onAnswered();
                      },
                    );
                  }}
                />
              ) : (
                <div className={cards.actions}>
                  {thread !== null && (
                    <Button
                      size="md"
                      variant={state === "asked" ? "filled" : "default"}
                      onClick={() => setAnswering(id)}
                    >
                      {words.reply}
                    </Button>
                  )}
                  {mayWithdraw && (
                    <Button
                      size="md"
                      variant="subtle"
                      color="gray"
                      disabled={busy}
                      onClick={() =>
                        void send(
                          () => answerDirective(speechId, id, { state: "withdrawn" }),
                          () => onWithdrawn(directive),
                        )
                      }
                    >
                      {words.withdraw}
                    </Button>
                  )}
                </div>
              )}
            </DirectiveCard>
          );
        })}
      </ul>
    </section>
  );
}

const answerName = (directive: DirectiveId) => `answer-${directive}`;
