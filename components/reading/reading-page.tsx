"use client";

import { Button } from "@mantine/core";
import { useCallback, useMemo, useRef, useState } from "react";
import { useAskingPerson } from "@/components/account/use-asking-person";
import { useKeptSession } from "@/components/account/use-kept-session";
import { saveReadingSettings } from "@/components/api/directives";
import { FailureNotice } from "@/components/form/failure-notice";
import { useMessages } from "@/components/messages/messages-provider";
import { BackLink } from "@/components/shell/back-link";
import { TextSkeleton } from "@/components/shell/text-skeleton";
import { AnswerForm } from "@/components/sign-off/answer-form";
import { can, roleOnText } from "@/core/access";
import { type Directive, isPending } from "@/core/directive";
import type { DocumentNode } from "@/core/document/schema";
import { withoutReadingAids } from "@/core/document/without-reading-aids";
import type { Person } from "@/core/person";
import type { ReadingSettings } from "@/core/reading";
import { amongEqual, findPlace, type ReadingPlace } from "@/core/review/reading-place";
import { isWanted } from "@/core/sign-off";
import type { SpeechSummary } from "@/core/speech";
import { textBlocks } from "@/core/text/text-blocks";
import { ChangeNotice } from "./change-notice";
import { likenessOf } from "./draft-names";
import { KeptTexts } from "./kept-texts";
import { OwnDirectives } from "./own-directives";
import { PageStops, PageTurner } from "./page-turner";
import { trimmedPlace } from "./passage";
import { PassageSheet } from "./passage-sheet";
import classes from "./reading-page.module.css";
import { ReadingSettingsMenu } from "./reading-settings-menu";
import { ReadingText } from "./reading-text";
import { useBehindText } from "./use-behind-text";
import { useKeptPlace } from "./use-kept-place";
import { usePages } from "./use-pages";
import type { Sent } from "./use-passage-draft";
import { useReading } from "./use-reading";
import { useSelectedPassage } from "./use-selected-passage";
import { useSheetFocus } from "./use-sheet-focus";

interface ReadingPageProps {
  readonly speech: SpeechSummary;
  readonly person: Person;
  readonly settings: ReadingSettings;
}

/** The text as it would be signed, in large type with nothing beside it, and at its end the answer. */
export function ReadingPage({ speech: served, person, settings: saved }: ReadingPageProps) {
  const { signOffs, speech: names, reading: words } = useMessages();
  useKeptSession();
  useAskingPerson(person.id);
  const reading = useReading(served, person.id);
  const [settings, setSettings] = useState(saved);
  const [chosen, setChosen] = useState<ReadingPlace | null>(null);
  /** By ids and no places: the sheet for a passage may be put away and come again, with a new text in sight too. */
  const [sent, setSent] = useState<Sent>({});
  const [byKey, setByKey] = useState(false);
  const focus = useSheetFocus();
  const texts = useMemo(() => new KeptTexts(person.id, served.id), [person.id, served.id]);
  const desk = useRef<HTMLElement>(null);
  const { shown, points, latest, speech, directives, failure } = reading;
  const document = useMemo(() => shown && withoutReadingAids(shown.document), [shown]);
  const read = useMemo(
    () => (document === null ? [] : textBlocks(document).map(({ text }) => text)),
    [document],
  );
  const request = reading.signOffs?.request ?? null;
  const mine = request?.asked.find(({ person: { id } }) => id === person.id);
  const role = roleOnText(speech.role, speech);
  const mayRemark =
    mine !== undefined && request?.ended !== "withdrawn" && speech.stage !== "final" && can(role, "comment");
  const own = directives.filter(({ author }) => author.id === person.id);
  const noted = useMemo(() => {
    const open = new Set(directives.flatMap(({ id, state }) => (isPending(state) ? id : [])));
    return points.filter(({ id }) => open.has(id));
  }, [directives, points]);
  const choose = useCallback(
    (place: ReadingPlace | null, isByKey = false) => {
      setChosen(place && told(read, place));
      setByKey(isByKey);
      if (place !== null) return;
      // What stays selected would be chosen again by the next key or click.
      window.getSelection()?.removeAllRanges();
      focus.leave();
    },
    [read, focus.leave],
  );
  // What is written about stays the passage that it was, wherever it stands in a text that was asked for since.
  const marked = useMemo(() => chosen && findPlace(read, chosen), [read, chosen]);
  useSelectedPassage(mayRemark ? read : null, choose);
  const byPages = settings.layout === "pages";
  const pages = usePages(desk, [shown, settings, own.length]);
  useKeptPlace(desk, [settings, pages.pages]);
  const { behind, goBehind } = useBehindText(shown !== null);
  const closed = speech.archived ? "archived" : speech.stage === "final" ? "final" : null;
  const answers =
    closed === null && request !== null && request.ended === null && mine !== undefined && isWanted(mine);
  const change = (next: ReadingSettings) => {
    setSettings(next);
    // Worth no message: the page has it, and the next page asks again.
    saveReadingSettings(next).catch(() => undefined);
  };

  return (
    <div className={classes.frame} data-layout={settings.layout}>
      <header className={classes.header}>
        <BackLink speechId={speech.id} label={signOffs.backToText} size="touch" />
        <div className={classes.headline}>
          <h1 className={classes.title}>{speech.title || names.untitled}</h1>
          <ChangeNotice
            shown={shown}
            latest={latest}
            marked={reading.changed.length}
            onShow={() => void reading.showLatest()}
          />
        </div>
        {(answers || own.length > 0) && (
          <Button className={classes.toAnswer} size="md" variant="default" onClick={goBehind}>
            {answers ? signOffs.toAnswer : words.mine}
          </Button>
        )}
        <ReadingSettingsMenu settings={settings} onChange={change} />
      </header>
      <main className={classes.desk} ref={desk} aria-label={words.pageTitle}>
        <div className={classes.flow} style={{ fontSize: `${settings.size}pt` }}>
          {shown === null && failure === null && <TextSkeleton />}
          {failure !== null && (
            <div className={classes.aside}>
              <FailureNotice failure={failure} />
              <Button mt="xs" size="sm" variant="default" onClick={() => void reading.reload()}>
                {signOffs.readNew}
              </Button>
            </div>
          )}
          {document !== null && shown !== null && (
            <>
              {mayRemark && <p className={classes.about}>{words.hint}</p>}
              <p className={classes.about}>{signOffs.accepted}</p>
              <ReadingText
                document={document}
                style={shown.numberingStyle}
                label={words.text}
                chosen={marked}
                changed={reading.changed}
                noted={noted}
                onChoose={mayRemark ? choose : null}
                onEnter={focus.enter}
                focusRef={focus.text}
              />
              <div className={classes.aside} ref={behind} tabIndex={-1} data-behind-text>
                <OwnDirectives
                  speechId={speech.id}
                  directives={own}
                  texts={texts}
                  closed={closed}
                  onAnswered={() => void reading.reload()}
                  onWithdrawn={(directive) => void reading.showLatest(textWithout(document, directive))}
                />
                <AnswerForm
                  speechId={speech.id}
                  closed={closed}
                  textHash={shown.textHash}
                  request={request}
                  mine={mine}
                  texts={texts}
                  onDone={() => void reading.showLatest()}
                />
              </div>
            </>
          )}
        </div>
        {byPages && <PageStops pages={pages.pages} />}
      </main>
      {byPages && <PageTurner {...pages} />}
      {chosen !== null && (
        <PassageSheet
          key={keyOf(chosen)}
          speechId={speech.id}
          place={chosen}
          read={read}
          texts={texts}
          sent={sent}
          sheet={focus.sheet}
          takesFocus={!byKey}
          mayReword={can(role, "suggest")}
          made={own.map(({ id }) => id)}
          closed={
            closed !== null
              ? signOffs.closed[closed]
              : request?.ended === "withdrawn"
                ? signOffs.ended.withdrawn
                : null
          }
          onClose={() => choose(null)}
          onSent={(id, state) => setSent((all) => ({ ...all, [id]: state }))}
          onMade={(text) => void reading.showLatest(text)}
          onStale={() => {
            choose(null);
            void reading.showLatest();
          }}
        />
      )}
    </div>
  );
}

/** With its text: other words may have come to stand just there. */
function keyOf(place: ReadingPlace): string {
  const { block, from, to, text } = trimmedPlace(place);
  return `${block}.${from}.${to}.${text}`;
}

/** With what tells it from others that read the same. */
function told(read: readonly string[], place: ReadingPlace): ReadingPlace {
  const alike = likenessOf(read, trimmedPlace(place)).of;
  return { ...place, alike, among: amongEqual(read, place.block) };
}

/** How the block with a rewording reads once it is taken back. */
function textWithout(document: DocumentNode, { wording, quote }: Directive): string | undefined {
  if (!wording) return undefined;
  const block = textBlocks(document).find(({ text }) => text.includes(wording));
  return block?.text.replace(wording, () => quote);
}
