/**
 * Typing 一、 or （一） or （1） at the start of a paragraph makes it a heading; the typed number goes,
 * since the shown one is derived. Never in a heading, where a number is text: of 一、二、三产业 the 二、 would
 * be lost. Backspace or undoing right after gives the typed characters back for good, and so does a second
 * number that shows that both only count.
 */
import { type Editor, Extension } from "@tiptap/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { hasBodyAfterLead } from "@/core/text/lead";
import { leafPlaceOf } from "@/core/text/placed-text";
import { lineAt, setLineKind } from "../blocks/proposed-line";
import { numberingStyleOf } from "../decorations/heading-numbers";
import { asOneUndoStep, lastUndoStep } from "../one-undo-step";
import { madeHeadings, madeHeadingsPlugin, rememberHeadings } from "./made-heading";
import { countsOn, readTypedNumber, type TypedNumber } from "./read-typed-number";

export const TypedNumbers = Extension.create({
  name: "typedNumbers",
  // Before Backspace at the start of a heading, which would leave the number out.
  priority: 1100,
  addKeyboardShortcuts() {
    return { Backspace: () => takeBackWithKey(this.editor) };
  },
  addProseMirrorPlugins() {
    return [madeHeadingsPlugin(), inputPlugin(this.editor)];
  },
});

function inputPlugin(editor: Editor): Plugin {
  /** What an input method put in last, until it has been looked at. */
  let chosen: string | null = null;
  const look = () => {
    const composed = chosen;
    chosen = null;
    const { view } = editor;
    if (composed === null || view.isDestroyed || view.composing || !view.state.selection.empty) return;
    const { $from } = view.state.selection;
    changeFor(editor, { $from, $to: $from, typed: "", composed })?.();
  };
  // A key or the next composition may come before the task that looks: Enter would leave the line as it is.
  const lookFirst = () => {
    look();
    return false;
  };
  return new Plugin({
    key: new PluginKey("typedNumbers"),
    props: {
      handleTextInput(view, from, to, text) {
        const { doc } = view.state;
        const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
        if (view.composing || !$from.sameParent($to)) return false;
        const apply = changeFor(editor, { $from, $to, typed: text, composed: "" });
        if (apply === null) return false;
        // First what was typed, so that undoing the change leaves it there.
        view.dispatch(view.state.tr.insertText(text, from, to).scrollIntoView());
        apply();
        return true;
      },
      handleDOMEvents: {
        compositionend(_view, { data }) {
          chosen = data;
          // Behind the end of the composition hold, which comes a task later: else the words and what is
          // made of them would be one step to undo.
          queueMicrotask(() => setTimeout(look));
          return false;
        },
        keydown: lookFirst,
        compositionstart: lookFirst,
      },
    },
  });
}

interface Typing {
  readonly $from: ResolvedPos;
  readonly $to: ResolvedPos;
  /** What comes between the two. */
  readonly typed: string;
  /** What an input method has put in at once before them. */
  readonly composed: string;
}

/** What is to be done once `typed` is in the text, or null. */
function changeFor(editor: Editor, { $from, $to, typed, composed }: Typing): (() => void) | null {
  if ($from.depth !== 1) return null;
  const line = lineAt($from);
  if (line === null) return null;
  const { made, refused } = madeHeadings(editor.state);
  const text = textBetween($from, line.start, $from.pos) + typed;
  if (line.kind.type === "paragraph") {
    if (refused === line.start - 1) return null;
    const behind = textBetween($to, $to.pos, Math.max($to.pos, line.end));
    const number = readTypedNumber(text, numberingStyleOf(editor.state), { composed, behind });
    return number && (() => makeHeading(editor, number));
  }
  if (line.kind.type !== "heading" || made?.pos !== line.start - 1) return null;
  // Only when this very input completes the second number, not whenever somebody types behind it.
  const known = text.length - (typed || composed).length;
  return countsOn(made.number, text) > known ? () => takeBackCounting(editor, made.number) : null;
}

/** Each leaf as one character, so that places in the text are places in the document. */
const textBetween = ({ doc }: ResolvedPos, from: number, to: number): string =>
  doc.textBetween(from, to, undefined, "\ufffc");

function makeHeading(editor: Editor, { level, number }: TypedNumber): void {
  const { tr, selection, doc } = editor.state;
  const line = lineAt(selection.$from);
  if (line === null) return;
  const words = doc.textBetween(line.start + number.length, line.end, undefined, leafPlaceOf);
  // What else is proposed for the line stays proposed for the heading.
  tr.delete(line.start, line.start + number.length);
  setLineKind(tr, line, { type: "heading", attrs: { level, runIn: hasBodyAfterLead(words) } });
  asOneUndoStep(editor, () => editor.view.dispatch(tr));
  const made = { pos: line.start - 1, number, step: lastUndoStep(editor) };
  editor.view.dispatch(rememberHeadings(editor.state.tr, { made }));
}

/** 一、二、 are no numbers of headings: a paragraph again, with all that was typed. */
function takeBackCounting(editor: Editor, number: string): void {
  const { tr, selection } = editor.state;
  const line = lineAt(selection.$from);
  if (line === null) return;
  setLineKind(tr, line, { type: "paragraph", attrs: {} });
  asOneUndoStep(editor, () => editor.view.dispatch(tr.insertText(number, line.start)));
  editor.view.dispatch(rememberHeadings(editor.state.tr, { made: null, refused: line.start - 1 }));
}

/** Right after a heading was made: nothing was done since, and the caret is where the number was. */
function takeBackWithKey(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection;
  const { made } = madeHeadings(editor.state);
  if (made === null || !empty || $from.depth !== 1 || made.pos !== (lineAt($from)?.start ?? 0) - 1)
    return false;
  return lastUndoStep(editor) === made.step && editor.commands.undo();
}
