"use client";

import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type ReactNode, useState } from "react";
import type { Locale } from "@/core/messages/locale";
import type { OfficeStages } from "@/core/office-stages";
import { MessagesProvider } from "../messages/messages-provider";
import { hearServedTime } from "../server-clock";
import { themeOf } from "../theme/theme";
import classes from "./notices.module.css";
import { useGuardedBack } from "./use-leaving-question";

interface ProvidersProps {
  readonly locale: Locale;
  readonly stages: OfficeStages;
  /** When the server made this page, epoch milliseconds. */
  readonly servedAt: number;
  readonly children: ReactNode;
}

/** What every page stands in: theme, texts, notices. */
export function Providers({ locale, stages, servedAt, children }: ProvidersProps) {
  // Before anything below is drawn, once: a refreshed page brings another time with the old way.
  useState(() => hearServedTime(servedAt));
  useGuardedBack();
  return (
    <MantineProvider theme={themeOf(locale)} defaultColorScheme="auto">
      <MessagesProvider locale={locale} stages={stages}>
        <Notifications className={classes.notices} position="bottom-center" limit={3} />
        {children}
      </MessagesProvider>
    </MantineProvider>
  );
}
