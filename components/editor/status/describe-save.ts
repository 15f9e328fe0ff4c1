import type { SaveState } from "@/components/sync/save-state";
import type { Locale } from "@/core/messages/locale";
import type { Messages } from "@/core/messages/messages";

type SaveTexts = Messages["editor"]["save"];

/** What the status bar says of a save state, in the interface's language. */
export function describeSave(state: SaveState, texts: SaveTexts, locale: Locale): string {
  switch (state.kind) {
    case "connecting":
      return texts.connecting;
    case "saving":
      return texts.saving;
    case "saved":
      return state.savedAt === null ? texts.savedBefore : texts.saved(timeOf(state.savedAt, locale));
    case "offline":
      return `${offlineText(state, texts)}${state.unsynced.any ? keptText(state.keptLocally, texts) : ""}`;
    case "storage-trouble":
      return `${texts.storageTrouble}${state.unsynced.any ? keptText(state.keptLocally, texts) : ""}`;
    case "refused":
      return state.unsynced.characters > 0 ? texts.refusedUnsynced(state.unsynced.characters) : texts.refused;
  }
}

function offlineText({ unsynced }: Extract<SaveState, { kind: "offline" }>, texts: SaveTexts): string {
  if (unsynced.characters > 0) return texts.offlineUnsynced(unsynced.characters);
  return unsynced.any ? texts.offlineUnsyncedEdits : texts.offline;
}

function keptText(keptLocally: boolean, texts: SaveTexts): string {
  return keptLocally ? texts.keptLocally : texts.notKeptLocally;
}

/** Making one takes longer than all else that a key press asks of this page. */
const clocks = new Map<Locale, Intl.DateTimeFormat>();

function timeOf(savedAt: number, locale: Locale): string {
  const clock = clocks.get(locale) ?? new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  clocks.set(locale, clock);
  return clock.format(savedAt);
}
