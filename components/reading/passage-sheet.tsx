"use client";

import { Alert, Button, CloseButton, Textarea } from "@mantine/core";
import { type FormEvent, type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { createDirective } from "@/components/api/directives";
import { FailureWords } from "@/components/form/failure-notice";
import { isInputMethodKey } from "@/components/form/is-input-method-key";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import { useIsHere } from "@/components/use-is-here";
import type { DirectiveKind } from "@/core/directive";
import { type AppError, asAppError } from "@/core/errors";
import type { DirectiveId, SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Messages } from "@/core/messages/messages";
import { findPlace, quoteOf, type ReadingPlace } from "@/core/review/reading-place";
import { tidyWording } from "@/core/review/wording";
import { likenessOf } from "./draft-names";
import type { KeptTexts } from "./kept-texts";
import { trimmedPlace } from "./passage";
import classes from "./passage-sheet.module.css";
import { type Sent, usePassageDraft } from "./use-passage-draft";
import { useSheetSide } from "./use-sheet-side";

interface PassageSheetProps {
  readonly speechId: SpeechId;
  readonly place: ReadingPlace;
  /** The texts of all blocks that are read, the place's among them. */
  readonly read: readonly string[];
  readonly mayReword: boolean;
  /** The ids of what the reader has asked for already. */
  readonly made: readonly string[];
  /** Why nothing is taken any more; null while it is. */
  readonly closed: string | null;
  /** What is written and not sent yet is kept there. */
  readonly texts: KeptTexts;
  /** By this sheet and those that were here before. */
  readonly sent: Sent;
  readonly sheet: RefObject<HTMLFormElement | null>;
  /** Where the passage was tapped; who goes through the text by keys goes on. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly onSent: (id: DirectiveId, state: Sent[string]) => void;
  /** It is on the server; `own` is how the block reads now, for a rewording. */
  readonly onMade: (own: string | undefined) => void;
  /** What was read isn't there any more. */
  readonly onStale: () => void;
}

/** From below, or from above where the passage is low, for the chosen passage: 改成 other words, or 批示. */
export function PassageSheet(props: PassageSheetProps) {
  const { speechId, place, read, mayReword, made, closed, texts, sent, sheet, takesFocus } = props;
  const { onClose, onSent, onMade, onStale } = props;
  const { reading: words } = useMessages();
  const notice = useNotice();
  const trimmed = trimmedPlace(place);
  const quote = quoteOf(trimmed);
  const [likeness] = useState(() => likenessOf(read, trimmed));
  const isGone = useMemo(() => findPlace(read, place) === null, [read, place]);
  const [focuses, setFocuses] = useState(takesFocus);
  const draft = usePassageDraft({ texts, read, quote, likeness, isGone, mayReword, made, sent });
  const { kind, text } = draft;
  const sending = draft.state === "on its way";
  const isMade = draft.state === "made";
  const tooLong = whyTooLong(trimmed, words);
  const [failure, setFailure] = useState<AppError | null>(null);
  const isHere = useIsHere();
  const side = useSheetSide(sheet);
  const wording = tidyWording(quote, text);
  const isSame = kind === "rewording" && wording === quote;
  const isEmpty = kind === "instruction" && text.trim() === "";
  const begin = (chosen: DirectiveKind) => {
    setFocuses(true);
    draft.choose(chosen);
  };
  // Whichever sheet sent it: closed before it is painted anew, or it could be sent from here once more.
  useLayoutEffect(() => {
    if (isMade) onClose();
  }, [isMade, onClose]);
  const giveUp = () => {
    // Until the answer nobody knows whether there is anything to give up.
    if (!sending) draft.giveUp();
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (kind === null || isSame || isEmpty || closed !== null || sending) return;
    const id = draft.idFor(kind);
    onSent(id, "on its way");
    setFailure(null);
    try {
      const common = { id, place: { ...trimmed, alike: likeness.of } };
      await createDirective(
        speechId,
        kind === "rewording" ? { ...common, kind, wording } : { ...common, kind, body: text },
      );
      draft.sent(id);
      onSent(id, "made");
      notice.tell(kind === "rewording" ? words.reworded : words.instructed);
      onMade(kind === "rewording" ? reworded(trimmed, wording) : undefined);
    } catch (error) {
      onSent(id, "failed");
      const failed = asAppError(error);
      if (failed.code === "text-changed") draft.goAlong();
      if (isHere()) setFailure(failed);
      else if (failed.code === "text-changed") notice.tellFailure(words.passageChanged);
      else notice.fail(failed);
    }
  };
  return (
    <form
      ref={sheet}
      className={classes.sheet}
      data-side={side}
      aria-label={words.remark}
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && !isInputMethodKey(event.nativeEvent) && onClose()}
    >
      <div className={classes.head}>
        <blockquote className={classes.quote}>{quote}</blockquote>
        <CloseButton size={44} aria-label={words.close} onClick={giveUp} />
      </div>
      {tooLong !== null ? (
        <p className={classes.tooLong}>{tooLong}</p>
      ) : kind === null ? (
        <div className={classes.kinds} data-kinds>
          <Button size="lg" variant="default" onClick={() => begin("rewording")}>
            {words.reword}
          </Button>
          <Button size="lg" variant="default" onClick={() => begin("instruction")}>
            {words.instruct}
          </Button>
        </div>
      ) : (
        <>
          <Textarea
            label={kind === "rewording" ? words.wording : words.instruction}
            description={
              draft.about !== null
                ? words.writtenAbout(draft.about)
                : kind === "rewording"
                  ? words.wordingHint
                  : undefined
            }
            size="lg"
            autosize
            minRows={2}
            maxRows={6}
            data-autofocus
            autoFocus={focuses}
            maxLength={kind === "rewording" ? LIMITS.quoteCharacters : LIMITS.commentCharacters}
            value={text}
            // What is typed while the answer is awaited would go with it.
            readOnly={sending}
            onChange={(event) => draft.write(event.currentTarget.value)}
          />
          {closed !== null && (
            <Alert color="vermilion" variant="light" role="alert" p="xs">
              {closed}
              {words.wordsStay}
            </Alert>
          )}
          {failure !== null && closed === null && (
            <Alert color="vermilion" variant="light" role="alert" p="xs">
              <div className={classes.failure}>
                <span>
                  {failure.code === "text-changed" ? (
                    words.passageChanged
                  ) : (
                    <FailureWords failure={failure} />
                  )}
                </span>
                {failure.code === "text-changed" && (
                  <Button size="sm" variant="default" onClick={onStale}>
                    {words.showNew}
                  </Button>
                )}
              </div>
            </Alert>
          )}
          <div className={classes.kinds}>
            {mayReword && (
              <Button size="lg" variant="default" disabled={sending} onClick={() => draft.choose(null)}>
                {words.back}
              </Button>
            )}
            <Button size="lg" type="submit" loading={sending} disabled={isSame || isEmpty || closed !== null}>
              {kind === "rewording" ? words.submitRewording : words.submitInstruction}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

/** More than a request takes is said before anything is written about it; null where it isn't. */
function whyTooLong({ text, from, to }: ReadingPlace, words: Messages["reading"]): string | null {
  if (text.length > LIMITS.readBlockCharacters) return words.blockTooLong(LIMITS.readBlockCharacters);
  return to - from > LIMITS.quoteCharacters ? words.passageTooLong(LIMITS.quoteCharacters) : null;
}

/** How the block reads with the other words in it. */
function reworded({ text, from, to }: ReadingPlace, wording: string): string {
  return text.slice(0, from) + wording + text.slice(to);
}
