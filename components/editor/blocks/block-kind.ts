/** The kinds of block a writer chooses from, and how the one at the caret is told and changed. */
import type { CommandProps, Editor } from "@tiptap/core";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { isInTable } from "@tiptap/pm/tables";
import { keepLineProposals } from "./line-proposals";
import { type LineKind, lineAt, linesIn, type ProposedLine, setLineKind } from "./proposed-line";

export const BLOCK_KINDS = [
  "paragraph",
  "title",
  "byline",
  "dateLine",
  "salutation",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
  "quotation",
  "bulletList",
  "orderedList",
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** What a table's cell can hold. */
export const CELL_KINDS: readonly BlockKind[] = ["paragraph", "bulletList", "orderedList"];

const WRAPPERS: readonly BlockKind[] = ["quotation", "bulletList", "orderedList"];

/** The kind of the block that holds the selection's start; of a line that is proposed to become another, that. */
export function blockKindAt(state: EditorState): BlockKind {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const name = $from.node(depth).type.name;
    const wrapper = WRAPPERS.find((kind) => kind === name);
    if (wrapper !== undefined) return wrapper;
  }
  const kind = lineAt($from)?.kind;
  const name = kind?.type === "heading" ? `heading${kind.attrs.level}` : kind?.type;
  return BLOCK_KINDS.find((kind) => kind === name) ?? "paragraph";
}

/** Turns the selected blocks into `kind`; false where the schema doesn't allow it (in a table). */
export function setBlockKind(editor: Editor, kind: BlockKind): boolean {
  // Asked before: what leads out of a list first would be done all the same.
  if (isInTable(editor.state) && !CELL_KINDS.includes(kind)) return false;
  const chain = editor.chain().focus();
  const keep = keepLineProposals(editor.state);
  const now = blockKindAt(editor.state);
  if (kind === "bulletList") return now === kind || chain.toggleBulletList().run();
  if (kind === "orderedList") return now === kind || chain.toggleOrderedList().run();
  if (kind === "quotation") return now === kind || chain.clearNodes().wrapIn(kind).command(keep).run();
  const level = /^heading([1-4])$/.exec(kind)?.[1];
  const type = level === undefined ? kind : "heading";
  const attrs = level === undefined ? {} : { level: Number(level), runIn: false };
  // Out of a list or quotation first: their content can't hold a heading or a title.
  if (WRAPPERS.includes(now)) chain.clearNodes();
  else {
    const lines = linesIn(editor.state.doc, editor.state.selection);
    if (lines.some(({ isParted }) => isParted)) {
      return chain.command(({ tr }) => makeLines(tr, lines, { type, attrs })).run();
    }
  }
  chain.setNode(type, attrs);
  return chain.command(withoutOtherKinds).command(keep).run();
}

/** What is chosen now takes the place of what was proposed before, also where the line is of that kind already. */
function withoutOtherKinds({ tr }: CommandProps): boolean {
  const { from, to } = tr.selection;
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock && node.attrs.retyped != null) tr.setNodeAttribute(pos, "retyped", null);
  });
  return true;
}

function makeLines(tr: Transaction, lines: readonly ProposedLine[], kind: LineKind): boolean {
  for (const line of lines) setLineKind(tr, line, kind);
  return true;
}

/** Whether the caret is in a heading that could carry its body in the same paragraph. */
export function headingAt(state: EditorState): { readonly level: number; readonly runIn: boolean } | null {
  const { type, attrs } = lineAt(state.selection.$from)?.kind ?? {};
  return type === "heading" ? { level: Number(attrs?.level), runIn: attrs?.runIn === true } : null;
}

/** Switches the headings that are selected between lines of their own and run-in headings, as the first isn't. */
export function toggleRunIn(editor: Editor): boolean {
  const heading = headingAt(editor.state);
  if (heading === null) return false;
  const { doc, selection } = editor.state;
  const headings = linesIn(doc, selection).filter(({ kind }) => kind.type === "heading");
  const toggle = ({ tr }: CommandProps) => {
    for (const line of headings) {
      setLineKind(tr, line, {
        type: "heading",
        attrs: { level: line.kind.attrs.level, runIn: !heading.runIn },
      });
    }
    return true;
  };
  return editor.chain().focus().command(toggle).run();
}
