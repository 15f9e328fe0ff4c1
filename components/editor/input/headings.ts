/** How headings are made and unmade at the keyboard: shortcuts, `# ` to `#### `, Backspace, run-in. */
import { type Editor, Extension, InputRule, textblockTypeInputRule } from "@tiptap/core";
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { HEADING_LEVELS, type HeadingLevel } from "@/core/document/heading";
import { hasBodyAfterLead } from "@/core/text/lead";
import { leafTextOf } from "@/core/text/placed-text";
import { blockKindAt, setBlockKind } from "../blocks/block-kind";

export const HeadingInput = Extension.create({
  name: "headingInput",
  // Before the paragraph's own key, which takes no proposal back.
  priority: 1100,
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      "Mod-Alt-0": () => setBlockKind(editor, "paragraph"),
      "Mod-Alt-1": () => setBlockKind(editor, "heading1"),
      "Mod-Alt-2": () => setBlockKind(editor, "heading2"),
      "Mod-Alt-3": () => setBlockKind(editor, "heading3"),
      "Mod-Alt-4": () => setBlockKind(editor, "heading4"),
      Backspace: () => unmakeAtStart(editor),
    };
  },
  addInputRules() {
    const { editor } = this;
    const { heading } = editor.schema.nodes;
    if (heading === undefined) return [];
    // What else is proposed for the line stays proposed for the heading.
    const attrsOf = (level: HeadingLevel) => {
      const { attrs } = editor.state.selection.$from.parent;
      return { ...attrs, level, runIn: false, retyped: null };
    };
    return [
      ...HEADING_LEVELS.map((level) =>
        textblockTypeInputRule({
          find: new RegExp(`^#{${level}} $`),
          type: heading,
          getAttributes: () => attrsOf(level),
        }),
      ),
      runInRule(editor),
    ];
  },
});

const BEHIND_A_STOP = /[。！？][^。！？”’」』》）\s]+$/u;

/** Going on after a full stop in a heading below level 1 makes it a run-in heading. */
const runInRule = (editor: Editor) =>
  new InputRule({
    // Nearly every key in a paragraph would match, and for each match Tiptap makes all its commands.
    find: (text) => {
      const match = canRunIn(editor.state.selection.$from.parent) ? BEHIND_A_STOP.exec(text) : null;
      return match && { index: match.index, text: match[0] };
    },
    handler: ({ state, range, match }) => {
      const $end = state.doc.resolve(range.to);
      const { parent } = $end;
      if (!state.selection.empty || !canRunIn(parent)) return null;
      // Composed text is in the document already; a typed character comes with the match alone.
      const typed = match[0].slice(range.to - range.from);
      const before = parent.textBetween(0, $end.parentOffset, undefined, leafTextOf);
      if (!hasBodyAfterLead(before + typed)) return null;
      if (typed !== "") state.tr.insertText(typed, range.to);
      state.tr.setNodeMarkup($end.before(), undefined, { ...parent.attrs, runIn: true });
    },
  });

const canRunIn = ({ type, attrs }: ProseMirrorNode): boolean =>
  type.name === "heading" && attrs.runIn !== true && Number(attrs.level) >= 2;

/** Backspace at the start of a heading, title or other line makes it a paragraph, keeping its text. */
function unmakeAtStart(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection;
  const isPlain = blockKindAt(editor.state) === "paragraph";
  if (!empty || $from.depth !== 1 || $from.parentOffset > 0 || isPlain) return false;
  return setBlockKind(editor, "paragraph");
}
