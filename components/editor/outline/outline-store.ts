/**
 * The outline as a store beside the editor. It is read when typing pauses and the browser is idle,
 * so that no key press waits for it; the part at the caret likewise.
 */
import type { Editor } from "@tiptap/core";
import { headingLabels } from "../decorations/heading-numbers";
import { pausing } from "../pausing";
import { type Outline, partAt, readOutline } from "./read-outline";

export interface OutlineView {
  readonly outline: Outline;
  /** Index of the part that holds the caret, −1 before the first. */
  readonly current: number;
}

export interface OutlineStore {
  get(): OutlineView;
  /** Reads at once, for an action that must not work on an old outline. */
  read(): OutlineView;
  subscribe(listener: () => void): () => void;
}

export function createOutlineStore(editor: Editor): OutlineStore {
  const listeners = new Set<() => void>();
  let view = readView(editor);

  const read = () => {
    const next = readView(editor);
    if (!sameView(next, view)) {
      view = next;
      for (const listener of listeners) listener();
    }
    return view;
  };
  const schedule = pausing(() => {
    if (!editor.isDestroyed) read();
  });

  return {
    get: () => view,
    read,
    subscribe(listener) {
      if (listeners.size === 0) editor.on("transaction", schedule.request);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        editor.off("transaction", schedule.request);
        schedule.cancel();
      };
    },
  };
}

function readView(editor: Editor): OutlineView {
  const { doc, selection } = editor.state;
  const outline = readOutline(doc, headingLabels(editor.state));
  return { outline, current: partAt(outline.parts, selection.from) };
}

function sameView(one: OutlineView, other: OutlineView): boolean {
  return one.current === other.current && JSON.stringify(one.outline) === JSON.stringify(other.outline);
}
