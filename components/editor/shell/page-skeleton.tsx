import { useMessages } from "@/components/messages/messages-provider";
import { TextSkeleton } from "@/components/shell/text-skeleton";
import paper from "./paper.module.css";
import classes from "./speech-editor.module.css";

/** A sheet of paper while the text is on its way. */
export function PageSkeleton() {
  const { general } = useMessages();
  return (
    <main className={classes.desk} aria-busy aria-label={general.loading}>
      <div className={paper.sheet}>
        <TextSkeleton />
      </div>
    </main>
  );
}
