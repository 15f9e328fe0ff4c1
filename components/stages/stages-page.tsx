"use client";

import { ActionIcon, Button, Text, Textarea, TextInput, Title } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { messagesFor } from "@/core/messages/messages";
import type { OfficeStage, OfficeStages } from "@/core/office-stages";
import { changeOfficeStages } from "../api";
import { useLocale, useMessages } from "../messages/messages-provider";
import { useNotice } from "../shell/use-notice";
import homeClasses from "../speeches/speech-home.module.css";
import listClasses from "../speeches/speech-list.module.css";
import classes from "./stages-page.module.css";

/** The administrator's page for what the office calls its stages, their order and what it expects. */
export function StagesPage({ initial }: { initial: OfficeStages }) {
  const { officeStages: words, general } = useMessages();
  const notice = useNotice();
  const router = useRouter();
  const [stages, setStages] = useState(initial);
  const [busy, setBusy] = useState(false);
  const taken = takenNames(stages);
  const put = (index: number, change: Partial<OfficeStage>) =>
    setStages((old) => old.map((each, at) => (at === index ? { ...each, ...change } : each)));

  const save = async () => {
    setBusy(true);
    try {
      setStages(await changeOfficeStages(stages));
      notice.tell(words.saved);
      router.refresh();
    } catch (error) {
      notice.fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className={homeClasses.head}>
        <Title order={1}>{words.title}</Title>
        <Button onClick={() => void save()} loading={busy} disabled={taken.size > 0}>
          {general.save}
        </Button>
      </div>
      <Text size="sm" c="dimmed" mt={4} mb={24} maw={640}>
        {words.text}
      </Text>
      <ol className={`${listClasses.sheet} ${classes.list}`} aria-label={words.list}>
        {stages.map((each, index) => (
          <StageRow
            key={each.stage}
            stage={each}
            isTaken={taken.has(each.name.trim())}
            // The final one stays last.
            mayRise={each.stage !== "final" && index > 0}
            mayFall={each.stage !== "final" && index < stages.length - 2}
            onMove={(by) => setStages((old) => swapped(old, index, index + by))}
            onChange={(change) => put(index, change)}
          />
        ))}
      </ol>
    </>
  );
}

interface StageRowProps {
  readonly stage: OfficeStage;
  readonly isTaken: boolean;
  readonly mayRise: boolean;
  readonly mayFall: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onChange: (change: Partial<OfficeStage>) => void;
}

function StageRow({
  stage: { stage, name, expects },
  isTaken,
  mayRise,
  mayFall,
  onMove,
  onChange,
}: StageRowProps) {
  const words = useMessages().officeStages;
  // The program's own name for it, whatever the office has given it.
  const given = messagesFor(useLocale()).speech.stages[stage];
  return (
    <li className={classes.row}>
      <span className={classes.moves}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={words.up(given)}
          title={words.up(given)}
          disabled={!mayRise}
          onClick={() => onMove(-1)}
        >
          <IconChevronUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={words.down(given)}
          title={words.down(given)}
          disabled={!mayFall}
          onClick={() => onMove(1)}
        >
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
      </span>
      <TextInput
        className={classes.name}
        label={words.name(given)}
        placeholder={given}
        maxLength={20}
        value={name}
        error={isTaken && words.sameName}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Textarea
        className={classes.expects}
        label={words.expects}
        description={words.expectsHint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={500}
        value={expects}
        onChange={(event) => onChange({ expects: event.currentTarget.value })}
      />
    </li>
  );
}

/** Names that more than one stage has. */
function takenNames(stages: OfficeStages): ReadonlySet<string> {
  const names = stages.map(({ name }) => name.trim()).filter((name) => name !== "");
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

function swapped(stages: OfficeStages, one: number, other: number): OfficeStages {
  const result = [...stages];
  const [first, second] = [result[one], result[other]];
  if (first === undefined || second === undefined) return stages;
  result[one] = second;
  result[other] = first;
  return result;
}
