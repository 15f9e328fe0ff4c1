/** The interface's languages, and how a browser's choice is remembered. */

export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "zh-CN";

/** A cookie rather than local storage: the server must render the first page in the right language. */
export const LOCALE_COOKIE = "lectern-locale";

/** The locale a cookie names; anything else is the default. */
export function localeOf(cookieValue: string | undefined): Locale {
  return LOCALES.find((locale) => locale === cookieValue) ?? DEFAULT_LOCALE;
}
