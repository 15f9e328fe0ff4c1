/**
 * A composition that began as direct writing and ends as suggesting, since the chief locked the speech meanwhile. Its
 * letters stand in the editor as text of nobody's proposing; the server, which hasn't got them yet, would refuse them.
 */
import type { Node } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { Transform } from "@tiptap/pm/transform";
import { serverNow } from "@/components/server-clock";
import { newId } from "@/core/new-id";
import { trackChange } from "@/core/review/track";
import { replaceDiffering } from "./settle-command";

export class LockedComposition {
  /** The text before it, which is what the server has; null for one that suggested from its beginning. */
  #before: Node | null = null;

  begun(before: Node | null): void {
    this.#before = before;
  }

  /** Whether one is under way that began as direct writing. */
  get isDirect(): boolean {
    return this.#before !== null;
  }

  /** To be called as it is over: its words as suggestions of `person`; null where it changed nothing. */
  asSuggestion(state: EditorState, person: string): Transaction | null {
    const before = this.#before;
    this.#before = null;
    if (before === null || before.eq(state.doc)) return null;
    const tracked = new Transform(before);
    const { head } = state.selection;
    const author = { id: newId(), person, at: serverNow() };
    const places = trackChange(tracked, { after: state.doc, author, caret: head, forward: false });
    const { tr } = state;
    replaceDiffering(tr, state.doc, tracked.doc);
    return tr.setSelection(TextSelection.near(tr.doc.resolve(places.find(head))));
  }
}
