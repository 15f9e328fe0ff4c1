import { cookies } from "next/headers";
import { LOCALE_COOKIE, type Locale, localeOf } from "@/core/messages/locale";
import { type Messages, messagesFor } from "@/core/messages/messages";

/** The language of this request, from the browser's cookie. */
export async function requestLocale(): Promise<Locale> {
  const jar = await cookies();
  return localeOf(jar.get(LOCALE_COOKIE)?.value);
}

/** The texts of this request's language, for server components. */
export async function requestMessages(): Promise<Messages> {
  return messagesFor(await requestLocale());
}
