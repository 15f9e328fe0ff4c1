/**
 * The editor knows the selection before a key or a button acts on it. Chromium tells of a selection
 * made by keys in a task of its own, which the next key press or click overtakes when the page is
 * busy; Ctrl+B would then make bold what was selected before.
 */
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { isInputMethodKey } from "@/components/form/is-input-method-key";

export const KnownSelection = Extension.create({
  name: "knownSelection",
  addProseMirrorPlugins: () => [new Plugin({ view: tellOfSelections })],
});

function tellOfSelections(view: EditorView): { destroy(): void } {
  const page = view.dom.ownerDocument;
  const tell = (event: Event) => {
    if (view.composing || (event instanceof KeyboardEvent && isInputMethodKey(event))) return;
    // ProseMirror compares and does nothing when it knows, or when the focus is elsewhere.
    page.dispatchEvent(new Event("selectionchange"));
  };
  page.addEventListener("keydown", tell, { capture: true });
  page.addEventListener("click", tell, { capture: true });
  return {
    destroy() {
      page.removeEventListener("keydown", tell, { capture: true });
      page.removeEventListener("click", tell, { capture: true });
    },
  };
}
