/**
 * Bold and the like are put on and taken off by what is shown, with what is proposed: asked what the words were before,
 * the same key would propose the same look again and never take it back.
 */
import { Extension, isMarkActive } from "@tiptap/core";
import type { Mark, MarkType, Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { LOOK_NAMES, type LookName, lookName } from "@/core/document/looks";
import { BREAK, FORMATTING } from "@/core/document/suggestion-marks";
import { shownLook } from "@/core/review/shown-look";
import { isStruck } from "@/core/review/struck";

export const ToggledLooks = Extension.create({
  name: "toggledLooks",
  addCommands() {
    return {
      toggleMark:
        (typeOrName, attributes = {}, { extendEmptyMarkRange = false } = {}) =>
        ({ state, tr, dispatch, commands }) => {
          const name = LOOK_NAMES.find((look) => look === (typeof typeOrName === "string" ? typeOrName : ""));
          if (name !== undefined && isProposedAt(state, name)) {
            if (dispatch !== undefined) makeLook(tr, state, name, !isLookShown(state, name));
            return true;
          }
          if (isMarkActive(state, typeOrName, attributes)) {
            return commands.unsetMark(typeOrName, { extendEmptyMarkRange });
          }
          return commands.setMark(typeOrName, attributes);
        },
    };
  },
});

/** Whether all that is selected, or what is typed at the caret, has the look once what is proposed is accepted. */
export function isLookShown(state: EditorState, name: LookName): boolean {
  if (!isProposedAt(state, name)) return isMarkActive(state, name);
  if (state.selection.empty) return shownLook(caretMarks(state), name) !== null;
  const read = textsIn(state).filter(({ node }) => !isStruck(node) && node.text !== BREAK);
  return read.length > 0 && read.every(({ node }) => shownLook(node.marks, name) !== null);
}

interface Text {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
}

function textsIn({ doc, selection }: EditorState): Text[] {
  const texts: Text[] = [];
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      const [from, to] = [Math.max(pos, $from.pos), Math.min(pos + node.nodeSize, $to.pos)];
      if (node.isText && from < to) texts.push({ node, from, to });
    });
  }
  return texts;
}

const caretMarks = ({ storedMarks, selection }: EditorState) => storedMarks ?? selection.$from.marks();

const isProposal = (name: LookName) => (mark: Mark) =>
  mark.type.name === FORMATTING && lookName(String(mark.attrs.mark)) === name;

function isProposedAt(state: EditorState, name: LookName): boolean {
  if (state.selection.empty) return caretMarks(state).some(isProposal(name));
  return textsIn(state).some(({ node }) => node.marks.some(isProposal(name)));
}

/** What was proposed goes where it reads otherwise; in 修订 only what is one's own does. */
function makeLook(tr: Transaction, state: EditorState, name: LookName, on: boolean): void {
  const type = state.schema.marks[name] as MarkType;
  if (state.selection.empty) {
    const kept = caretMarks(state).filter((mark) => !isProposal(name)(mark));
    tr.setStoredMarks(on ? type.create().addToSet(kept) : type.removeFromSet(kept));
    return;
  }
  for (const { node, from, to } of textsIn(state)) {
    if ((shownLook(node.marks, name) !== null) === on) continue;
    for (const mark of node.marks.filter(isProposal(name))) tr.removeMark(from, to, mark);
    if (on) tr.addMark(from, to, type.create());
    else tr.removeMark(from, to, type);
  }
}
