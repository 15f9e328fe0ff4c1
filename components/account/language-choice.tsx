"use client";

import { useRouter } from "next/navigation";
import { LOCALES, type Locale } from "@/core/messages/locale";
import { useLocale, useMessages } from "../messages/messages-provider";
import { rememberLocale } from "../messages/remember-locale";
import { mayLeave } from "../shell/use-leaving-question";
import { Setting } from "./setting";

/** Each language in its own words, for somebody who can't read the current one. */
const NAMES: Readonly<Record<Locale, string>> = { "zh-CN": "中文", en: "English" };

/** The language of the interface, kept in this browser. */
export function LanguageChoice() {
  const { account } = useMessages();
  const locale = useLocale();
  const router = useRouter();
  const choose = (next: Locale) => {
    // The page is drawn anew in the other language, with what it came with.
    if (!mayLeave()) return;
    rememberLocale(next);
    router.refresh();
  };
  return (
    <Setting
      label={account.language}
      value={locale}
      options={LOCALES.map((value) => ({ value, label: NAMES[value] }))}
      onChange={choose}
    />
  );
}
