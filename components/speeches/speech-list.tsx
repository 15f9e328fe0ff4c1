import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { SpeechSummary } from "@/core/speech";
import { useMessages } from "../messages/messages-provider";
import { keepFocus } from "../shell/keep-focus";
import classes from "./speech-list.module.css";
import { SpeechListSkeleton } from "./speech-list-skeleton";
import type { SpeechMenuProps } from "./speech-menu";
import { SpeechRow } from "./speech-row";
import type { ListActivity } from "./use-speech-list";

export interface SpeechListProps extends Omit<SpeechMenuProps, "speech"> {
  readonly speeches: readonly SpeechSummary[];
  readonly hasMore: boolean;
  readonly activity: ListActivity;
  readonly now: number;
  readonly onMore: () => void;
  /** What to say when there are no rows. */
  readonly empty: ReactNode;
}

/** The sheet with the rows, or with what stands in for them. */
export function SpeechList({ speeches, hasMore, activity, now, onMore, empty, ...actions }: SpeechListProps) {
  const { home } = useMessages();
  if (activity === "switching") {
    return (
      <div className={classes.sheet}>
        <SpeechListSkeleton />
      </div>
    );
  }
  if (speeches.length === 0) return <div className={classes.sheet}>{empty}</div>;
  return (
    <>
      <ul
        ref={keepFocus}
        className={classes.sheet}
        aria-label={home.list}
        aria-busy={activity === "searching"}
        data-searching={activity === "searching" || undefined}
      >
        {speeches.map((speech) => (
          <SpeechRow key={speech.id} speech={speech} now={now} {...actions} />
        ))}
      </ul>
      {hasMore && (
        <div className={classes.more}>
          <Button variant="default" loading={activity === "loading-more"} onClick={onMore}>
            {home.loadMore}
          </Button>
        </div>
      )}
    </>
  );
}
