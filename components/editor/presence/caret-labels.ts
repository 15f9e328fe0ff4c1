/**
 * Shows a colleague's name again when they move, and dims the caret of someone idle. ProseMirror
 * keeps a caret's element while it stays in place, so its animation must be started anew by hand.
 */
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import { isIdleIn } from "@/components/sync/presence";
import { presenceIn } from "@/core/presence";

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

export const CaretLabels = Extension.create<{ awareness: Awareness | null }>({
  name: "caretLabels",
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options;
    if (awareness === null) return [];
    return [
      new Plugin({
        key: new PluginKey("caretLabels"),
        view: (view) => {
          const onChange = ({ added, updated, removed }: AwarenessChange) => {
            const clientIds = [...added, ...updated].filter((id) => id !== awareness.clientID);
            // After the caret plugin has drawn, which it does in the next turn.
            if (clientIds.length > 0) requestAnimationFrame(() => refresh(view, awareness, clientIds));
            // The tab in which somebody was active may be among those that went.
            if (removed.length > 0) requestAnimationFrame(() => dim(view, awareness));
          };
          awareness.on("change", onChange);
          return { destroy: () => awareness.off("change", onChange) };
        },
      }),
    ];
  },
});

/** All that are drawn: who they are of the awareness doesn't know any more. */
function dim(view: EditorView, awareness: Awareness): void {
  if (view.isDestroyed) return;
  for (const caret of view.dom.querySelectorAll<HTMLElement>("[data-person]")) {
    caret.toggleAttribute("data-idle", isIdleIn(awareness, caret.dataset.person ?? ""));
  }
}

function refresh(view: EditorView, awareness: Awareness, clientIds: readonly number[]): void {
  if (view.isDestroyed) return;
  for (const clientId of clientIds) {
    const presence = presenceIn(awareness.getStates().get(clientId));
    if (presence === null) continue;
    const { user } = presence;
    const idle = isIdleIn(awareness, user.id);
    for (const caret of view.dom.querySelectorAll(`[data-person="${user.id}"]`)) {
      caret.toggleAttribute("data-idle", idle);
      for (const animation of caret.getAnimations({ subtree: true })) {
        animation.cancel();
        animation.play();
      }
    }
  }
}
