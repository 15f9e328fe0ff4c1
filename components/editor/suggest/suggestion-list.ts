/** The suggestions of the text as a store beside the editor, read when typing pauses. */
import type { Editor } from "@tiptap/core";
import { type ListedSuggestion, listSuggestions } from "@/core/review/list-suggestions";
import { pausing } from "../pausing";

export interface SuggestionList {
  /** In the order of the text. */
  get(): readonly ListedSuggestion[];
  /** Reads at once: what was just decided must not be offered again. Costs nothing where the text is still the same. */
  read(): void;
  subscribe(listener: () => void): () => void;
}

export function createSuggestionList(editor: Editor): SuggestionList {
  const listeners = new Set<() => void>();
  let text = editor.state.doc;
  let listed = listSuggestions(text);
  const read = () => {
    // Going to one, and selecting, make another state of the same text.
    if (editor.isDestroyed || editor.state.doc === text) return;
    text = editor.state.doc;
    const next = listSuggestions(text);
    // Most speeches have none most of the time: then nothing is drawn again.
    if (listed.length === 0 && next.length === 0) return;
    listed = next;
    for (const listener of listeners) listener();
  };
  const reading = pausing(read);
  return {
    get: () => listed,
    read,
    subscribe(listener) {
      if (listeners.size === 0) {
        editor.on("update", reading.request);
        reading.request();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        editor.off("update", reading.request);
        reading.cancel();
      };
    },
  };
}
