"use client";

import { SegmentedControl, Skeleton, Stack } from "@mantine/core";
import { IconHistory, IconListCheck } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { can, roleOnText } from "@/core/access";
import type { NumberingStyle } from "@/core/speech";
import { minutes } from "@/core/text/count";
import { groupedNumber } from "@/core/text/grouped-number";
import { ExportEntry } from "../export/export-entry";
import { SpeechImportEntry } from "../import/speech-import-entry";
import { useOutline } from "../outline/use-outline";
import { PeopleHere } from "../presence/people-here";
import { PreviewEntry } from "../preview/preview-entry";
import { loadAuthorsSection, loadSignOffSection } from "../shell/part-loaders";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { StageSection } from "../sign-off/stage-section";
import { MembersEntry } from "./members-entry";
import { PageLink } from "./page-link";
import { RateInput } from "./rate-input";
import classes from "./side-panel.module.css";

const SignOffSection = dynamic(laterPart(loadSignOffSection), {
  loading: () => <Skeleton height={72} />,
});

const AuthorsSection = dynamic(laterPart(loadAuthorsSection), {
  loading: () => <Skeleton height={96} />,
});

/** People, length and settings of the speech. */
export function DetailsPanel() {
  const { editor, exports, record, signOffs, speech: words, versions } = useMessages();
  const { connection, settings } = useWorkspace();
  const { speech } = settings;
  const role = useConnectionFact(connection, (state) => state.role);
  const maySet = can(roleOnText(role, speech), "change-settings");
  return (
    <>
      <section className={classes.section} aria-labelledby="people-here">
        <h2 id="people-here">{editor.details.people}</h2>
        <PeopleHere />
        <MembersEntry />
      </section>
      <section className={classes.section} aria-labelledby="speech-length">
        <h2 id="speech-length">{editor.details.length}</h2>
        <Length />
      </section>
      <StageSection />
      {can(role, "see-versions") && (
        <section className={classes.section} aria-labelledby="speech-sign-offs">
          <h2 id="speech-sign-offs">{signOffs.title}</h2>
          <SignOffSection />
        </section>
      )}
      {can(role, "see-versions") && (
        <section className={classes.section} aria-labelledby="speech-versions">
          <h2 id="speech-versions">{versions.title}</h2>
          <Stack gap={8}>
            <PageLink path="versions" label={versions.open} icon={IconHistory} />
            <SpeechImportEntry />
            <PageLink path="record" label={record.open} icon={IconListCheck} />
          </Stack>
        </section>
      )}
      {can(role, "export") && (
        <section className={classes.section} aria-labelledby="speech-exports">
          <h2 id="speech-exports">{exports.title}</h2>
          <Stack gap={8}>
            <PreviewEntry />
            <ExportEntry />
          </Stack>
        </section>
      )}
      <section className={classes.section} aria-labelledby="speech-settings">
        <h2 id="speech-settings">{editor.details.settings}</h2>
        <RateInput
          value={speech.charactersPerMinute}
          disabled={!maySet}
          onChange={(charactersPerMinute) => settings.change({ charactersPerMinute })}
        />
        <span className={classes.label} id="numbering-style">
          {words.numberingStyle}
        </span>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="numbering-style"
          disabled={!maySet}
          value={speech.numberingStyle}
          data={Object.entries(words.numberingStyles).map(([value, label]) => ({ value, label }))}
          onChange={(style) => settings.change({ numberingStyle: style as NumberingStyle })}
        />
      </section>
      {/* Last: it gets and loses a row with the typing, and what stands below it would jump under a pointer. */}
      {can(role, "see-versions") && (
        <section className={classes.section} aria-labelledby="speech-authors">
          <h2 id="speech-authors">{editor.authors.title}</h2>
          <AuthorsSection />
        </section>
      )}
    </>
  );
}

function Length() {
  const { editor, speech: words } = useMessages();
  const { outline: store, settings } = useWorkspace();
  const { outline } = useOutline(store);
  const spokenFor = minutes(outline.spokenUnits, settings.speech.charactersPerMinute);
  return (
    <dl className={classes.figures}>
      <div>
        <dt>{editor.details.charactersLabel}</dt>
        <dd>{groupedNumber(outline.characters)}</dd>
      </div>
      <div>
        <dt>{editor.details.minutesLabel}</dt>
        <dd>{words.minutes(spokenFor)}</dd>
      </div>
    </dl>
  );
}
