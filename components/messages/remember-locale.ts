import { LOCALE_COOKIE, type Locale } from "@/core/messages/locale";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the choice for this browser; the next request to the server renders in it. */
export function rememberLocale(locale: Locale): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API isn't in Firefox ESR or Safari 17
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
