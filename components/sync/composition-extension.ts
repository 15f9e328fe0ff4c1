/**
 * Turns the composition hold on and off with the editor's composition events.
 *
 * The end needs care: Chromium changes the DOM before compositionend, other engines around it, and
 * ProseMirror reads the DOM in a microtask after it. So the hold ends one task later. If the next
 * composition starts before that (Korean, fast typists), what is finished goes out at once and the
 * hold goes on.
 */
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { gateBinding } from "./binding-gate";
import type { CompositionHold } from "./composition-hold";

export interface CompositionOptions {
  /** The connection's `hold`; without one the extension does nothing. */
  hold: CompositionHold | null;
}

/**
 * On Android a composition may never end; ProseMirror gives it up after 5 s without an update. Then
 * so does the hold; elsewhere ProseMirror still says `composing` and the hold stays.
 */
const ABANDONED_AFTER_MS = 5_100;

/** `Composition.configure({ hold: connection.hold })`, beside Collaboration and CollaborationCaret. */
export const Composition = Extension.create<CompositionOptions>({
  name: "composition",
  // After Collaboration (1000): its plugins must be there when this one's view is made.
  priority: 900,
  addOptions: () => ({ hold: null }),

  addProseMirrorPlugins() {
    const { hold } = this.options;
    return hold === null ? [] : [compositionPlugin(hold)];
  },

  // Before the view goes: what is in the editor must still get into the document.
  onDestroy() {
    this.options.hold?.release();
  },
});

function compositionPlugin(hold: CompositionHold): Plugin {
  let ending: ReturnType<typeof setTimeout> | undefined;
  let abandoned: ReturnType<typeof setTimeout> | undefined;

  const release = () => {
    clearTimeout(ending);
    clearTimeout(abandoned);
    ending = undefined;
    hold.release();
  };
  const composing = (view: EditorView) => {
    if (ending !== undefined) {
      clearTimeout(ending);
      ending = undefined;
      hold.advance();
    }
    if (!hold.active) hold.begin();
    clearTimeout(abandoned);
    abandoned = setTimeout(() => {
      if (!view.composing) release();
    }, ABANDONED_AFTER_MS);
    return false;
  };
  const end = () => {
    if (hold.active) ending ??= setTimeout(release, 0);
    return false;
  };

  return new Plugin({
    key: new PluginKey("composition"),
    props: {
      handleDOMEvents: {
        compositionstart: composing,
        compositionupdate: composing,
        compositionend: end,
        // Where a lost focus ends the composition without saying so.
        blur: end,
      },
    },
    view: (view) => {
      const ungate = gateBinding(view, hold);
      return {
        destroy: () => {
          clearTimeout(ending);
          clearTimeout(abandoned);
          hold.release();
          ungate();
        },
      };
    },
  });
}
