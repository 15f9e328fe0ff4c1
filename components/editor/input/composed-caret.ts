/**
 * The caret behind letters that an input method has just put in. Where they come beside a mark that the caret has for
 * them, ProseMirror expects Chromium to leave the caret before them and moves it on, past all of the browser's text
 * node: letters that went into the text that follows are only its beginning. With the caret elsewhere the composition
 * breaks off.
 */
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";

/** @param caret where it stood before */
export function keepCaretAtLetters(edit: Transaction, caret: number): void {
  const [step] = edit.steps;
  if (edit.getMeta("composition") === undefined || edit.steps.length > 1) return;
  if (!(step instanceof ReplaceStep) || step.from !== caret || step.to !== caret) return;
  const { content, size } = step.slice;
  const { selection, doc } = edit;
  if (!content.firstChild?.isText || !selection.empty || selection.head <= caret + size) return;
  edit.setSelection(TextSelection.create(doc, caret + size));
}
