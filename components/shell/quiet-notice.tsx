import type { ReactNode } from "react";
import classes from "./quiet-notice.module.css";

export interface QuietNoticeProps {
  readonly title: string;
  readonly text: string;
  /** 1 where the notice is the whole page, 2 inside one. */
  readonly order: 1 | 2;
  readonly children?: ReactNode;
}

/**
 * Nothing here, not found, not allowed: what it is, what to do now. Every page carries it for when it can't be shown,
 * so it is made without Mantine's components, which would come with it a second time.
 */
export function QuietNotice({ title, text, order, children }: QuietNoticeProps) {
  const Heading = order === 1 ? "h1" : "h2";
  return (
    <div className={classes.notice}>
      <Heading className={classes.title}>{title}</Heading>
      <p className={classes.text}>{text}</p>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
