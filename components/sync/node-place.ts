/**
 * Keeps a single thing selected, as a cue or a table. y-tiptap's binding (3.0.9) finds it again by what stands before
 * it: another one would be selected instead, or a whole run of words, and the next key would delete that.
 */
import type { Node } from "@tiptap/pm/model";
import { type EditorState, NodeSelection, Selection } from "@tiptap/pm/state";
import { type getRelativeSelection, relativePositionToAbsolutePosition } from "@tiptap/y-tiptap";
import { createRelativePositionFromJSON, getItem, type ID, Item } from "yjs";

type Binding = NonNullable<Parameters<typeof getRelativeSelection>[0]>;

/** What stands for it in the shared document; null where that isn't known. */
export function idOfNode({ mapping }: Binding, node: Node): ID | null {
  for (const [type, shown] of mapping) if (shown === node) return type._item?.id ?? null;
  return null;
}

/** The same one, wherever it stands; a caret near by once it is gone. */
export function nodeAgain(binding: Binding, id: ID, node: Node, { doc, selection }: EditorState): Selection {
  const item = getItem(binding.doc.store, id);
  const place = createRelativePositionFromJSON({ item: id });
  const pos =
    item instanceof Item && !item.deleted
      ? relativePositionToAbsolutePosition(binding.doc, binding.type, place, binding.mapping)
      : null;
  const isThere = pos !== null && doc.nodeAt(pos)?.type === node.type;
  return isThere ? NodeSelection.create(doc, pos) : Selection.near(doc.resolve(selection.from));
}
