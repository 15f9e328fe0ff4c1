/** The editor of the writing page, whole, for tests with happy-dom. */
import { Editor, type Extensions } from "@tiptap/core";
import { speechExtensions } from "@/components/editor/extensions";
import { createSlashStore } from "@/components/editor/slash/slash-store";

/** With what binds it to others, if anything. */
export function openPageEditor(...shared: Extensions): Editor {
  return new Editor({
    element: document.body.appendChild(document.createElement("main")),
    extensions: speechExtensions({
      numberingStyle: "nested",
      slash: { store: createSlashStore(), namesOf: () => [] },
      clipboard: { onRenumbered: () => undefined, onNoText: () => undefined },
      shared,
    }),
  });
}

/** A key as the view hands it to the plugins; false when none of them took it. */
export function press({ view }: Editor, key: string): boolean {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  return view.someProp("handleKeyDown", (handle) => handle(view, event)) === true;
}

/** What the clipboard holds. */
export interface Copied {
  readonly html: string;
  readonly text: string;
}

/** The selection as the view copies it. */
export function copySelection({ view }: Editor): Copied {
  const { dom, text } = view.serializeForClipboard(view.state.selection.content());
  return { html: dom.innerHTML, text };
}

export function pasteCopied({ view }: Editor, { html, text }: Copied): void {
  const clipboardData = { getData: (type: string) => (type === "text/html" ? html : text) };
  const event = new Event("paste", { bubbles: true, cancelable: true });
  view.dom.dispatchEvent(Object.assign(event, { clipboardData }));
}
