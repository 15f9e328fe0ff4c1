"use client";

import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { LanguageChoice } from "../account/language-choice";
import { useMessages } from "../messages/messages-provider";
import classes from "./door-page.module.css";

export interface DoorPageProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** The sheet that the pages before the office share: set up, sign in, change password. */
export function DoorPage({ title, text, children }: DoorPageProps) {
  const { general } = useMessages();
  return (
    <div className={classes.desk}>
      <main className={classes.sheet}>
        <div className={classes.brand} aria-hidden>
          <span className={classes.seal}>合</span>
          <span className={classes.product}>{general.product}</span>
        </div>
        <Title order={1} fz="h2">
          {title}
        </Title>
        {text !== undefined && (
          <Text size="sm" c="dimmed" mt={6}>
            {text}
          </Text>
        )}
        <div className={classes.form}>{children}</div>
      </main>
      <footer className={classes.footer}>
        <LanguageChoice />
      </footer>
    </div>
  );
}
