/** The editor of the writing page for somebody whose edits are suggestions. */
import type { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Suggesting } from "@/components/editor/suggest/suggesting-extension";
import { FRAGMENT } from "@/core/document/fragment";
import type { DocumentNode } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { AUTHOR } from "../core/tracked-edit";
import { openPageEditor } from "./page-editor";

/** With these blocks, which were there before; `mode` switches 修订 on and off from then on. */
export function openSuggesting(content: readonly DocumentNode[], mode = { isOn: true }): Editor {
  let isOpen = false;
  const editor = openPageEditor(
    Collaboration.configure({ document: createSharedDocument(), field: FRAGMENT }),
    Suggesting.configure({ person: AUTHOR, isOn: () => isOpen && mode.isOn }),
  );
  const { tr, doc, schema } = editor.state;
  const { content: blocks } = schema.nodeFromJSON({ type: "doc", content });
  editor.view.dispatch(tr.replaceWith(0, doc.content.size, blocks));
  isOpen = true;
  return editor;
}

/** Text as the view hands it to the plugins, letter by letter. */
export function typeText({ view }: Editor, text: string): void {
  for (const letter of text) {
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(letter, from, to);
    if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, letter, insert))) {
      view.dispatch(insert());
    }
  }
}
