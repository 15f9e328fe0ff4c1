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
  const isSpare = !isLeaving && isEmptyLine($head);
  if (
    !isLeaving &&
    !isSpare &&
    direction < 0 &&
    (leavesList($head, shared) || (isSuggesting && joinsAsProposal($head)))
  )
    return false;
  while (beyond !== null && goesBelow(beyond, roomOf($head))) beyond = lineBeyond(beyond, direction, $head);
  if (beyond !== null) tr.setSelection(TextSelection.create(doc, beyond.pos));
  // An empty line goes as it does elsewhere: the key is for it.
  if (isSpare) tr.delete($head.before(), $head.after());
  if (isSpare || beyond !== null) dispatch(tr.scrollIntoView());
  return true;
}

function isAtBorder({ parent, parentOffset }: ResolvedPos, direction: Direction): boolean {
  return parent.isTextblock && parentOffset === (direction < 0 ? 0 : parent.content.size);
}

/** Whether the line has no words, and what holds it can do without it. */
function isEmptyLine($head: ResolvedPos): boolean {
  const { type, childCount } = $head.node(-1);
  return $head.parent.content.size === 0 && childCount > 1 && type.name !== "listItem";
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
