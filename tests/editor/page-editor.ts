/** The editor of the writing page, whole, for tests with happy-dom. */
import { Editor, type Extensions } from "@tiptap/core";
import { CellSelection, cellAround } from "@tiptap/pm/tables";
import { speechExtensions } from "@/components/editor/extensions";
import { createSlashStore } from "@/components/editor/slash/slash-store";
import { placeOf } from "../helpers/text-edits";

/** With what binds it to others, if anything. */
export function openPageEditor(...shared: Extensions): Editor {
  return new Editor({
    element: document.body.appendChild(document.createElement("main")),
    extensions: speechExtensions({
      numberingStyle: "nested",
      slash: { store: createSlashStore(), namesOf: (choice) => [choice] },
      clipboard: { onRenumbered: () => undefined, onNoText: () => undefined },
      shared,
    }),
  });
}

/** From the cell with the first words to the one with the last. */
export function selectCells({ state: { doc, tr }, view }: Editor, first: string, last: string): void {
  const [anchor, head] = [first, last].map((words) => cellAround(doc.resolve(placeOf(doc, words))));
  if (!anchor || !head) throw new Error("no cells");
  view.dispatch(tr.setSelection(new CellSelection(anchor, head)));
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
