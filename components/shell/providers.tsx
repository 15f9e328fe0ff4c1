"use client";

import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import type { Locale } from "@/core/messages/locale";
import type { OfficeStages } from "@/core/office-stages";
import { MessagesProvider } from "../messages/messages-provider";
import { themeOf } from "../theme/theme";

interface ProvidersProps {
  readonly locale: Locale;
  readonly stages: OfficeStages;
  readonly children: ReactNode;
}

/** What every page stands in: theme, texts, notices. */
export function Providers({ locale, stages, children }: ProvidersProps) {
  return (
    <MantineProvider theme={themeOf(locale)} defaultColorScheme="auto">
      <MessagesProvider locale={locale} stages={stages}>
        <Notifications position="bottom-center" limit={3} />
        {children}
      </MessagesProvider>
    </MantineProvider>
  );
}
