/** The one table of interface texts: zh-CN defines the keys and parameters, every language fits it. */
import { en } from "./en";
import type { Locale } from "./locale";
import { zhCN } from "./zh-CN";

export type Messages = typeof zhCN;

const TABLES: Readonly<Record<Locale, Messages>> = { "zh-CN": zhCN, en };

export function messagesFor(locale: Locale): Messages {
  return TABLES[locale];
}
