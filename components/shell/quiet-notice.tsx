import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./quiet-notice.module.css";

export interface QuietNoticeProps {
  readonly title: string;
  readonly text: string;
  /** 1 where the notice is the whole page, 2 inside one. */
  readonly order: 1 | 2;
  readonly children?: ReactNode;
}

/** Nothing here, not found, not allowed: what it is, what to do now. */
export function QuietNotice({ title, text, order, children }: QuietNoticeProps) {
  return (
    <div className={classes.notice}>
      <Title order={order} fz="h2">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mt={6} maw="36em">
        {text}
      </Text>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
