"use client";

import { useEffect, useSyncExternalStore } from "react";
import { useKeptSession } from "@/components/account/use-kept-session";
import { onSessionChanged } from "@/components/api/session-change";
import type { SpeechConnection } from "@/components/sync/connection";
import { useSpeechConnection } from "@/components/sync/use-speech-connection";
import { roleOnText } from "@/core/access";
import type { Person } from "@/core/person";
import type { SpeechSummary } from "@/core/speech";
import { StatusBar } from "../status/status-bar";
import { useLateNotice } from "../suggest/use-late-notice";
import { EditorHeader } from "./editor-header";
import { PageSkeleton } from "./page-skeleton";
import classes from "./speech-editor.module.css";
import { type SpeechSettings, useSpeech } from "./use-speech";
import { Workspace } from "./workspace";

/** The editor of one speech: opens its connection and shows the page once there is a text to show. */
export function SpeechEditor({ speech, person }: { speech: SpeechSummary; person: Person }) {
  const settings = useSpeech(speech);
  useKeptSession();
  const connection = useSpeechConnection({
    speechId: speech.id,
    personId: person.id,
    role: roleOnText(speech.role, speech) ?? speech.role,
    onSpeechChanged: settings.refresh,
    onLateDecisions: useLateNotice(speech.id),
  });
  useEffect(
    () => (connection === null ? undefined : onSessionChanged(() => connection.retry())),
    [connection],
  );
  const ready = useReady(connection);
  if (connection !== null && ready)
    return <Workspace connection={connection} settings={settings} person={person} />;
  return (
    <Opening settings={settings} person={person}>
      {connection !== null && <StatusBar connection={connection} />}
    </Opening>
  );
}

/** Whether there is a text to show; not before there is a connection. */
function useReady(connection: SpeechConnection | null): boolean {
  const read = () => connection?.state.ready ?? false;
  return useSyncExternalStore((onChange) => connection?.subscribe(onChange) ?? (() => {}), read, read);
}

interface OpeningProps {
  readonly settings: SpeechSettings;
  readonly person: Person;
  readonly children?: React.ReactNode;
}

/** The same frame as the workspace's, so that nothing jumps when the text arrives. */
function Opening({ settings, person, children }: OpeningProps) {
  return (
    <div className={classes.frame}>
      <header className={classes.top}>
        <EditorHeader settings={settings} person={person} role={settings.speech.role} />
      </header>
      <PageSkeleton />
      {children}
    </div>
  );
}
