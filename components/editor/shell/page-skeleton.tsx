import { Skeleton } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import paper from "./paper.module.css";
import classes from "./speech-editor.module.css";

const LINES = ["96%", "100%", "92%", "100%", "58%"];

/** A sheet of paper while the text is on its way. */
export function PageSkeleton() {
  const { general } = useMessages();
  return (
    <main className={classes.desk} aria-busy aria-label={general.loading}>
      <div className={paper.sheet}>
        <Skeleton height="1.6em" width="52%" mx="auto" mb="2.4em" />
        {LINES.map((width) => (
          <Skeleton key={width} height="0.9em" width={width} mb="0.9em" />
        ))}
      </div>
    </main>
  );
}
