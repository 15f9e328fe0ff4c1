/** The record of a speech as a sheet for the archive: its words, the same on the screen and on paper. */
import * as z from "zod";
import { LOCALES, type Locale } from "./messages/locale";
import type { Messages } from "./messages/messages";
import type { SpeechRecord } from "./record";
import { entryText } from "./record-text";
import { shownHash } from "./shown-hash";
import { timeZoneSchema } from "./time-zone";

/** Asks for the sheet as a file, in a person's language and by their clock. */
export const recordSheetSchema = z.strictObject({
  locale: z.enum(LOCALES),
  timeZone: timeZoneSchema,
});
export type RecordSheetRequest = z.infer<typeof recordSheetSchema>;

export interface RecordSheetRow {
  readonly number: number;
  readonly time: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly person: string;
  readonly what: string;
  /** Lines; "" for none. */
  readonly note: string;
  /** Of the texts that it is about, each as it is shown and whole. */
  readonly hashes: readonly { readonly shown: string; readonly whole: string }[];
  /** As much of it as tells entries apart. */
  readonly hash: string;
  readonly wholeHash: string;
  /** It doesn't follow from those before it. */
  readonly isBroken: boolean;
}

export interface RecordSheet {
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  readonly isBroken: boolean;
  /** Number, time, person, what, hash. */
  readonly heads: readonly string[];
  readonly rows: readonly RecordSheetRow[];
  /** The last entry's whole hash; "" when the record is broken. */
  readonly foot: string;
}

export interface SheetWords {
  readonly messages: Messages;
  readonly locale: Locale;
  /** The reader's own when left out. */
  readonly timeZone?: string | undefined;
}

export function recordSheet(
  title: string,
  { entries, brokenAt }: SpeechRecord,
  { messages, locale, timeZone }: SheetWords,
): RecordSheet {
  const words = messages.record;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const last = entries.at(-1);
  return {
    title: title || messages.speech.untitled,
    subtitle: words.title,
    state: brokenAt === null ? words.whole(entries.length) : words.broken(brokenAt),
    isBroken: brokenAt !== null,
    heads: [words.number, words.time, words.person, words.what, words.hash],
    rows: entries.map((entry) => {
      const { what, note, hashes } = entryText(entry, messages, (at) => time.format(at));
      return {
        number: entry.number,
        time: time.format(entry.at),
        at: entry.at,
        person: entry.person.name,
        what,
        note,
        hashes: hashes.map(({ hash, named }) => ({ shown: named(shownHash(hash)), whole: hash })),
        hash: shownHash(entry.hash),
        wholeHash: entry.hash,
        isBroken: brokenAt !== null && entry.number >= brokenAt,
      };
    }),
    foot: brokenAt !== null || last === undefined ? "" : words.lastHash(last.number, last.hash),
  };
}
