/** Remembers which heading a typed number made, and which paragraph's number the writer took back. */
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { lineAt, type ProposedLine } from "../blocks/proposed-line";
import { changedBlocks, mappingOf } from "../changed-blocks";

/** The last heading that a typed number made. */
export interface MadeHeading {
  /** The position before it. */
  readonly pos: number;
  /** What was typed: "一、". */
  readonly number: string;
  /** The undo step that takes back nothing but this. */
  readonly step: unknown;
}

export interface MadeHeadings {
  readonly made: MadeHeading | null;
  /** The position before the paragraph whose number stays text, or null. */
  readonly refused: number | null;
}

const key = new PluginKey<MadeHeadings>("madeHeadings");
const NONE: MadeHeadings = { made: null, refused: null };

export const madeHeadings = (state: EditorState): MadeHeadings => key.getState(state) ?? NONE;

/** In a transaction of its own: in 修订 one that changes the text becomes another. */
export function rememberHeadings(tr: Transaction, change: Partial<MadeHeadings>): Transaction {
  return tr.setMeta(key, change);
}

export function madeHeadingsPlugin(): Plugin<MadeHeadings> {
  return new Plugin<MadeHeadings>({
    key,
    state: {
      init: () => NONE,
      apply(tr, before, oldState) {
        const set: Partial<MadeHeadings> | undefined = tr.getMeta(key);
        if (set !== undefined) return { ...before, ...set };
        if (!tr.docChanged || before === NONE) return before;
        const { made, refused } = carried(before, oldState, tr);
        if (made === null || lineBehind(tr.doc, made.pos)?.kind.type === "heading") return { made, refused };
        const isUndone = tr.getMeta(ySyncPluginKey)?.isUndoRedoOperation === true;
        return { made: null, refused: isUndone ? made.pos : refused };
      },
    },
    // For the shared text the paragraph that comes back is another block: the caret would stand before it.
    appendTransaction(_, oldState, newState) {
      const { made } = madeHeadings(oldState);
      const { $from, empty } = oldState.selection;
      const { refused } = madeHeadings(newState);
      if (made === null || refused !== made.pos || madeHeadings(newState).made !== null) return null;
      if (!empty || $from.depth !== 1 || $from.before() !== made.pos) return null;
      const caret = $from.pos + made.number.length;
      if (caret > made.pos + 1 + (newState.doc.nodeAt(made.pos)?.content.size ?? 0)) return null;
      return newState.tr.setSelection(TextSelection.create(newState.doc, caret));
    },
  });
}

/** The line that begins right behind a place. */
function lineBehind(doc: Node, pos: number): ProposedLine | null {
  const line = pos < doc.content.size ? lineAt(doc.resolve(pos + 1)) : null;
  return line?.start === pos + 1 ? line : null;
}

function carried({ made, refused }: MadeHeadings, { doc }: EditorState, tr: Transaction): MadeHeadings {
  const change = changedBlocks(doc, tr.doc);
  if (change === null) return { made, refused };
  const carry = (pos: number): number | null => {
    // Behind a proposed break, a line is written on in the same block.
    const isParted = [doc, tr.doc].every((each) => lineBehind(each, pos)?.isParted);
    if (change.from >= pos || isParted) return pos;
    return pos < change.toBefore ? null : mappingOf(change).map(pos);
  };
  const pos = made && carry(made.pos);
  return {
    made: made === null || pos === null ? null : { ...made, pos },
    refused: refused === null ? null : carry(refused),
  };
}
