/** What an entry of the record says, in the person's language. */
import type { Locale } from "@/core/messages/locale";
import type { Messages } from "@/core/messages/messages";
import type { RecordEntry, RecordFacts } from "@/core/record";

export interface EntryText {
  readonly what: string;
  readonly note: string;
  /** Of the text that it is about; null when it is about none. */
  readonly contentHash: string | null;
}

/** Format, layout and content of a file that somebody made. */
export function exportName(facts: RecordFacts["export"], words: Messages["exports"]): string[] {
  if (facts.format !== "docx") return [words.formats[facts.format]];
  const comments = facts.content !== "comparison" && facts.comments ? [words.withComments] : [];
  return [words.formats.docx, words.presets[facts.preset], words.contents[facts.content], ...comments];
}

export function entryText(entry: RecordEntry, messages: Messages, locale: Locale): EntryText {
  const { record: words, speech, exports } = messages;
  switch (entry.kind) {
    case "stage": {
      const { from, to, note, contentHash } = entry.facts;
      const [one, other] = [speech.stages[from], speech.stages[to]];
      const what = from === to ? words.sameStage(one) : words.stage(one, other);
      return { what, note: note === "" ? "" : words.note(note), contentHash };
    }
    case "restore": {
      const { whole, contentHash } = entry.facts;
      return { what: whole ? words.restoreWhole : words.restorePart, note: "", contentHash };
    }
    case "member": {
      const { name, role } = entry.facts;
      const what = role === null ? words.memberOff(name) : words.memberRole(name, speech.roles[role]);
      return { what, note: "", contentHash: null };
    }
    case "export": {
      const { facts } = entry;
      return {
        what: words.exported(exportName(facts, exports).join(locale === "en" ? ", " : "、")),
        note: "",
        contentHash: facts.contentHash,
      };
    }
  }
}
