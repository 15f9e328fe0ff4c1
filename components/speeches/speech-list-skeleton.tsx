import { Skeleton, VisuallyHidden } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";
import classes from "./speech-row.module.css";

const ROWS = ["a", "b", "c", "d"];

/** Rows to come, as tall as real ones so that nothing jumps when they arrive. */
export function SpeechListSkeleton() {
  const { general } = useMessages();
  return (
    <div role="status">
      <VisuallyHidden>{general.loading}</VisuallyHidden>
      {ROWS.map((row) => (
        <div key={row} className={classes.row} aria-hidden>
          <div className={classes.main}>
            <Skeleton height={18} width="62%" mb={10} />
            <Skeleton height={12} width="36%" />
          </div>
          <div className={classes.stage}>
            <Skeleton height={14} width={72} />
          </div>
          <div className={classes.figures}>
            <Skeleton height={14} width={120} ml="auto" />
          </div>
        </div>
      ))}
    </div>
  );
}
