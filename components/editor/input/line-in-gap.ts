/** A line for what is composed where the caret stands between blocks, as behind a table that ends the text. */
import { GapCursor } from "@tiptap/pm/gapcursor";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/**
 * Puts an empty line at a caret between blocks, and the caret into it; does nothing to any other caret. The
 * browser would take what an input method writes there into the nearest text, a table's last cell.
 */
export function openLineInGap(view: EditorView): void {
  const { selection, tr } = view.state;
  if (!(selection instanceof GapCursor)) return;
  const { $from, from } = selection;
  const line = $from.parent.contentMatchAt($from.index()).defaultType?.createAndFill();
  if (!line) return;
  tr.insert(from, line);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + 1)));
}
