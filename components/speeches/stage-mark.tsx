import { stageName } from "@/core/office-stages";
import type { Stage } from "@/core/speech";
import { useMessages, useOfficeStages } from "../messages/messages-provider";
import classes from "./stage-mark.module.css";

/** The stage's name over a line with a part for each, that is inked as far as the speech has come. */
export function StageMark({ stage }: { stage: Stage }) {
  const words = useMessages().speech;
  const order = useOfficeStages().map((each) => each.stage);
  const reached = order.indexOf(stage);
  return (
    <span className={classes.mark}>
      <span className={classes.name}>{stageName(words, stage)}</span>
      <span className={classes.line} aria-hidden>
        {order.map((each, index) => (
          <span key={each} className={classes.part} data-reached={index <= reached || undefined} />
        ))}
      </span>
    </span>
  );
}
