/** The key to the end of the text goes behind a table that ends it; Chromium takes it to the table's first cell. */
import { Extension, type KeyboardShortcutCommand } from "@tiptap/core";
import { GapCursor } from "@tiptap/pm/gapcursor";

export const EndOfText = Extension.create({
  name: "endOfText",
  addKeyboardShortcuts: () => ({ "Ctrl-End": goBehindTable, "Cmd-ArrowDown": goBehindTable }),
});

const goBehindTable: KeyboardShortcutCommand = ({ editor }) => {
  const { doc, tr } = editor.state;
  if (doc.lastChild?.type.name !== "table") return false;
  editor.view.dispatch(tr.setSelection(new GapCursor(doc.resolve(doc.content.size))).scrollIntoView());
  return true;
};
