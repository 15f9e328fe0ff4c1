/**
 * Copying writes the shown numbers into the plain text, since they aren't part of the document's;
 * pasting and dropping go through the cleaner (paste/), so that only the speech's own blocks come in.
 */
import { Extension } from "@tiptap/core";
import type { Fragment, Node, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import type { DocumentNode } from "@/core/document/schema";
import { blocksText } from "@/core/text/document-text";
import { outlineBlock } from "@/core/text/numbering";
import { headingLabels } from "./decorations/heading-numbers";

export const ClipboardText = Extension.create({
  name: "clipboardText",
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey("clipboardText"),
        props: { clipboardTextSerializer: () => selectionText(editor.state) },
      }),
    ];
  },
});

/** The selected text; a heading whose beginning is selected keeps the number that its reader saw. */
export function selectionText(state: EditorState): string {
  const { $from, $to, empty } = state.selection;
  if (empty) return "";
  if ($from.sameParent($to) && ($from.parentOffset > 0 || outlineKind($from) !== "heading")) {
    return textOf(state.selection.content().content);
  }
  const { content } = state.doc.slice($from.before(1), $to.after(1));
  const whole = content.childCount;
  const cut = state.selection.content().content;
  // A selection within a table or list is cut to its rows or items by ProseMirror: no heading there.
  if (cut.childCount !== whole) return textOf(cut);
  return blocksText(jsonOf(cut), numbersFrom(state, $from.index(0), whole, $from.parentOffset === 0));
}

/** The whole speech as text, with its numbers. */
export function wholeText(state: EditorState): string {
  return blocksText(jsonOf(state.doc.content), numbersFrom(state, 0, state.doc.childCount, true));
}

function numbersFrom(
  state: EditorState,
  first: number,
  count: number,
  withFirst: boolean,
): (string | null)[] {
  const labels = headingLabels(state);
  const numbers: (string | null)[] = [];
  let next = 0;
  state.doc.forEach((block, _pos, index) => {
    const isPart = isOutlineBlock(block);
    if (index >= first && index < first + count) {
      const isCutOpen = index === first && !withFirst;
      numbers.push(isPart && !isCutOpen ? (labels[next] ?? null) : null);
    }
    if (isPart) next += 1;
  });
  return numbers;
}

function isOutlineBlock(block: Node): boolean {
  return outlineBlock(block.type.name, block.attrs).kind !== "other";
}

function outlineKind($pos: ResolvedPos): string {
  return outlineBlock($pos.parent.type.name, $pos.parent.attrs).kind;
}

function textOf(content: Fragment): string {
  return blocksText(
    jsonOf(content),
    jsonOf(content).map(() => null),
  );
}

function jsonOf(content: Fragment): DocumentNode[] {
  return content.toJSON() ?? [];
}
