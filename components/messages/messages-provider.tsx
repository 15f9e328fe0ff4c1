"use client";

import dynamic from "next/dynamic";
import { type ComponentType, type ReactNode, useContext } from "react";
import type { Locale } from "@/core/messages/locale";
import type { Messages } from "@/core/messages/messages";
import { DEFAULT_STAGES, type OfficeStages } from "@/core/office-stages";
import { type Language, LanguageContext, type LanguageProps } from "./language-context";

/** A page carries the texts of one language only; the server renders with them, so nothing waits to be seen. */
const LANGUAGES: Readonly<Record<Locale, ComponentType<LanguageProps>>> = {
  "zh-CN": dynamic(() => import("./chinese")),
  en: dynamic(() => import("./english")),
};

interface MessagesProviderProps {
  readonly locale: Locale;
  /** All that the office has or had; every text that names one uses its word. */
  readonly stages?: OfficeStages;
  readonly children: ReactNode;
}

/** Gives everything below it the texts of one language; the server reads `locale` from the cookie. */
export function MessagesProvider({ locale, stages = DEFAULT_STAGES, children }: MessagesProviderProps) {
  const Texts = LANGUAGES[locale];
  return <Texts stages={stages}>{children}</Texts>;
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

/**
 * The same with the stages named as the program names them: what the record keeps has the office's name of then with
 * it, where there was one, and isn't to be named anew.
 */
export function useGivenMessages(): Messages {
  return useLanguage().given;
}

/** The language itself, for dates and numbers through Intl. */
export function useLocale(): Locale {
  return useLanguage().locale;
}

/** The office's stages in its order, with what it expects in each. */
export function useOfficeStages(): OfficeStages {
  return useLanguage().stages;
}
