/**
 * The outline as a store beside the editor. It is read when typing pauses and the browser is idle,
 * so that no key press waits for it; the part at the caret likewise.
 */
import type { Editor } from "@tiptap/core";
import { headingLabels } from "../decorations/heading-numbers";
import { type Outline, partAt, readOutline } from "./read-outline";

/** A pause in typing, long enough not to fall between two key presses. */
const PAUSE_MS = 250;
/** With somebody always typing there is no pause: then at least this often. */
const LONGEST_WAIT_MS = 1500;

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

/** Runs after requests have paused, in an idle moment. */
function pausing(run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  const cancel = () => {
    clearTimeout(timer);
    waitingSince = null;
  };
  const runWhenIdle = () => {
    cancel();
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: PAUSE_MS });
    else run();
  };
  const request = () => {
    waitingSince ??= performance.now();
    const rest = LONGEST_WAIT_MS - (performance.now() - waitingSince);
    clearTimeout(timer);
    timer = setTimeout(runWhenIdle, Math.max(0, Math.min(PAUSE_MS, rest)));
  };
  return { request, cancel };
}
