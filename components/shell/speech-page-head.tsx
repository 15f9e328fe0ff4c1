import type { ReactNode } from "react";
import type { SpeechSummary } from "@/core/speech";
import { useMessages } from "../messages/messages-provider";
import { BackLink } from "./back-link";
import classes from "./speech-page-head.module.css";

interface SpeechPageHeadProps {
  readonly speech: SpeechSummary;
  /** What the page is of the speech. */
  readonly title: string;
  readonly backLabel: string;
  /** What can be done on the page. */
  readonly children?: ReactNode;
}

/** The head of a page about a speech that has the whole window: the way back, its title, what can be done. */
export function SpeechPageHead({ speech, title, backLabel, children }: SpeechPageHeadProps) {
  const { untitled } = useMessages().speech;
  return (
    <header className={classes.head}>
      <BackLink speechId={speech.id} label={backLabel} />
      <h1 className={classes.title}>
        <span>{speech.title || untitled}</span>
        <small>{title}</small>
      </h1>
      <div className={classes.actions}>{children}</div>
    </header>
  );
}
