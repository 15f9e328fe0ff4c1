/** How headings are made and unmade at the keyboard: shortcuts, `# ` to `#### `, Backspace, run-in. */
import { type Editor, Extension, InputRule } from "@tiptap/core";
import { hasBodyAfterLead } from "@/core/text/lead";
import { leafTextOf } from "@/core/text/placed-text";
import { blockKindAt, setBlockKind } from "../blocks/block-kind";
import { lineAt, type ProposedLine, setLineKind, setLineRunIn } from "../blocks/proposed-line";

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
    return [marksRule, runInRule(this.editor)];
  },
});

/** `# ` to `#### ` at the start of a line, also of one that a proposed break begins. */
const marksRule = new InputRule({
  find: /(?:^|\u2029)(#{1,4}) $/,
  handler: ({ state, range, match }) => {
    const [, marks = ""] = match;
    const line = lineAt(state.doc.resolve(range.to));
    if (line?.start !== range.from + match[0].indexOf("#")) return null;
    // What else is proposed for the line stays proposed for the heading.
    const kind = { type: "heading", attrs: { level: marks.length, runIn: false } };
    if (!setLineKind(state.tr, line, kind)) return null;
    state.tr.delete(line.start, range.to);
  },
});

const BEHIND_A_STOP = /[。！？][^。！？”’」』》）\s]+$/u;

/** Going on after a full stop in a heading below level 1 makes it a run-in heading. */
const runInRule = (editor: Editor) =>
  new InputRule({
    // Nearly every key in a paragraph would match, and for each match Tiptap makes all its commands.
    find: (text) => {
      const match = canRunIn(lineAt(editor.state.selection.$from)) ? BEHIND_A_STOP.exec(text) : null;
      return match && { index: match.index, text: match[0] };
    },
    handler: ({ state, range, match }) => {
      const $end = state.doc.resolve(range.to);
      const line = lineAt($end);
      if (!state.selection.empty || !canRunIn(line)) return null;
      // Composed text is in the document already; a typed character comes with the match alone.
      const typed = match[0].slice(range.to - range.from);
      const before = state.doc.textBetween(line.start, range.to, undefined, leafTextOf);
      if (!hasBodyAfterLead(before + typed)) return null;
      if (typed !== "") state.tr.insertText(typed, range.to);
      setLineRunIn(state.tr, line, true);
    },
  });

function canRunIn(line: ProposedLine | null): line is ProposedLine {
  const { type, attrs } = line?.kind ?? {};
  return type === "heading" && attrs?.runIn !== true && Number(attrs?.level) >= 2;
}

/** Backspace at the start of a heading, title or other line makes it a paragraph, keeping its text. */
function unmakeAtStart(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection;
  const isPlain = blockKindAt(editor.state) === "paragraph";
  if (!empty || $from.depth !== 1 || $from.pos !== lineAt($from)?.start || isPlain) return false;
  return setBlockKind(editor, "paragraph");
}
