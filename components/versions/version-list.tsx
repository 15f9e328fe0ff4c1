"use client";

import type { useSettledText } from "@/components/form/use-settled-text";
import { useMessages } from "@/components/messages/messages-provider";
import { SearchBox } from "@/components/speeches/search-box";
import type { Loaded } from "@/components/use-loaded";
import type { SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { VersionRef, VersionSummary } from "@/core/version";
import { PassageResults } from "./passage-results";
import { Timeline } from "./timeline";
import type { VersionView } from "./use-version-view";
import classes from "./versions.module.css";
import { Waiting } from "./waiting";

interface VersionListProps {
  readonly speechId: SpeechId;
  readonly list: Loaded<readonly VersionSummary[]>;
  readonly chosen: readonly VersionRef[];
  readonly onChoose: (version: VersionRef) => void;
  readonly show: (view: VersionView) => void;
  /** The passage that is looked for. */
  readonly text: ReturnType<typeof useSettledText>;
}

/** All versions in order of time, or those in which a passage came and went. */
export function VersionList({ speechId, list, text, chosen, onChoose, show }: VersionListProps) {
  const words = useMessages().versions;
  const versions = list.value ?? [];
  const isTooLong = text.settled.length > LIMITS.passageCharacters;
  return (
    <>
      {(list.value === null || list.failure !== null) && (
        <Waiting failure={list.failure} reload={list.reload} height={180} />
      )}
      {versions.length > 0 && (
        <search className={classes.search}>
          <SearchBox
            label={words.search}
            clearLabel={words.clearSearch}
            text={text}
            error={isTooLong ? words.passageTooLong(LIMITS.passageCharacters) : undefined}
          />
        </search>
      )}
      {text.settled === ""
        ? list.value !== null && <Timeline versions={versions} chosen={chosen} onChoose={onChoose} />
        : !isTooLong && (
            <PassageResults
              speechId={speechId}
              passage={text.settled}
              versions={list.value}
              chosen={chosen}
              show={show}
            />
          )}
    </>
  );
}
