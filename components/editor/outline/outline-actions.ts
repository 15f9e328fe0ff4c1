/** What can be done from the outline: going to a part and moving it. */
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { asOneUndoStep } from "../one-undo-step";
import type { ShownText } from "../shell/shown-text";
import { type DropSide, dropTarget } from "./drop-place";
import { type MoveDirection, mayDrop, moveBlocks, moveTarget } from "./move-part";
import type { OutlineStore } from "./outline-store";
import type { OutlinePart } from "./read-outline";

/** Puts the caret at the end of the part's heading and the heading at the top of the view; a settled text has no caret. */
export function jumpTo(editor: Editor, { settled }: ShownText, { pos }: OutlinePart): void {
  if (settled !== null) {
    settled.blockAt(pos)?.scrollIntoView({ block: "start" });
    return;
  }
  const heading = editor.state.doc.nodeAt(pos);
  if (heading === null) return;
  const selection = TextSelection.near(editor.state.doc.resolve(pos + heading.nodeSize - 1), -1);
  editor.view.dispatch(editor.state.tr.setSelection(selection));
  editor.view.focus();
  const element = editor.view.nodeDOM(pos);
  if (element instanceof HTMLElement) element.scrollIntoView({ block: "start" });
}

/** Where a part stands now among its siblings, from 1; null when it couldn't move. */
export type Moved = { readonly part: OutlinePart; readonly place: number; readonly siblings: number } | null;

/** Moves a part one place up or down. */
export function movePart(editor: Editor, store: OutlineStore, key: string, direction: MoveDirection): Moved {
  // Past what only waits to go it would stand where it stood.
  const parts = store.read().outline.parts.filter((part) => !part.isStruck || part.key === key);
  const index = parts.findIndex((part) => part.key === key);
  return moveTo(editor, store, parts[index], moveTarget(parts, index, direction));
}

/** One part over another, as they are dragged; by their keys. */
export interface Dragged {
  readonly moved: string;
  readonly onto: string;
  readonly side: DropSide;
}

/** The block before which a dragged part would land, or null where it can't. */
export function landingOf(store: OutlineStore, { moved, onto, side }: Dragged): number | null {
  const { parts } = store.read().outline;
  const part = parts.find(({ key }) => key === moved);
  const neighbour = parts.find(({ key }) => key === onto);
  if (part === undefined || neighbour === undefined) return null;
  return dropTarget(parts, { moved: part, onto: neighbour, side });
}

/** Moves a part to where it lands when it is let go over another one. */
export function dropPart(editor: Editor, store: OutlineStore, dragged: Dragged): Moved {
  const part = store.read().outline.parts.find(({ key }) => key === dragged.moved);
  return moveTo(editor, store, part, landingOf(store, dragged));
}

function moveTo(
  editor: Editor,
  store: OutlineStore,
  part: OutlinePart | undefined,
  target: number | null,
): Moved {
  if (!editor.isEditable || part === undefined || target === null || !mayDrop(part, target)) return null;
  const { tr } = editor.state;
  asOneUndoStep(editor, () => editor.view.dispatch(moveBlocks(tr, part, target)));
  // Where it landed the caret tells, which went along: in 修订 what went stays struck where it was.
  const { outline, current } = store.read();
  return placeOf(outline.parts, current);
}

/** Among what stays, as the outline reads: what waits to go holds nothing. The part itself counts also where it waits. */
function placeOf(all: readonly OutlinePart[], index: number): Moved {
  const part = all[index];
  if (part === undefined) return null;
  const parts = all.filter((other) => !other.isStruck || other === part);
  const parent = parts.slice(0, parts.indexOf(part)).findLastIndex(({ level }) => level < part.level);
  const top = parts[parent]?.level ?? -1;
  const inside = parts.slice(parent + 1);
  const end = inside.findIndex(({ level }) => level <= top);
  const siblings = inside.slice(0, end === -1 ? undefined : end).filter(({ level }) => level === part.level);
  return { part, place: siblings.indexOf(part) + 1, siblings: siblings.length };
}
