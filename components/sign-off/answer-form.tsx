"use client";

import { Alert, Button, Radio, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { sign } from "@/components/api/sign-offs";
import { FailureWords } from "@/components/form/failure-notice";
import { useMessages } from "@/components/messages/messages-provider";
import { keepFocus } from "@/components/shell/keep-focus";
import { useNotice } from "@/components/shell/use-notice";
import { type AppError, asAppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { type AskedPerson, SIGN_OFF_ANSWERS, type SignOffAnswer, type SignOffRequest } from "@/core/sign-off";
import type { UnsentTexts } from "../editor/comments/unsent-texts";
import { BrokenSignature } from "./broken-signature";
import { GivenAnswer } from "./given-answer";
import classes from "./sign.module.css";
import { SignBy } from "./sign-by";
import { OPINION, unsentOpinion } from "./unsent-opinion";

interface AnswerFormProps {
  readonly speechId: SpeechId;
  /** Why nobody answers any more. */
  readonly closed: "archived" | "final" | null;
  /** Of the text above. */
  readonly textHash: string;
  readonly request: SignOffRequest | null;
  /** What is known of the reader; undefined when nobody asked them. */
  readonly mine: AskedPerson | undefined;
  /** The opinion is kept there until it is sent. */
  readonly texts: UnsentTexts;
  readonly onDone: () => void;
}

/** 同意, 修改后同意 or 退回, with an opinion; or why there is nothing to answer. */
export function AnswerForm(props: AnswerFormProps) {
  const { speechId, closed, textHash, request, mine, texts, onDone } = props;
  const { signOffs: words } = useMessages();
  const notice = useNotice();
  const [answer, setAnswer] = useState<SignOffAnswer | null>(null);
  const [opinion, setOpinion] = useState(() => unsentOpinion(texts, mine?.signOff ?? null));
  const write = (next: string) => {
    setOpinion(next);
    texts.set(OPINION, next);
  };
  /** What was sent isn't sent again with another answer; what was written since stays. */
  const forget = (sent: string) => {
    setAnswer(null);
    setOpinion((now) => (now === sent ? "" : now));
    if (texts.get(OPINION) === sent) texts.set(OPINION, "");
  };
  // What was being written in place of an answer is in sight again after a reload.
  const [changing, setChanging] = useState(opinion !== "");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  // What was chosen for another text doesn't count for this one; what was written may well.
  const [chosenFor, setChosenFor] = useState(textHash);
  if (chosenFor !== textHash) {
    setChosenFor(textHash);
    setAnswer(null);
    setFailure(null);
  }
  if (request === null || mine === undefined) return <p className={classes.state}>{words.notAsked}</p>;
  if (request.ended !== null) return <p className={classes.state}>{words.ended[request.ended]}</p>;
  if (closed !== null) {
    return (
      <p className={classes.state}>
        {mine.signOff !== null && `${words.yours(words.answers[mine.signOff.answer])}${words.stop}`}
        {words.closed[closed]}
      </p>
    );
  }
  if (mine.state === "waiting") {
    const before = request.asked.slice(0, request.asked.indexOf(mine));
    const isAgain = before.some(({ changedCharacters }) => changedCharacters !== null);
    const until = isAgain ? words.waitingAgain : words.waiting;
    if (mine.changedCharacters === null) return <p className={classes.state}>{until}</p>;
    return (
      <div className={classes.waiting}>
        <BrokenSignature speechId={speechId} mine={mine} consequence={until} />
      </div>
    );
  }
  const given = mine.state === "signed" ? mine.signOff : null;
  const withChanges = answer === "agreed-with-changes";
  const needsOpinion = answer === "returned" && opinion.trim() === "";
  // The server knows whether something else of the signer's stands.
  const saysNothing = failure?.fields?.opinion !== undefined;
  const lacksChanges = saysNothing && withChanges && opinion.trim() === "";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (answer === null || needsOpinion) return;
    setBusy(true);
    setFailure(null);
    try {
      await sign(speechId, { answer, opinion, textHash });
      forget(opinion);
      setChanging(false);
      notice.tell(words.done(words.answers[answer]));
      onDone();
    } catch (error) {
      setFailure(asAppError(error));
    } finally {
      setBusy(false);
    }
  };
  const form = (
    <form className={classes.answer} onSubmit={submit} aria-label={words.page}>
      {given !== null && (
        <p className={classes.signed} role="status">
          {words.yours(words.answers[given.answer])}
        </p>
      )}
      <BrokenSignature speechId={speechId} mine={mine} consequence={words.asksYouAgain} />
      <div className={classes.asking}>
        {mine.state !== "signed" && (
          <p>
            {words.asksYou(request.askedBy.name)} {request.dueOn !== null && <SignBy dueOn={request.dueOn} />}
          </p>
        )}
        {request.note !== "" && <p>{request.note}</p>}
      </div>
      <Radio.Group
        aria-label={words.page}
        value={answer}
        onChange={(value) => setAnswer(SIGN_OFF_ANSWERS.find((known) => known === value) ?? null)}
      >
        <div className={classes.choices}>
          {SIGN_OFF_ANSWERS.map((each) => (
            <Radio.Card key={each} value={each} className={classes.choice} data-answer={each}>
              {words.answers[each]}
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={words.opinion}
        size="md"
        placeholder={words.opinionPlaceholder}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LIMITS.opinionCharacters}
        value={opinion}
        onChange={(event) => write(event.currentTarget.value)}
        description={withChanges ? words.opinionAnswered : undefined}
        error={needsOpinion ? words.opinionRequired : lacksChanges ? words.changesRequired : undefined}
      />
      {failure !== null && !saysNothing && (
        <Alert color="vermilion" variant="light" role="alert" p="xs">
          <div className={classes.failure}>
            <span>
              <FailureWords failure={failure} />
            </span>
            {failure.code === "text-changed" && (
              <Button size="sm" variant="default" onClick={onDone}>
                {words.readNew}
              </Button>
            )}
          </div>
        </Alert>
      )}
      <div className={classes.buttons}>
        <Button type="submit" size="lg" loading={busy} disabled={answer === null || needsOpinion}>
          {answer === null ? words.page : words.submit(words.answers[answer])}
        </Button>
        {given !== null && (
          <Button
            size="lg"
            variant="default"
            disabled={busy}
            onClick={() => {
              forget(opinion);
              setFailure(null);
              setChanging(false);
            }}
          >
            {words.keepAnswer}
          </Button>
        )}
      </div>
    </form>
  );
  return (
    <div ref={keepFocus}>
      {given === null || changing ? (
        form
      ) : (
        <GivenAnswer signOff={given} stage={request.stage} onChange={() => setChanging(true)} />
      )}
    </div>
  );
}
