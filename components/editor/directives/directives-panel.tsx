"use client";

import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import { answerDirective } from "@/components/api/directives";
import { DirectiveCard } from "@/components/directives/directive-card";
import cards from "@/components/directives/directive-card.module.css";
import { WordForm } from "@/components/directives/word-form";
import { FailureNotice } from "@/components/form/failure-notice";
import { useMessages } from "@/components/messages/messages-provider";
import type { Loaded } from "@/components/use-loaded";
import { can, roleOnText } from "@/core/access";
import { type Directive, isAnswered, isPending } from "@/core/directive";
import type { DirectiveAnswer } from "@/core/directive-requests";
import { type AppError, asAppError } from "@/core/errors";
import { newCommentId } from "@/core/ids";
import { useMayManage } from "../comments/use-may-manage";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";

/** 领导意见: a card for each directive, the open ones first, with 已落实 and 请示 for the writers. */
export default function DirectivesPanel({ directives }: { directives: Loaded<readonly Directive[]> }) {
  const { reading: words } = useMessages();
  const { value, failure } = directives;
  const open = value?.filter(({ state }) => isPending(state)) ?? [];
  const settled = value?.filter(({ state }) => !isPending(state)) ?? [];
  return (
    <section className={cards.panel} aria-label={words.directives}>
      <FailureNotice failure={failure} />
      {value?.length === 0 && <p className={cards.none}>{words.none}</p>}
      <ul className={cards.list}>
        {[...open, ...settled].map((directive) => (
          <WriterCard key={directive.id} directive={directive} onChanged={directives.reload} />
        ))}
      </ul>
    </section>
  );
}

function WriterCard({ directive, onChanged }: { directive: Directive; onChanged: () => void }) {
  const { reading: words, errors } = useMessages();
  const { connection, settings, threads } = useWorkspace();
  const role = useConnectionFact(connection, (state) => roleOnText(state.role, settings.speech));
  const [asking, setAsking] = useState<"done" | "asked" | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const { id, kind, state, thread } = directive;
  const mayAnswer = useMayManage();
  // Taking other words over is accepting them.
  const mayFinish = kind === "instruction" || can(role, "edit");
  const texts = threads.unsent;
  const nameOf = (answer: "done" | "asked") => `answer-${id}-${answer}`;
  const answers = mayFinish ? (["done", "asked"] as const) : (["asked"] as const);
  /** What is written is there again after another tab. */
  const begun = asking ?? answers.find((answer) => texts.get(nameOf(answer)) !== undefined) ?? null;
  if (!isPending(state) || !mayAnswer) return <DirectiveCard directive={directive} />;
  const send = async (answer: DirectiveAnswer) => {
    setBusy(true);
    setFailure(null);
    try {
      await answerDirective(settings.speech.id, id, answer);
      texts.set(nameOf(answer.state === "done" ? "done" : "asked"), "");
      setAsking(null);
    } catch (error) {
      const failed = asAppError(error);
      // It was rejected a moment ago: then a word to the leader is what it takes.
      if (failed.code === "unanswered") setAsking("done");
      setFailure(failed);
    } finally {
      setBusy(false);
      onChanged();
    }
  };
  const said = thread?.comments.map(({ author, createdAt, editedAt, deleted }) => ({
    by: author.id,
    at: createdAt,
    editedAt,
    deleted,
  }));
  const askedAt = state === "asked" ? (directive.settled?.at ?? null) : null;
  const answered = isAnswered(directive.author.id, askedAt, said ?? []);
  const { decided } = directive;
  const turnedDown = decided !== null && decided.outcome !== "accepted";
  // An instruction isn't done before somebody said how, and other words that aren't taken over neither; a
  // question is no answer.
  const needsWord = kind === "instruction" ? !answered : turnedDown;
  const finish = () => (needsWord ? setAsking("done") : void send({ state: "done", id: newCommentId() }));
  return (
    <DirectiveCard directive={directive}>
      {failure !== null && (
        <Alert color="vermilion" variant="light" role="alert" p="xs">
          {errors[failure.code]}
        </Alert>
      )}
      {begun !== null ? (
        <WordForm
          key={begun}
          label={begun === "done" ? words.answerLabel : words.askLabel}
          submitLabel={begun === "done" ? words.done : words.send}
          unsent={{ texts, name: nameOf(begun) }}
          autoFocus={asking !== null}
          busy={busy}
          onCancel={() => setAsking(null)}
          onSubmit={(body) =>
            void send({ state: begun, id: texts.idFor(nameOf(begun), body, newCommentId), body })
          }
        />
      ) : (
        <div className={cards.actions}>
          {mayFinish && (
            <Button size="xs" loading={busy} onClick={finish}>
              {words.done}
            </Button>
          )}
          <Button size="xs" variant="default" disabled={busy} onClick={() => setAsking("asked")}>
            {words.ask}
          </Button>
        </div>
      )}
    </DirectiveCard>
  );
}
