/**
 * Turns the composition hold on and off with the editor's composition events and keeps the Yjs
 * binding from taking over half-typed text. The binding (y-tiptap) itself doesn't know about IMEs.
 */
import { Extension } from "@tiptap/core";
import type { CompositionHold } from "./composition-hold";

export interface CompositionOptions {
  /** The connection's `hold`. */
  hold: CompositionHold | null;
}

/** `Composition.configure({ hold: connection.hold })`, beside Collaboration and CollaborationCaret. */
export const Composition = Extension.create<CompositionOptions>({
  name: "composition",
  addOptions: () => ({ hold: null }),
});
