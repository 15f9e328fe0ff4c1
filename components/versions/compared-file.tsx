"use client";

import { Button, NativeSelect } from "@mantine/core";
import * as api from "@/components/api/imports";
import { EncodingChoice } from "@/components/import/encoding-choice";
import { FileProblem } from "@/components/import/file-problem";
import importing from "@/components/import/import.module.css";
import { ImportFindings } from "@/components/import/import-findings";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { useLoaded } from "@/components/use-loaded";
import { hasEncoding, type TextEncoding } from "@/core/import-format";
import type { SpeechSummary } from "@/core/speech";
import { NOW, type VersionRef, type VersionSummary } from "@/core/version";
import { CompareFileButton } from "./compare-file-button";
import tools from "./comparison-tools.module.css";
import { ComparisonView } from "./comparison-view";
import { useNowAgain } from "./use-now-again";
import type { VersionView } from "./use-version-view";
import { versionOptions } from "./version-options";
import classes from "./versions.module.css";
import { Waiting } from "./waiting";

interface ComparedFileProps {
  readonly speech: SpeechSummary;
  readonly view: Extract<VersionView, { kind: "file" }>;
  readonly show: (view: VersionView) => void;
  /** Another number whenever this view was chosen once more. */
  readonly asked: number;
  readonly versions: readonly VersionSummary[];
}

/** A file and a version or the text as it is now, one the older and the other the newer. */
export function ComparedFile({ speech, view, show, asked, versions }: ComparedFileProps) {
  const messages = useMessages();
  const words = messages.versions;
  const locale = useLocale();
  const { file, encoding, side } = view;
  const key = [file.name, file.size, file.lastModified, encoding, view.with, side].join("\n");
  const { value, failure, reload } = useLoaded(key, (signal) =>
    api.compareFile({ file, encoding, signal }, speech.id, { with: view.with, side }),
  );
  // A file that can't be read won't be any better.
  useNowAgain({ isNow: view.with === NOW && value !== null, asked, reload });
  const encode = (encoding: TextEncoding) => show({ ...view, encoding });
  const text = (
    <NativeSelect
      size="xs"
      label={side === "before" ? words.to : words.from}
      data={versionOptions(versions, { messages, locale, chosen: view.with })}
      value={view.with}
      // The select's values are the refs that it was given.
      onChange={(event) => show({ ...view, with: event.currentTarget.value as VersionRef })}
    />
  );
  const chosen = (
    <div className={tools.file}>
      <span>{side === "before" ? words.from : words.to}</span>
      <strong title={file.name}>{file.name}</strong>
    </div>
  );
  return (
    <>
      <div className={tools.choice}>
        {side === "before" ? chosen : text}
        <span aria-hidden className={tools.arrow}>
          →
        </span>
        {side === "before" ? text : chosen}
      </div>
      <div className={tools.aboutFile}>
        <span>{words.fileNotKept}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => show({ ...view, side: side === "before" ? "after" : "before" })}
        >
          {words.swapFile}
        </Button>
        <CompareFileButton
          size="compact-xs"
          variant="subtle"
          color="gray"
          onFile={(file) => show({ ...view, file, encoding: null })}
        >
          {words.chooseFile}
        </CompareFileButton>
        {hasEncoding(file.name) && (value?.encoding != null || failure !== null) && (
          <EncodingChoice value={value?.encoding ?? encoding} onChange={encode} />
        )}
      </div>
      {failure !== null && (
        <div className={classes.failed}>
          <p className={importing.problem} role="alert">
            <FileProblem error={failure} />
          </p>
          <Button size="xs" variant="default" onClick={reload}>
            {words.retry}
          </Button>
        </div>
      )}
      {value === null && failure === null && <Waiting failure={null} reload={reload} height={520} />}
      {value !== null && (
        <>
          {value.findings.length > 0 && (
            <dl className={`${importing.report} ${tools.findings}`}>
              <ImportFindings findings={value.findings} />
            </dl>
          )}
          <ComparisonView
            key={key}
            title={speech.title}
            compared={value.compared}
            writers={[]}
            file={{ name: file.name, side }}
          />
        </>
      )}
    </>
  );
}
