/** What the slash menu shows, kept outside React so that the plugin can steer it without a render. */
import type { BlockKind } from "../blocks/block-kind";

export type SlashChoice = BlockKind | "table";

export interface SlashMenuState {
  readonly choices: readonly SlashChoice[];
  readonly active: number;
  /** Where the typed slash is, in the viewport. */
  readonly place: DOMRect | null;
  readonly choose: (choice: SlashChoice) => void;
}

/** Null while the menu is closed. */
export interface SlashStore {
  get(): SlashMenuState | null;
  set(state: SlashMenuState | null): void;
  subscribe(listener: () => void): () => void;
}

export function createSlashStore(): SlashStore {
  let state: SlashMenuState | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(next) {
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
