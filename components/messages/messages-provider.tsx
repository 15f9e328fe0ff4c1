"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "@/core/messages/locale";
import { type Messages, messagesFor } from "@/core/messages/messages";

interface Language {
  readonly locale: Locale;
  readonly messages: Messages;
}

const LanguageContext = createContext<Language | null>(null);

/** Gives everything below it the texts of one language; the server reads `locale` from the cookie. */
export function MessagesProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const language = useMemo(() => ({ locale, messages: messagesFor(locale) }), [locale]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error("MessagesProvider is missing above this component.");
  return language;
}

/** The interface's texts in the person's language. */
export function useMessages(): Messages {
  return useLanguage().messages;
}

/** The language itself, for dates and numbers through Intl. */
export function useLocale(): Locale {
  return useLanguage().locale;
}
