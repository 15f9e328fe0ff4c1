/** Marks for reading aloud, as the toolbar puts them in. */
import type { Editor } from "@tiptap/core";
import { type CueKind, STRESS } from "@/core/document/reading-aids";

/** At the caret, or behind what is selected. */
export function insertCue(editor: Editor, kind: CueKind): boolean {
  const { to } = editor.state.selection;
  return editor.chain().focus().insertContentAt(to, { type: "cue", attrs: { kind } }).run();
}

export function toggleStress(editor: Editor): boolean {
  return editor.chain().focus().toggleMark(STRESS).run();
}
