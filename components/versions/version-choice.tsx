"use client";

import { NativeSelect } from "@mantine/core";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import type { VersionRef, VersionSummary } from "@/core/version";
import classes from "./comparison-tools.module.css";
import { versionOptions } from "./version-options";

interface VersionChoiceProps {
  readonly versions: readonly VersionSummary[];
  readonly from: VersionRef;
  readonly to: VersionRef;
  readonly onChoose: (pair: { readonly from: VersionRef; readonly to: VersionRef }) => void;
}

/** Which two are compared: any two versions, or one and the text as it is now. */
export function VersionChoice({ versions, from, to, onChoose }: VersionChoiceProps) {
  const messages = useMessages();
  const words = messages.versions;
  const locale = useLocale();
  const optionsOf = (ref: VersionRef) => versionOptions(versions, { messages, locale, chosen: ref });
  // The select's values are the refs that it was given.
  const chosen = (value: string) => value as VersionRef;
  return (
    <div className={classes.choice}>
      <NativeSelect
        size="xs"
        label={words.from}
        data={optionsOf(from)}
        value={from}
        onChange={(event) => onChoose({ from: chosen(event.currentTarget.value), to })}
      />
      <span aria-hidden className={classes.arrow}>
        →
      </span>
      <NativeSelect
        size="xs"
        label={words.to}
        data={optionsOf(to)}
        value={to}
        onChange={(event) => onChoose({ from, to: chosen(event.currentTarget.value) })}
      />
    </div>
  );
}
