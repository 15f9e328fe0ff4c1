/**
 * Where an undo step begins while somebody types without a pause. Yjs begins one after half a second
 * without a change: who types faster than that would lose whole paragraphs to one Ctrl+Z. A new line
 * begins one too, and what is written behind the end of a sentence.
 */
import { Extension } from "@tiptap/core";
import { type EditorState, Plugin } from "@tiptap/pm/state";
import { beginUndoStep } from "../one-undo-step";

/** A sentence's end before the caret. The full stop of 3.5 or a file's name is none: a blank must follow. */
const SENTENCE_END = /(?:[。！？；…]["”’」』）]*\s*|[.!?;]["'”’)\]]*\s+)$/;
/** Characters: the mark, closing quotes and brackets, blanks. */
const LOOKS_BACK = 8;
/** What belongs to the sentence before it when it is typed behind the end: marks and blanks. */
const BEGINS_SENTENCE = /^[\p{L}\p{N}“‘「『《（([]/u;

export const UndoSteps = Extension.create({
  name: "undoSteps",
  // Asked before everything that answers a key itself.
  priority: 1100,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleKeyDown: (view, event) => {
            // During a composition Enter belongs to the input method.
            if (event.key === "Enter" && !event.isComposing && !view.composing) beginUndoStep(view.state);
            return false;
          },
          handleTextInput: (view, from, _to, text) => {
            if (BEGINS_SENTENCE.test(text) && endsSentence(view.state, from)) beginUndoStep(view.state);
            return false;
          },
          handleDOMEvents: {
            compositionstart: (view) => {
              if (endsSentence(view.state, view.state.selection.from)) beginUndoStep(view.state);
              return false;
            },
          },
        },
      }),
    ];
  },
});

/** Whether a sentence ends at `pos`, told by the last characters before it, so that a key costs the same anywhere. */
function endsSentence(state: EditorState, pos: number): boolean {
  const { parent, parentOffset } = state.doc.resolve(pos);
  const from = Math.max(0, parentOffset - LOOKS_BACK);
  return SENTENCE_END.test(parent.textBetween(from, parentOffset, null, "\ufffc"));
}
