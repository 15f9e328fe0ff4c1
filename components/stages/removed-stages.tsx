import { Button } from "@mantine/core";
import type { OfficeStage, OfficeStages } from "@/core/office-stages";
import { useMessages } from "../messages/messages-provider";
import classes from "./stages-page.module.css";
import { useGivenName } from "./use-given-name";

interface RemovedStagesProps {
  readonly stages: OfficeStages;
  readonly mayReturn: boolean;
  readonly onReturn: (stage: OfficeStage) => void;
}

/** Those that are left out, each with the way back. */
export function RemovedStages({ stages, mayReturn, onReturn }: RemovedStagesProps) {
  const words = useMessages().officeStages;
  const given = useGivenName();
  if (stages.length === 0) return null;
  return (
    <section className={classes.removed} aria-labelledby="removed-stages">
      <h2 id="removed-stages">{words.removed}</h2>
      <p>{words.removedHint}</p>
      <ul>
        {stages.map((stage) => (
          <li key={stage.stage}>
            <span>{stage.name.trim() || given(stage)}</span>
            <Button
              variant="subtle"
              size="compact-xs"
              disabled={!mayReturn}
              aria-label={words.putBack(given(stage))}
              onClick={() => onReturn(stage)}
            >
              {words.back}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
