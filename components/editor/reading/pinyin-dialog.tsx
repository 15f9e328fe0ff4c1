"use client";

import { Button, Checkbox, Group, NativeSelect, Text } from "@mantine/core";
import { useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { Dialog } from "@/components/shell/dialog";
import { useWorkspace } from "../shell/workspace-context";
import classes from "./pinyin-dialog.module.css";
import { type DecidedReading, type ReadingPlace, readingPlaces, setReadings } from "./reading-places";

/** Proposes readings; each is the writer's to confirm. Mounted anew each time it is opened. */
export default function PinyinDialog({ onClose }: { onClose: () => void }) {
  const { editor: words, general } = useMessages();
  const { reading } = words;
  const { editor } = useWorkspace();
  const [found, setFound] = useState(() => readingPlaces(editor));
  const [decided, setDecided] = useState(() => found.places.map(asItIs));
  const [failure, setFailure] = useState<"pinyinStale" | "pinyinClosed" | null>(null);
  const decide = (index: number, value: string | null) =>
    setDecided(decided.map((one, at) => (at === index ? { ...one, reading: value } : one)));

  function apply() {
    const outcome = setReadings(editor, decided);
    if (outcome === "set") return onClose();
    if (outcome === "closed") return setFailure("pinyinClosed");
    const now = readingPlaces(editor);
    setFound(now);
    setDecided(now.places.map(asItIs));
    setFailure("pinyinStale");
  }

  return (
    <Dialog onClose={onClose} title={reading.pinyinTitle}>
      <Text size="sm" c="dimmed" mb={12}>
        {found.isWhole ? reading.pinyinWhole : reading.pinyinSelected}
      </Text>
      {failure !== null && (
        <Text size="sm" role="alert" mb={12}>
          {reading[failure]}
        </Text>
      )}
      {decided.length === 0 ? (
        <Text size="sm">{reading.pinyinNone}</Text>
      ) : (
        <ul className={classes.places}>
          {decided.map(({ place, reading: chosen }, index) => (
            <li key={place.pos} className={classes.place}>
              <Checkbox
                aria-label={reading.pinyinConfirm(place.letter)}
                checked={chosen !== null}
                onChange={(event) =>
                  decide(index, event.currentTarget.checked ? (place.current ?? place.reading) : null)
                }
              />
              <span className={classes.context}>
                {place.before}
                <strong>{place.letter}</strong>
                {place.after}
              </span>
              <NativeSelect
                size="xs"
                aria-label={reading.pinyinOf(place.letter)}
                data={choicesOf(place)}
                value={chosen ?? place.current ?? place.reading}
                onChange={(event) => decide(index, event.currentTarget.value)}
              />
            </li>
          ))}
        </ul>
      )}
      <Group justify="flex-end" mt={16}>
        <Button variant="default" onClick={onClose}>
          {general.cancel}
        </Button>
        <Button onClick={apply} disabled={decided.length === 0}>
          {reading.pinyinApply}
        </Button>
      </Group>
    </Dialog>
  );
}

const asItIs = (place: ReadingPlace): DecidedReading => ({ place, reading: place.current });

const choicesOf = ({ current, choices }: ReadingPlace): string[] =>
  current === null || choices.includes(current) ? [...choices] : [current, ...choices];
