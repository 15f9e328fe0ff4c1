/**
 * Typing 一、 or （一） or （1） at the start of a paragraph makes it a heading; the typed number goes,
 * since the shown one is derived. "1." becomes a heading only once a word follows, so that "1. "
 * stays a list and 1.5亿元 a figure. Backspace right after gives the typed characters back for good.
 */
import { type Editor, Extension, InputRule } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { HeadingLevel } from "@/core/document/heading";
import type { NumberingStyle } from "@/core/speech";
import { changedBlocks, mappingOf } from "../changed-blocks";
import { numberingStyleOf } from "../decorations/heading-numbers";

const CHINESE = "[一二三四五六七八九十百]{1,4}";
const DIGITS = "[0-9０-９]{1,2}";

/** What is typed for each level, up to the character that completes it. */
const TYPED_NUMBERS: Readonly<Record<NumberingStyle, readonly (readonly [HeadingLevel, string])[]>> = {
  nested: [
    [1, `${CHINESE}、`],
    [2, `[（(]${CHINESE}[）)]`],
    [3, `${DIGITS}、`],
    [3, `${DIGITS}[.．](?=\\p{Script=Han}{1,8}$)`],
    [4, `[（(]${DIGITS}[）)]`],
  ],
  flat: [
    [1, `${CHINESE}、`],
    [2, `${DIGITS}、`],
    [2, `${DIGITS}[.．](?=\\p{Script=Han}{1,8}$)`],
    [3, `[（(]${DIGITS}[）)]`],
  ],
};

/** The heading level that a paragraph's typed beginning asks for, and how much of it is the number. */
export function readTypedNumber(
  text: string,
  style: NumberingStyle,
): { readonly level: HeadingLevel; readonly length: number } | null {
  for (const [level, pattern] of TYPED_NUMBERS[style]) {
    const number = new RegExp(`^${pattern}`, "u").exec(text)?.[0];
    const isComplete = pattern.includes("(?=") || number === text;
    if (number !== undefined && isComplete) return { level, length: number.length };
  }
  return null;
}

/** The position before the paragraph whose number the writer took back, or null. */
const refused = new PluginKey<number | null>("refusedTypedNumber");

export const TypedNumbers = Extension.create({
  name: "typedNumbers",
  // Before the keymap that would undo the conversion without remembering that it was refused.
  priority: 1100,
  addInputRules() {
    const style = () => numberingStyleOf(this.editor.state);
    return [
      new InputRule({
        find: (text) => (readTypedNumber(text, style()) === null ? null : { index: 0, text }),
        handler: ({ state, range, match }) => {
          const $start = state.doc.resolve(range.from);
          const typed = readTypedNumber(match[0], style());
          const block = $start.parent;
          const isConvertible = block.type.name === "paragraph" || block.type.name === "heading";
          if (typed === null || !isConvertible || $start.depth !== 1 || $start.parentOffset !== 0)
            return null;
          if (refused.getState(state) === $start.before()) return null;
          // The last typed characters aren't in the document yet when they complete the number.
          const rest = match[0].slice(typed.length);
          const { tr, schema } = state;
          const { heading } = schema.nodes;
          if (heading === undefined) return null;
          if (rest === "") tr.delete(range.from, range.to);
          else tr.insertText(rest, range.from, range.to);
          tr.setBlockType(range.from, range.from, heading, { level: typed.level });
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    return { Backspace: () => takeBack(this.editor) };
  },
  addProseMirrorPlugins: () => [refusedPlugin()],
});

function takeBack(editor: Editor): boolean {
  const block = editor.state.selection.$from;
  if (block.depth !== 1 || block.parent.type.name !== "heading") return false;
  if (!editor.commands.undoInputRule()) return false;
  const { tr, selection } = editor.state;
  editor.view.dispatch(tr.setMeta(refused, selection.$from.before()));
  return true;
}

function refusedPlugin(): Plugin<number | null> {
  return new Plugin<number | null>({
    key: refused,
    state: {
      init: () => null,
      apply(tr, pos, oldState) {
        const set: number | undefined = tr.getMeta(refused);
        if (set !== undefined) return set;
        if (pos === null || !tr.docChanged) return pos;
        const change = changedBlocks(oldState.doc, tr.doc);
        if (change === null || change.from >= pos) return pos;
        return pos < change.toBefore ? null : mappingOf(change).map(pos);
      },
    },
  });
}
