import type { Locale } from "./locale";

/** For Intl.DateTimeFormat: 14:05, 08:05 in Chinese; 2:05 PM in English. */
export const clockOptions = (locale: Locale) =>
  ({ hour: locale === "en" ? "numeric" : "2-digit", minute: "2-digit" }) as const;
