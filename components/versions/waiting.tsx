"use client";

import { Button, Skeleton } from "@mantine/core";
import { FailureNotice } from "@/components/form/failure-notice";
import { useMessages } from "@/components/messages/messages-provider";
import type { AppError } from "@/core/errors";
import classes from "./versions.module.css";

interface WaitingProps {
  readonly failure: AppError | null;
  readonly reload: () => void;
  /** CSS pixels of what is to come. */
  readonly height: number;
}

/** Stands in for what is on its way, or says that it didn't come. */
export function Waiting({ failure, reload, height }: WaitingProps) {
  const words = useMessages().versions;
  if (failure === null) return <Skeleton className={classes.waiting} height={height} />;
  return (
    <div className={classes.failed}>
      <FailureNotice failure={failure} />
      <Button size="xs" variant="default" onClick={reload}>
        {words.retry}
      </Button>
    </div>
  );
}
