import { IconSignature } from "@tabler/icons-react";
import Link from "next/link";
import { isClosed, type SpeechSummary } from "@/core/speech";
import { minutes } from "@/core/text/count";
import { groupedNumber } from "@/core/text/grouped-number";
import { useLocale, useMessages } from "../messages/messages-provider";
import { BrowserText } from "../shell/browser-text";
import { DueLabel } from "./due-label";
import { PresentPeople } from "./present-people";
import { relativeTime } from "./relative-time";
import { SpeechMenu, type SpeechMenuProps } from "./speech-menu";
import classes from "./speech-row.module.css";
import { StageMark } from "./stage-mark";

export interface SpeechRowProps extends SpeechMenuProps {
  readonly now: number;
}

/** One speech of the home page. The title is the link; it covers the whole row. */
export function SpeechRow({ speech, now, ...actions }: SpeechRowProps) {
  const { home } = useMessages();
  const about = [speech.speaker, speech.occasion].filter(Boolean).join(" · ");
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <h2 className={classes.title}>
          <Link href={`/speeches/${speech.id}`} className={classes.link} prefetch={false}>
            {speech.title}
          </Link>
        </h2>
        {speech.asksToSign && (
          <Link href={`/speeches/${speech.id}/read`} className={classes.sign} prefetch={false}>
            <IconSignature size={16} aria-hidden />
            {home.asksToSign}
          </Link>
        )}
        {about !== "" && <p className={classes.about}>{about}</p>}
      </div>
      <div className={classes.stage}>
        <StageMark speech={speech} />
      </div>
      <div className={classes.dueCell}>
        <DueLabel dueOn={speech.dueOn} now={now} closed={isClosed(speech)} />
      </div>
      <div className={classes.present}>
        <PresentPeople people={speech.present} />
      </div>
      <Figures speech={speech} now={now} />
      <div className={classes.menu}>
        <SpeechMenu speech={speech} {...actions} />
      </div>
    </li>
  );
}

function Figures({ speech, now }: { speech: SpeechSummary; now: number }) {
  const locale = useLocale();
  const messages = useMessages();
  const spoken = minutes(speech.spokenUnits, speech.charactersPerMinute);
  return (
    <div className={classes.figures}>
      <p>
        {messages.speech.characters(groupedNumber(speech.characters))}
        {spoken > 0 && ` · ${messages.speech.minutes(spoken)}`}
      </p>
      <BrowserText as="p" className={classes.updated}>
        {messages.home.updated(relativeTime(speech.updatedAt, now, locale) ?? messages.home.justNow)}
      </BrowserText>
    </div>
  );
}
