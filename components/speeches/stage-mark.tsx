import { draftName } from "@/core/office-stages";
import type { SpeechSummary } from "@/core/speech";
import { useMessages, useOfficeStages } from "../messages/messages-provider";
import classes from "./stage-mark.module.css";

/** The stage's name and draft over a line with a part for each, that is inked as far as the speech has come. */
export function StageMark({ speech }: { speech: Pick<SpeechSummary, "stage" | "drafts"> }) {
  const messages = useMessages();
  const order = useOfficeStages().map((each) => each.stage);
  const reached = order.indexOf(speech.stage);
  return (
    <span className={classes.mark}>
      <span className={classes.name}>{draftName(messages, speech)}</span>
      <span className={classes.line} aria-hidden>
        {order.map((each, index) => (
          <span key={each} className={classes.part} data-reached={index <= reached || undefined} />
        ))}
      </span>
    </span>
  );
}
