"use client";

import { createContext, type ReactNode, useMemo } from "react";
import type { Locale } from "@/core/messages/locale";
import type { Messages } from "@/core/messages/messages";
import { currentStages, type OfficeStages, stageNames } from "@/core/office-stages";

export interface Language {
  readonly locale: Locale;
  /** With the stages named as the office names them today. */
  readonly messages: Messages;
  /** With the stages named as the program names them. */
  readonly given: Messages;
  readonly stages: OfficeStages;
}

export const LanguageContext = createContext<Language | null>(null);

/** What a language's own module needs to give its table to everything below it. */
export interface LanguageProps {
  readonly stages: OfficeStages;
  readonly children: ReactNode;
}

interface LanguageTableProps extends LanguageProps {
  readonly locale: Locale;
  readonly table: Messages;
}

/** Gives out a table of texts, with the stages named as the office names them. */
export function LanguageTable({ locale, table, stages, children }: LanguageTableProps) {
  const language = useMemo(() => {
    const { speech } = table;
    const named = { ...speech, stages: stageNames(speech.stages, stages) };
    return { locale, stages: currentStages(stages), messages: { ...table, speech: named }, given: table };
  }, [locale, table, stages]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}
