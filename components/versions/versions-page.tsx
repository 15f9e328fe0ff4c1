"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconFileDiff } from "@tabler/icons-react";
import { useState } from "react";
import { useAskingPerson } from "@/components/account/use-asking-person";
import { useKeptSession } from "@/components/account/use-kept-session";
import * as api from "@/components/api/versions";
import { useSettledText } from "@/components/form/use-settled-text";
import { ImportEntry } from "@/components/import/import-entry";
import { useMessages } from "@/components/messages/messages-provider";
import { QuietNotice } from "@/components/shell/quiet-notice";
import { SpeechPageHead } from "@/components/shell/speech-page-head";
import { useFreshSpeech } from "@/components/shell/use-fresh-speech";
import { useNotice } from "@/components/shell/use-notice";
import { useOwnPage } from "@/components/shell/use-own-page";
import { useLoaded } from "@/components/use-loaded";
import { usePageReturn } from "@/components/use-page-return";
import { can, roleOnText } from "@/core/access";
import type { VersionId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { SpeechSummary } from "@/core/speech";
import { NOW, type VersionRef } from "@/core/version";
import { isSameView, latestOwn, NOTHING, viewOf } from "./choose-version";
import { CompareFileButton } from "./compare-file-button";
import { ShownVersion } from "./shown-version";
import { undoesItself } from "./undoes-itself";
import { useRestoredNotice } from "./use-restored-notice";
import { useVersionView, type VersionView } from "./use-version-view";
import { VersionDialog } from "./version-dialog";
import { VersionList } from "./version-list";
import classes from "./versions.module.css";

const EVERYWHERE: string[] = [];

/** The versions of a speech: the list, and beside it one of them or what differs between two. */
export function VersionsPage({ speech: served, person }: { speech: SpeechSummary; person: Person }) {
  const speech = useFreshSpeech(served);
  const messages = useMessages();
  const words = messages.versions;
  const notice = useNotice();
  useKeptSession();
  useAskingPerson(person.id);
  useOwnPage();
  const { view, show } = useVersionView();
  const [keeping, setKeeping] = useState(false);
  // How often what is shown was chosen once more.
  const [asked, setAsked] = useState(0);
  const passage = useSettledText("");
  const list = useLoaded(speech.id, (signal) => api.listVersions(speech.id, signal));
  usePageReturn(list.reload);
  const { takeBack } = useRestoredNotice(speech.id, list.reload);
  const undo = (event: KeyboardEvent) => {
    if (undoesItself(event.target)) return;
    event.preventDefault();
    void takeBack();
  };
  useHotkeys([["mod+Z", undo, { preventDefault: false }]], EVERYWHERE);
  const versions = list.value ?? [];
  const latest = latestOwn(versions);
  const mayKeep = can(roleOnText(speech.role, speech), "make-version");

  const choose = (version: VersionRef) => {
    const next = viewOf(version, view, latest);
    if (isSameView(next, view)) setAsked((times) => times + 1);
    else show(next);
  };
  const isEmpty = list.value !== null && versions.length === 0;
  return (
    <div className={classes.frame} data-view={view.kind} data-empty={isEmpty || undefined}>
      <SpeechPageHead speech={speech} title={words.title} backLabel={words.backToSpeech}>
        <CompareFileButton
          leftSection={<IconFileDiff size={16} aria-hidden />}
          onFile={(file) => show({ kind: "file", file, encoding: null, with: NOW, side: "after" })}
        >
          {words.compareFile}
        </CompareFileButton>
        {mayKeep && <ImportEntry speech={speech.id} size="xs" onImported={list.reload} />}
        {mayKeep && (
          <Button size="xs" onClick={() => setKeeping(true)}>
            {words.keep}
          </Button>
        )}
      </SpeechPageHead>
      <div className={classes.areas}>
        <aside className={classes.side}>
          <VersionList
            speechId={speech.id}
            list={list}
            text={passage}
            chosen={chosenIn(view)}
            onChoose={choose}
            show={show}
          />
        </aside>
        <main className={classes.desk} aria-label={words.title}>
          {view.kind === "nothing" ? (
            <div className={classes.nothing}>
              {isEmpty ? (
                <QuietNotice order={2} title={words.none} text={words.noneText} />
              ) : (
                <QuietNotice order={2} title={words.chooseOne} text={words.hint} />
              )}
            </div>
          ) : (
            <>
              <div className={classes.modes}>
                <Button
                  className={classes.toList}
                  size="xs"
                  variant="subtle"
                  color="gray"
                  onClick={() => show(NOTHING)}
                >
                  {words.allVersions}
                </Button>
                <SegmentedControl
                  size="xs"
                  value={view.kind === "text" ? "text" : "comparison"}
                  onChange={(kind) => show(kind === "text" ? asText(view, latest) : asComparison(view))}
                  data={[
                    { value: "text", label: words.read },
                    { value: "comparison", label: words.compare },
                  ]}
                />
              </div>
              <ShownVersion
                speech={speech}
                view={view}
                show={show}
                asked={asked}
                versions={versions}
                passage={passage.settled}
                onChanged={list.reload}
              />
            </>
          )}
        </main>
      </div>
      {keeping && (
        <VersionDialog
          title={words.keepTitle}
          onClose={() => setKeeping(false)}
          onSubmit={async (input) => {
            const { id, name } = await api.createVersion(speech.id, input);
            notice.tell(words.kept(name));
            list.reload();
            show({ kind: "text", version: id });
          }}
        />
      )}
    </div>
  );
}

type Shown = Exclude<VersionView, { kind: "nothing" }>;

function chosenIn(view: VersionView): readonly VersionRef[] {
  if (view.kind === "nothing") return [];
  if (view.kind === "comparison") return [view.from, view.to];
  return [view.kind === "text" ? view.version : view.with];
}

function asText(view: Shown, latest: VersionId | undefined): VersionView {
  if (view.kind === "text") return view;
  const refs = view.kind === "file" ? [view.with] : [view.from, view.to];
  const version = [...refs, latest].find((ref) => ref !== NOW && ref !== undefined);
  return version === undefined || version === NOW ? NOTHING : { kind: "text", version };
}

function asComparison(view: Shown): VersionView {
  return view.kind !== "text" ? view : { kind: "comparison", from: view.version, to: NOW };
}
