"use client";

import { NativeSelect } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import classes from "./comparison-tools.module.css";
import type { ChosenChanger, ShownChangers } from "./shown-changers";

interface ChangerChoiceProps {
  readonly shown: ShownChangers | null;
  /** The newer text is compared with the older one. */
  readonly isBackwards: boolean;
  readonly onChoose: (chosen: ChosenChanger) => void;
}

/** Whose changes are pointed out; says plainly where that can't be known. */
export function ChangerChoice({ shown, isBackwards, onChoose }: ChangerChoiceProps) {
  const words = useMessages().versions;
  if (shown === null) {
    return <p className={classes.changers}>{words.changersUnknown}</p>;
  }
  const known = new Set([...shown.changers.values()].flat());
  const people = shown.people.flatMap(({ name }, person) =>
    known.has(person) ? [{ value: String(person), label: words.changesOf(name) }] : [],
  );
  const isSomeUnknown = [...shown.changers.values()].some((by) => by.length === 0);
  const choose = (value: string) => onChoose(value === "all" || value === "unknown" ? value : Number(value));
  return (
    <div className={classes.changers}>
      <NativeSelect
        size="xs"
        aria-label={words.byChanger}
        value={String(shown.chosen)}
        data={[
          { value: "all", label: words.everybodysChanges },
          ...people,
          ...(isSomeUnknown ? [{ value: "unknown", label: words.nobodysChanges }] : []),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {isBackwards && <span>{words.changersBackwards}</span>}
      {shown.chosen === "unknown" && <span>{words.whyUnknown}</span>}
    </div>
  );
}
