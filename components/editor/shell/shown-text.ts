/**
 * The text that is on the screen: the one to write in or, in its place, what it comes to settled. The editor stays
 * behind that, hidden, where it can measure and scroll to nothing.
 */
import type { Editor } from "@tiptap/core";
import { Listeners } from "@/components/sync/listeners";

export interface SettledText {
  readonly element: HTMLElement;
  /** What stands there in the place of the block around a position in the editor's text; null where nothing is left. */
  readonly blockAt: (pos: number) => Element | null;
}

export class ShownText {
  #settled: SettledText | null = null;
  readonly #listeners = new Listeners();

  constructor(private readonly editor: Editor) {}

  /** Null for the text to write in. */
  get settled(): SettledText | null {
    return this.#settled;
  }

  /** Shows `settled` from now on; null for the text to write in. */
  show(settled: SettledText | null): void {
    this.#settled = settled;
    this.#listeners.tell();
  }

  /** Calls back when another text is shown, or the settled one is drawn anew; returns the way to stop. */
  onChange(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  get element(): HTMLElement {
    return this.#settled?.element ?? this.editor.view.dom;
  }

  /** How far down a position of the editor's text is shown, in pixels from the window's top. */
  topAt(pos: number): number {
    if (this.#settled !== null) {
      return (this.#settled.blockAt(pos) ?? this.#settled.element).getBoundingClientRect().top;
    }
    // The text may have become shorter since the position was taken.
    return this.editor.view.coordsAtPos(Math.min(pos, this.editor.state.doc.content.size)).top;
  }
}
