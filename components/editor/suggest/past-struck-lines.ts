/**
 * Delete in front of a line that is about to go, and Backspace behind one or at its start: the caret goes past it, as
 * past struck words. Joined to it, other words would go along once its removal is accepted; joined to them, its own
 * would stay.
 */
import { isiOS, isMacOS, type KeyboardShortcutCommand } from "@tiptap/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";

/** Towards the beginning of the text, or its end. */
type Direction = -1 | 1;

const BACKWARD = ["Backspace", "Mod-Backspace", "Shift-Backspace"];
const FORWARD = ["Delete", "Mod-Delete"];
const BACKWARD_ON_MAC = ["Ctrl-h", "Alt-Backspace"];
const FORWARD_ON_MAC = ["Ctrl-d", "Ctrl-Alt-Backspace", "Alt-Delete", "Alt-d"];

/** All keys that join lines where the caret is at the border of one. */
export function struckLineKeys(isSuggesting: () => boolean): Record<string, KeyboardShortcutCommand> {
  const isMac = isMacOS() || isiOS();
  const past =
    (direction: Direction): KeyboardShortcutCommand =>
    ({ editor: { state, view } }) =>
      goPastStruckLine(state, view.dispatch, direction, isSuggesting());
  return Object.fromEntries([
    ...[...BACKWARD, ...(isMac ? BACKWARD_ON_MAC : [])].map((key) => [key, past(-1)]),
    ...[...FORWARD, ...(isMac ? FORWARD_ON_MAC : [])].map((key) => [key, past(1)]),
  ]);
}

/** False where no struck line is beside the caret, or what the key does there leaves it as it is. */
function goPastStruckLine(
  { doc, selection, tr }: EditorState,
  dispatch: (transaction: Transaction) => void,
  direction: Direction,
  isSuggesting: boolean,
): boolean {
  const { $head } = selection;
  if (!(selection instanceof TextSelection) || !selection.empty || !isAtBorder($head, direction))
    return false;
  let beyond = lineBeyond($head, direction);
  if (beyond === null) return false;
  const shared = $head.sharedDepth(beyond.pos);
  const isLeaving = goesBelow($head, shared);
  if (!isLeaving && !goesBelow(beyond, shared)) return false;
  const spare = isLeaving ? null : spareDepth($head, direction);
  if (
    !isLeaving &&
    spare === null &&
    direction < 0 &&
    (leavesList($head, shared) || (isSuggesting && joinsAsProposal($head)))
  )
    return false;
  while (beyond !== null && goesBelow(beyond, roomOf($head))) beyond = lineBeyond(beyond, direction, $head);
  if (beyond !== null) tr.setSelection(TextSelection.create(doc, beyond.pos));
  // An empty line goes as it does elsewhere: the key is for it.
  if (spare !== null) tr.delete($head.before(spare), $head.after(spare));
  if (spare !== null || beyond !== null) dispatch(tr.scrollIntoView());
  return true;
}

function isAtBorder({ parent, parentOffset }: ResolvedPos, direction: Direction): boolean {
  return parent.isTextblock && parentOffset === (direction < 0 ? 0 : parent.content.size);
}

/** How deep the empty line stands, or the item that is nothing else; null where what holds it can't do without it. */
function spareDepth($head: ResolvedPos, direction: Direction): number | null {
  const { type, childCount } = $head.node(-1);
  const isItem = type.name === "listItem";
  if ($head.parent.content.size > 0 || (isItem && childCount > 1)) return null;
  const depth = isItem ? $head.depth - 1 : $head.depth;
  // The first item is taken out of its list by Backspace.
  if (isItem && direction < 0 && $head.index(depth - 1) === 0) return null;
  return $head.node(depth - 1).childCount > 1 ? depth : null;
}

/** The near end of the next line, within the cell of a table in which the caret is. */
function lineBeyond($line: ResolvedPos, direction: Direction, $caret = $line): ResolvedPos | null {
  const $border = $line.doc.resolve(direction < 0 ? $line.before() : $line.after());
  const { $head = null } = Selection.findFrom($border, direction, true) ?? {};
  const room = roomOf($caret);
  return $head !== null && $head.pos >= $caret.start(room) && $head.pos <= $caret.end(room) ? $head : null;
}

/** Out of a table's cell no key joins anything. */
function roomOf($caret: ResolvedPos): number {
  let depth = $caret.depth;
  while (depth > 0 && $caret.node(depth).type.spec.isolating !== true) depth -= 1;
  return depth;
}

/** Whether the line, or what holds it below that depth, is about to go. Of a table the whole: its rows join nothing. */
function goesBelow($line: ResolvedPos, above: number): boolean {
  for (let depth = above + 1; depth <= $line.depth; depth += 1) {
    const { type, attrs } = $line.node(depth);
    if (attrs.removed != null) return true;
    if (type.name === "table") return false;
  }
  return false;
}

/** At the start of a list or quotation the line is taken out of it first, and joins nothing. */
function leavesList($head: ResolvedPos, shared: number): boolean {
  const { isTextblock, type } = $head.node(shared + 1);
  return !isTextblock && type.name !== "listItem";
}

/** In 修订 the line is proposed to be joined to the one before the struck one. */
function joinsAsProposal($head: ResolvedPos): boolean {
  const { nodeBefore } = $head.doc.resolve($head.before());
  return nodeBefore?.isTextblock === true && nodeBefore.content.size > 0;
}
