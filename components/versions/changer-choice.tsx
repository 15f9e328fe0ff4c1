"use client";

import { NativeSelect } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import classes from "./comparison-tools.module.css";
import { type ChosenChanger, choosable, type ShownChangers } from "./shown-changers";

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
  const { people, unknown } = choosable(shown);
  return (
    <div className={classes.changers}>
      <NativeSelect
        size="xs"
        aria-label={words.byChanger}
        value={shown.chosen}
        data={[
          { value: "all", label: words.everybodysChanges },
          ...people.map(({ id, name }) => ({ value: id, label: words.changesOf(name) })),
          ...(unknown ? [{ value: "unknown", label: words.nobodysChanges }] : []),
        ]}
        // The select's values are those that it was given.
        onChange={(event) => onChoose(event.currentTarget.value as ChosenChanger)}
      />
      {isBackwards && <span>{words.changersBackwards}</span>}
      {shown.chosen === "unknown" && <span>{words.whyUnknown}</span>}
    </div>
  );
}
