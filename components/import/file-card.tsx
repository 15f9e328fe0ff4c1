"use client";

import { ActionIcon, Anchor, Button, Loader, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useId, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { hasEncoding, type TextEncoding } from "@/core/import-format";
import type { ImportPreview } from "@/core/import-requests";
import { LIMITS } from "@/core/limits";
import { EncodingChoice } from "./encoding-choice";
import { FileProblem } from "./file-problem";
import classes from "./import.module.css";
import { ImportReport } from "./import-report";
import { loadPreviewPaper } from "./load-import-parts";
import { PeopleMatch } from "./people-match";
import type { FileState, ImportChoice, ImportFile } from "./use-import-files";

const PreviewPaper = dynamic(laterPart(loadPreviewPaper), { loading: () => <Loader size="sm" /> });

interface FileCardProps {
  readonly each: ImportFile;
  /** Whether it gets a title: a version is called by its file. */
  readonly titled: boolean;
  /** Whether only its text goes into a place in another one: then the people named in it don't matter. */
  readonly placed: boolean;
  /** Whether its preview is shown from the start. */
  readonly open: boolean;
  readonly onCancel: () => void;
  readonly onRemove: () => void;
  readonly onRetry: () => void;
  readonly onEncode: (encoding: TextEncoding) => void;
  readonly onChoose: (preview: ImportPreview, choice: ImportChoice) => void;
}

/** One file: how far it is, what was understood of it, and what it will be. */
export function FileCard({ each, titled, placed, open, onEncode, onChoose, ...actions }: FileCardProps) {
  const { imports: words } = useMessages();
  const { file, state } = each;
  const heading = useId();
  return (
    <li className={classes.file} aria-labelledby={heading} data-state={state.kind}>
      <div className={classes.fileHead}>
        <strong id={heading} className={classes.fileName}>
          {file.name}
        </strong>
        <Progress state={state} />
        <Actions name={file.name} state={state} {...actions} />
      </div>
      {state.kind === "reading" && <progress className={classes.progress} value={state.sent} max={1} />}
      {state.kind === "failed" && (
        <p className={classes.problem} role="alert">
          <FileProblem error={state.error} />
        </p>
      )}
      {state.kind === "failed" && hasEncoding(file.name) && (
        <EncodingChoice value={each.encoding} onChange={onEncode} />
      )}
      {/* As it was, while it is imported: a card that shrinks would take the place of what is clicked twice. */}
      {(state.kind === "ready" || state.kind === "importing") && (
        <fieldset className={classes.looked} disabled={state.kind === "importing"}>
          {titled && (
            <TextInput
              label={words.speechTitle}
              maxLength={LIMITS.titleCharacters}
              value={state.choice.title}
              onChange={(event) =>
                onChoose(state.preview, { ...state.choice, title: event.currentTarget.value })
              }
            />
          )}
          {state.preview.encoding !== null && (
            <EncodingChoice value={state.preview.encoding} onChange={onEncode} />
          )}
          <ImportReport preview={state.preview} placed={placed} />
          {!placed && (
            <PeopleMatch
              authors={state.preview.authors}
              colleagues={state.preview.colleagues}
              people={state.choice.people}
              onChange={(people) => onChoose(state.preview, { ...state.choice, people })}
            />
          )}
          <Preview preview={state.preview} open={open} />
        </fieldset>
      )}
    </li>
  );
}

function Progress({ state }: { state: FileState }) {
  const { imports: words } = useMessages();
  const text = (() => {
    switch (state.kind) {
      case "reading":
        return state.sent < 1 ? words.sending(Math.round(state.sent * 100)) : words.reading;
      case "failed":
        return "";
      default:
        return words[state.kind];
    }
  })();
  return (
    <span className={classes.fileState} role="status">
      {text}
    </span>
  );
}

type ActionsProps = Pick<FileCardProps, "onCancel" | "onRemove" | "onRetry"> & {
  readonly name: string;
  readonly state: FileState;
};

function Actions({ name, state, onCancel, onRemove, onRetry }: ActionsProps) {
  const { imports: words } = useMessages();
  if (state.kind === "done") {
    if (state.href === null) return null;
    const label = state.href.includes("/versions") ? words.openComparison : words.openSpeech;
    return <Anchor href={state.href}>{label}</Anchor>;
  }
  const running = state.kind === "reading" || state.kind === "importing";
  const label = running ? words.cancel(name) : words.remove(name);
  return (
    <>
      {(state.kind === "cancelled" || state.kind === "failed") && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        title={label}
        onClick={running ? onCancel : onRemove}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}

/** Made only when it is looked at: twenty files would be twenty pages. */
function Preview({ preview, open }: { readonly preview: ImportPreview; readonly open: boolean }) {
  const { imports: words } = useMessages();
  const [shown, setShown] = useState(open);
  return (
    <details className={classes.preview} open={open} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{words.preview}</summary>
      {shown && <PreviewPaper document={preview.document} style={preview.numberingStyle} />}
    </details>
  );
}
