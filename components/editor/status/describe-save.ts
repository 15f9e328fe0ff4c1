import type { KeptLocally, SaveState } from "@/components/sync/save-state";
import type { Locale } from "@/core/messages/locale";
import type { Messages } from "@/core/messages/messages";

type SaveTexts = Messages["editor"]["save"];

/** What the status bar says of a save state, in the interface's language. */
export function describeSave(state: SaveState, texts: SaveTexts, locale: Locale): string {
  switch (state.kind) {
    case "connecting":
      return texts.connecting;
    case "restarting":
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

function keptText(keptLocally: KeptLocally, texts: SaveTexts): string {
  switch (keptLocally) {
    case "yes":
      return texts.keptLocally;
    case "writing":
      return texts.beingKeptLocally;
    case "no":
      return texts.notKeptLocally;
  }
}

/**
 * The hour and minute here. The first Intl.DateTimeFormat of a page takes 0.1 s to make, and this is said
 * while the text is still to be drawn.
 */
function timeOf(epochMs: number, locale: Locale): string {
  const time = new Date(epochMs);
  const hour = time.getHours();
  const minute = twoDigits(time.getMinutes());
  if (locale !== "en") return `${twoDigits(hour)}:${minute}`;
  return `${hour % 12 || 12}:${minute} ${hour < 12 ? "AM" : "PM"}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
