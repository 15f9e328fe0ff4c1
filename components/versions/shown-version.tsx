"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import * as api from "@/components/api/versions";
import { changedFields } from "@/components/form/changed-fields";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { useLoaded } from "@/components/use-loaded";
import { can, roleOnText, roleUnlessArchived } from "@/core/access";
import type { VersionId } from "@/core/ids";
import type { SpeechSummary } from "@/core/speech";
import { minutes } from "@/core/text/count";
import { groupedNumber } from "@/core/text/grouped-number";
import { NOW, type VersionRef, type VersionSummary } from "@/core/version";
import { versionName } from "@/core/version-name";
import type { NewVersion } from "@/core/version-requests";
import { ComparedFile } from "./compared-file";
import { ComparisonExport } from "./comparison-export";
import { ComparisonView } from "./comparison-view";
import { saidOfVersion } from "./said-of-version";
import { shareOfVersion } from "./share-of-version";
import { useNowAgain } from "./use-now-again";
import { useRestoredNotice } from "./use-restored-notice";
import type { VersionView } from "./use-version-view";
import { VersionChoice } from "./version-choice";
import { VersionDialog } from "./version-dialog";
import { VersionText } from "./version-text";
import classes from "./version-text.module.css";
import { momentOf } from "./version-time";
import { Waiting } from "./waiting";
import { writersBetween } from "./writers-between";

interface ShownVersionProps {
  readonly speech: SpeechSummary;
  readonly view: Exclude<VersionView, { kind: "nothing" }>;
  readonly show: (view: VersionView) => void;
  /** Another number whenever this view was chosen once more. */
  readonly asked: number;
  readonly versions: readonly VersionSummary[];
  /** What is looked for in all versions; empty for nothing. */
  readonly passage: string;
  /** A version was named, or the text brought back. */
  readonly onChanged: () => void;
}

/** One version to read, or two texts compared. */
export function ShownVersion(props: ShownVersionProps) {
  const { view } = props;
  switch (view.kind) {
    case "text":
      return <ReadVersion {...props} version={view.version} />;
    case "comparison":
      return <ComparedVersions {...props} view={view} />;
    case "file":
      return <ComparedFile {...props} view={view} />;
  }
}

function ReadVersion({
  speech,
  version: id,
  passage,
  onChanged,
}: ShownVersionProps & { version: VersionId }) {
  const messages = useMessages();
  const words = messages.versions;
  const locale = useLocale();
  const { tell: tellRestored } = useRestoredNotice(speech.id, onChanged);
  /** What was read when the dialog was opened; null while it is closed. */
  const [naming, setNaming] = useState<NewVersion | null>(null);
  const { value, failure, reload } = useLoaded(id, (signal) => api.readVersion(speech.id, id, signal));
  if (value === null) return <Waiting failure={failure} reload={reload} height={520} />;
  const role = roleOnText(speech.role, speech);
  const spoken = minutes(value.spokenUnits, speech.charactersPerMinute);
  return (
    <>
      <div className={classes.about}>
        <p>
          <strong>{versionName(value, messages)}</strong>
          <span>{momentOf(value.createdAt, locale)}</span>
          <span>{words.characters(groupedNumber(value.characters))}</span>
          {spoken > 0 && <span>{messages.speech.minutes(spoken)}</span>}
          {can(roleUnlessArchived(speech.role, speech), "make-version") && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => setNaming({ name: value.name, note: value.note })}
            >
              {words.rename}
            </Button>
          )}
        </p>
        {value.note !== "" && <p>{value.note}</p>}
        {value.signOffs.length > 0 && <p>{saidOfVersion(value, messages)}</p>}
        {value.authors.length > 0 && (
          <p className={classes.writers}>
            {value.authors.map((author) => shareOfVersion(author, words)).join("　")}
          </p>
        )}
      </div>
      <VersionText
        speech={speech}
        version={value}
        passage={passage}
        mayRestore={can(role, "restore-version")}
        onRestored={tellRestored}
      />
      {naming !== null && (
        <VersionDialog
          title={words.renameTitle}
          initial={naming}
          hasNote={value.kind !== "stage"}
          onClose={() => setNaming(null)}
          onSubmit={async (input) => {
            await api.nameVersion(speech.id, value.id, changedFields<NewVersion>(input, naming));
            reload();
            onChanged();
          }}
        />
      )}
    </>
  );
}

interface ComparedProps extends ShownVersionProps {
  readonly view: Extract<VersionView, { kind: "comparison" }>;
}

function ComparedVersions({ speech, view, versions, show, asked }: ComparedProps) {
  const words = useMessages().versions;
  const { from, to, accepted = true } = view;
  const key = `${from} ${to} ${accepted}`;
  const { value, failure, reload } = useLoaded(key, (signal) =>
    api.compareVersions(speech.id, { from, to, accepted }, signal),
  );
  useNowAgain({ isNow: from === NOW || to === NOW, asked, reload });
  const choose = (pair: { from: VersionRef; to: VersionRef }) => show({ ...view, ...pair });
  return (
    <>
      <VersionChoice versions={versions} from={from} to={to} onChoose={choose} />
      {(value === null || failure !== null) && <Waiting failure={failure} reload={reload} height={520} />}
      {value !== null && (
        <ComparisonView
          key={key}
          title={speech.title}
          compared={value}
          writers={writersBetween(versions, { from, to, ...value })}
          tools={
            <>
              {value.hasSuggestions && (
                <Button size="xs" variant="default" onClick={() => show({ ...view, accepted: !accepted })}>
                  {accepted ? words.compareAsWritten : words.compareAccepted}
                </Button>
              )}
              {(accepted || !value.hasSuggestions) && (
                <ComparisonExport speech={speech} from={from} to={to} />
              )}
            </>
          }
          isAsWritten={!accepted}
        />
      )}
    </>
  );
}
