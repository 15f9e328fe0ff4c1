"use client";

import { Button, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import {
  currentStages,
  mayRemove,
  newOwnStage,
  type OfficeStage,
  type OfficeStages,
} from "@/core/office-stages";
import { officeStagesSchema, takenNames } from "@/core/office-stages-request";
import type { Stage } from "@/core/speech";
import { changeOfficeStages, listOfficeStages } from "../api";
import { useMessages } from "../messages/messages-provider";
import { useAskedLinks } from "../shell/use-asked-links";
import { useLeavingQuestion } from "../shell/use-leaving-question";
import { useNotice } from "../shell/use-notice";
import homeClasses from "../speeches/speech-home.module.css";
import listClasses from "../speeches/speech-list.module.css";
import { useFreshReturn } from "../use-fresh-return";
import { RemovedStages } from "./removed-stages";
import { StageRow } from "./stage-row";
import classes from "./stages-page.module.css";

/** The administrator's page for the office's stages: which, called what, in which order, expecting what. */
export function StagesPage({ initial }: { initial: OfficeStages }) {
  const { officeStages: words, general } = useMessages();
  const notice = useNotice();
  const router = useRouter();
  const [saved, setSaved] = useState(initial);
  const [stages, setStages] = useState(initial);
  const [inUse, setInUse] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  useFreshReturn(initial, listOfficeStages, (fresh) => {
    setSaved(fresh);
    setStages(fresh);
  });
  const isChanged = JSON.stringify(stages) !== JSON.stringify(saved);
  useLeavingQuestion(isChanged, general.leaveWritten);
  useAskedLinks(isChanged);
  const current = currentStages(stages);
  const taken = takenNames(stages);
  const put = (stage: Stage, change: Partial<OfficeStage>) =>
    setStages((old) => old.map((each) => (each.stage === stage ? { ...each, ...change } : each)));
  /** As it was saved; one that never was leaves nothing behind. */
  const remove = (stage: Stage) => {
    const known = saved.filter((each) => each.stage === stage).map((each) => ({ ...each, removed: true }));
    setStages((old) => [...old.filter((each) => each.stage !== stage), ...known]);
  };
  const others = current.filter(({ stage }) => mayRemove(stage)).length;

  const save = async () => {
    setBusy(true);
    setInUse(new Set());
    try {
      const next = await changeOfficeStages(stages, saved);
      setSaved(next);
      setStages(next);
      notice.tell(words.saved);
      router.refresh();
    } catch (error) {
      if (error instanceof AppError && error.code === "stage-in-use") {
        const refused = new Set(Object.keys(error.fields ?? {}));
        setInUse(refused);
        setStages((old) => inOrder(old.map((each) => (refused.has(each.stage) ? back(each) : each))));
      }
      notice.fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className={homeClasses.head}>
        <Title order={1}>{words.title}</Title>
        <Button
          onClick={() => void save()}
          loading={busy}
          disabled={!officeStagesSchema.safeParse({ stages }).success}
        >
          {general.save}
        </Button>
      </div>
      <Text size="sm" c="dimmed" mt={4} mb={24} maw={640}>
        {words.text}
      </Text>
      {/* What is written while it is saved would be gone with the answer. */}
      <fieldset className={classes.all} disabled={busy}>
        <ol className={`${listClasses.sheet} ${classes.list}`} aria-label={words.list}>
          {current.map((each, index) => (
            <StageRow
              key={each.stage}
              stage={each}
              isTaken={taken.has(each.stage)}
              isInUse={inUse.has(each.stage)}
              // The final one stays last.
              mayRise={each.stage !== "final" && index > 0}
              mayFall={each.stage !== "final" && index < current.length - 2}
              onMove={(by) => setStages((old) => swapped(inOrder(old), index, index + by))}
              onChange={(change) => put(each.stage, change)}
              onRemove={mayRemove(each.stage) && others > 1 ? () => remove(each.stage) : null}
            />
          ))}
        </ol>
        <Button
          variant="default"
          size="xs"
          mt={16}
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={current.length >= LIMITS.officeStages}
          onClick={() => setStages((old) => withStage(old, added()))}
        >
          {words.add}
        </Button>
        <RemovedStages
          stages={stages.filter(({ removed }) => removed)}
          mayReturn={current.length < LIMITS.officeStages}
          onReturn={(each) => setStages((old) => withStage(old, back(each)))}
        />
      </fieldset>
    </>
  );
}

const added = (): OfficeStage => ({
  stage: newOwnStage(),
  name: "",
  expects: "",
  removed: false,
  needsSignOff: false,
});
const back = (stage: OfficeStage): OfficeStage => ({ ...stage, removed: false });

/** Before the text goes up for approval, where an office's own stages mostly are. */
function withStage(stages: OfficeStages, stage: OfficeStage): OfficeStages {
  const rest = inOrder(stages.filter((each) => each.stage !== stage.stage));
  const at = rest.findIndex((each) => each.stage === "review");
  return [...rest.slice(0, at), stage, ...rest.slice(at)];
}

/** Those left out behind the others, as the server keeps them; the final one is the last of these. */
function inOrder(stages: OfficeStages): OfficeStages {
  const isLast = ({ stage }: OfficeStage) => stage === "final";
  const current = currentStages(stages);
  return [
    ...current.filter((each) => !isLast(each)),
    ...current.filter(isLast),
    ...stages.filter(({ removed }) => removed),
  ];
}

function swapped(stages: OfficeStages, one: number, other: number): OfficeStages {
  const result = [...stages];
  const [first, second] = [result[one], result[other]];
  if (first === undefined || second === undefined) return stages;
  result[one] = second;
  result[other] = first;
  return result;
}
