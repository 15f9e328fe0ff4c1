"use client";

import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import type { Locale } from "@/core/messages/locale";
import { MessagesProvider } from "../messages/messages-provider";
import { theme } from "../theme/theme";

/** What every page stands in: theme, texts, notices. */
export function Providers({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <MessagesProvider locale={locale}>
        <Notifications position="bottom-center" limit={3} />
        {children}
      </MessagesProvider>
    </MantineProvider>
  );
}
