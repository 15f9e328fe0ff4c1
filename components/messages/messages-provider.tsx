"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "@/core/messages/locale";
import { type Messages, messagesFor } from "@/core/messages/messages";
import { currentStages, DEFAULT_STAGES, type OfficeStages, stageNames } from "@/core/office-stages";

interface Language {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly stages: OfficeStages;
}

interface MessagesProviderProps {
  readonly locale: Locale;
  /** All that the office has or had; every text that names one uses its word. */
  readonly stages?: OfficeStages;
  readonly children: ReactNode;
}

const LanguageContext = createContext<Language | null>(null);

/** Gives everything below it the texts of one language; the server reads `locale` from the cookie. */
export function MessagesProvider({ locale, stages = DEFAULT_STAGES, children }: MessagesProviderProps) {
  const language = useMemo(() => {
    const messages = messagesFor(locale);
    const { speech } = messages;
    const named = { ...speech, stages: stageNames(speech.stages, stages) };
    return { locale, stages: currentStages(stages), messages: { ...messages, speech: named } };
  }, [locale, stages]);
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

/** The office's stages in its order, with what it expects in each. */
export function useOfficeStages(): OfficeStages {
  return useLanguage().stages;
}
