"use client";

import { useMemo, useSyncExternalStore } from "react";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import type { SpeechConnection } from "@/components/sync/connection";
import { minutes } from "@/core/text/count";
import { groupedNumber } from "@/core/text/grouped-number";
import type { OutlineStore } from "../outline/outline-store";
import { useOutline } from "../outline/use-outline";
import { useConnectionFact } from "../shell/use-connection-fact";
import { calmSave } from "./calm-save";
import { describeSave } from "./describe-save";
import classes from "./status-bar.module.css";

interface StatusBarProps {
  readonly connection: SpeechConnection;
  /** Absent while there is no text yet. */
  readonly length?: LengthProps;
}

interface LengthProps {
  readonly outline: OutlineStore;
  readonly charactersPerMinute: number;
}

/** The truth about what is saved, and how long the speech is. */
export function StatusBar({ connection, length }: StatusBarProps) {
  return (
    <footer className={classes.bar}>
      <SaveStatus connection={connection} />
      {length !== undefined && <Length {...length} />}
    </footer>
  );
}

function SaveStatus({ connection }: { connection: SpeechConnection }) {
  const { save: texts } = useMessages().editor;
  const locale = useLocale();
  const calm = useMemo(() => calmSave(connection), [connection]);
  // A string, so that a key press that changes nothing that is said renders nothing.
  const say = () => describeSave(calm.get(), texts, locale);
  const said = useSyncExternalStore(calm.subscribe, say, say);
  const kind = calm.get().kind;
  const hearsOthers = useConnectionFact(connection, (state) => state.hearsOthers);
  const isCalm = kind === "saved" || kind === "saving" || kind === "connecting";
  return (
    <span className={classes.save} data-save={kind}>
      <span className={classes.dot} aria-hidden />
      {/* Saving and saved alternate with every pause; only trouble is read out. */}
      <span role="status" aria-live={isCalm ? "off" : "polite"}>
        {said}
        {!hearsOthers && ` · ${texts.relayTrouble}`}
      </span>
    </span>
  );
}

function Length({ outline, charactersPerMinute }: LengthProps) {
  const { speech } = useMessages();
  const { characters, spokenUnits } = useOutline(outline).outline;
  return (
    <span className={classes.length}>
      <span>{speech.characters(groupedNumber(characters))}</span>
      <span>{speech.minutes(minutes(spokenUnits, charactersPerMinute))}</span>
    </span>
  );
}
