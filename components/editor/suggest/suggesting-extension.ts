/**
 * While suggesting is on, every edit made here becomes suggestions before the editor takes it; while it is off,
 * what is typed is nobody else's suggestion. What comes from others, what is undone, and decisions on suggestions
 * pass as they are.
 */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import { serverNow } from "@/components/server-clock";
import { noteSuggestedSteps } from "@/components/sync/suggested-steps";
import { DELETION, INSERTION } from "@/core/document/suggestion-marks";
import { newId } from "@/core/new-id";
import { continued } from "@/core/review/author";
import { suggestionsBetween } from "@/core/review/suggestions-in";
import { keepCaretAtLetters } from "../input/composed-caret";
import { openLineInGap } from "../input/line-in-gap";
import { LockedComposition } from "./locked-composition";
import { struckLineKeys } from "./past-struck-lines";
import { RestartedComposition } from "./restarted-composition";
import { SETTLES } from "./settle-command";
import { tableFixes } from "./table-fixes";
import { trackedEdit } from "./track-edit";
import { keepWordsOwn, ownMarks } from "./words-of-ones-own";

export interface SuggestingOptions {
  /** Whose suggestions they are. */
  readonly person: string;
  readonly isOn: () => boolean;
  /** Around everything that writes suggestions into the shared document. */
  readonly during: (write: () => void) => void;
}

interface SuggestingStorage {
  readonly composition: LockedComposition;
  /** At this moment suggestions are written into the shared document. */
  writes: boolean;
}

export const Suggesting = Extension.create<SuggestingOptions, SuggestingStorage>({
  name: "suggesting",
  addStorage: () => ({ composition: new LockedComposition(), writes: false }),
  addOptions: () => ({ person: "", isOn: () => false, during: (write) => write() }),

  dispatchTransaction({ transaction, next }) {
    const { isOn, person, during } = this.options;
    const suggest = (edit: Transaction) =>
      during(() => {
        this.storage.writes = true;
        try {
          next(edit);
        } finally {
          this.storage.writes = false;
        }
      });
    // Taking one's own back is suggesting too: what crosses with it is put right.
    if (transaction.getMeta(SETTLES) === person) return suggest(transaction);
    if (passes(transaction)) return next(transaction);
    keepCaretAtLetters(transaction, this.editor.state.selection.head);
    const { docChanged } = transaction;
    const { composition } = this.storage;
    if (composition.isDirect && isOn()) {
      // What is composed can't be redrawn before it is over.
      if (docChanged || this.editor.view.composing) return next(transaction);
      return suggest(composition.asSuggestion(this.editor.state, person) ?? transaction);
    }
    if (!isOn()) {
      if (!docChanged && !this.editor.view.composing) composition.begun(null);
      if (docChanged) keepWordsOwn(transaction, person);
      return next(transaction);
    }
    const tracked = docChanged ? trackedEdit(this.editor.state, transaction, person) : transaction;
    // Also without a change: the end of a composition writes what was held until then.
    suggest(tracked);
  },

  addKeyboardShortcuts() {
    return struckLineKeys(this.options.isOn);
  },

  addProseMirrorPlugins() {
    const { options, storage } = this;
    const { isOn, person } = options;
    const restart = new RestartedComposition();
    const begin = (view: EditorView) => {
      storage.composition.begun(isOn() ? null : view.state.doc);
      const isAgain = restart.takeBack(view);
      takeSelection(view);
      const replaces = !view.state.selection.empty;
      openLineInGap(view);
      if (isOn()) prepareComposition(view, person);
      else prepareDirectComposition(view, person);
      if (replaces || isAgain) restart.begun(view);
      return false;
    };
    const end = () => {
      restart.ended();
      return false;
    };
    // Whatever the browser says of its end: what is typed or deleted otherwise isn't part of a composition.
    const input = (_view: EditorView, { inputType }: InputEvent) =>
      inputType !== "insertCompositionText" && end();
    return [
      tableFixes(isOn),
      new Plugin({
        key: new PluginKey("suggesting"),
        props: {
          handleDOMEvents: { compositionstart: begin, compositionend: end, beforeinput: input, blur: end },
        },
        view: ({ state }) => {
          const { undoManager } = yUndoPluginKey.getState(state);
          return { destroy: noteSuggestedSteps(undoManager, () => storage.writes) };
        },
      }),
    ];
  },
});

function passes(transaction: Transaction): boolean {
  return transaction.getMeta(ySyncPluginKey) !== undefined || transaction.getMeta(SETTLES) !== undefined;
}

/**
 * Text that is being composed can't be redrawn with a mark around it, or the composition breaks off.
 * So the mark is there first, and what was selected is struck out before.
 */
function prepareComposition(view: EditorView, person: string): void {
  if (!view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection());
  const { state } = view;
  const { $from } = state.selection;
  // It goes on with the own suggestion beside it: what replaces struck words is one with them.
  const near = [$from.nodeBefore, $from.nodeAfter].flatMap((node) => node ?? []);
  const { id, at } = continued(near, $from.parent, { id: newId(), person, at: serverNow() });
  const mark = state.schema.mark(INSERTION, { id, person, at, begins: null });
  const around = (state.storedMarks ?? $from.marks()).filter(({ type }) => type.name !== DELETION);
  view.dispatch(state.tr.setStoredMarks(mark.addToSet(around)));
}

/**
 * Likewise what is composed directly where suggestions stand: it has the marks of its own from the start. Drawn among
 * the letters of a suggestion it would be read from there, and they with it as if nobody had proposed them.
 */
function prepareDirectComposition(view: EditorView, person: string): void {
  // Of more than a line the browser would leave what it can't join, as a table's first cell.
  if (!isWithinLine(view.state.selection)) view.dispatch(view.state.tr.deleteSelection());
  const { selection, storedMarks, doc } = view.state;
  if (!(selection instanceof TextSelection) || !touchesSuggestion(doc, selection)) return;
  const { $from, $to, empty } = selection;
  const marks = storedMarks ?? (empty ? null : $from.marksAcross($to)) ?? $from.marks();
  if (!empty) view.dispatch(view.state.tr.deleteSelection());
  view.dispatch(view.state.tr.setStoredMarks(ownMarks(marks, person)));
}

function isWithinLine({ empty, $from, $to }: Selection): boolean {
  return empty || ($from.parent.isTextblock && $from.sameParent($to));
}

function touchesSuggestion(doc: Node, { from, to }: Selection): boolean {
  return suggestionsBetween(doc, Math.max(0, from - 1), Math.min(doc.content.size, to + 1)).size > 0;
}

/** The browser tells of a new selection a task later; a composition may begin before that. */
function takeSelection(view: EditorView): void {
  const selection = view.dom.ownerDocument.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode || !view.dom.contains(anchorNode)) return;
  const { doc, tr, selection: known } = view.state;
  const anchor = doc.resolve(view.posAtDOM(anchorNode, selection.anchorOffset));
  const head = doc.resolve(view.posAtDOM(focusNode, selection.focusOffset));
  // Neither a caret between blocks nor the whole text becomes what of it is text.
  if (anchor.pos === known.anchor && head.pos === known.head) return;
  const shown = TextSelection.between(anchor, head);
  if (!shown.eq(known)) view.dispatch(tr.setSelection(shown));
}
