/**
 * Shows the derived number in front of each heading as a data attribute, which CSS prints. The
 * numbers are worked out again only when the sequence of titles and headings changes; typing inside
 * a block only carries the decorations along.
 */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { NumberingStyle } from "@/core/speech";
import { headingNumbers, type OutlineBlock, outlineBlock } from "@/core/text/numbering";
import { carryDecorations, changedBlocks } from "../changed-blocks";

interface Numbers {
  readonly style: NumberingStyle;
  /** The titles and headings, in document order. */
  readonly sequence: readonly OutlineBlock[];
  /** The number of each of them; null for titles. */
  readonly labels: readonly (string | null)[];
  readonly set: DecorationSet;
}

const key = new PluginKey<Numbers>("headingNumbers");
const NO_LABELS: Numbers["labels"] = [];

export const HeadingNumbers = Extension.create<{ style: NumberingStyle }>({
  name: "headingNumbers",
  addOptions: () => ({ style: "nested" }),
  addProseMirrorPlugins() {
    return [headingNumbersPlugin(this.options.style)];
  },
});

export function headingNumbersPlugin(initialStyle: NumberingStyle): Plugin<Numbers> {
  return new Plugin<Numbers>({
    key,
    state: {
      init: (_config, { doc }) => number(doc, initialStyle),
      apply(tr, before, oldState) {
        const style = (tr.getMeta(key) as NumberingStyle | undefined) ?? before.style;
        if (style !== before.style) return number(tr.doc, style);
        if (!tr.docChanged) return before;
        const change = changedBlocks(oldState.doc, tr.doc);
        if (change === null) return before;
        const sequence = sequenceOf(tr.doc, tr.doc.childCount);
        if (!sameSequence(sequence, before.sequence)) return number(tr.doc, style);
        let next = sequenceOf(tr.doc, change.first).length;
        const set = carryDecorations(before.set, tr.doc, change, (block, pos) => {
          if (outlineBlock(block.type.name, block.attrs).kind === "other") return [];
          next += 1;
          return decorationOf(block, pos, before.labels[next - 1]);
        });
        return { ...before, set };
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

/** The numbers now shown, one per title (null) and heading in document order. */
export function headingLabels(state: EditorState): readonly (string | null)[] {
  return key.getState(state)?.labels ?? NO_LABELS;
}

/** How headings are numbered at the moment. */
export function numberingStyleOf(state: EditorState): NumberingStyle {
  return key.getState(state)?.style ?? "nested";
}

/** Shows the speech's other numbering style. */
export function setNumberingStyle(view: EditorView, style: NumberingStyle): void {
  if (key.getState(view.state)?.style !== style) view.dispatch(view.state.tr.setMeta(key, style));
}

function number(doc: Node, style: NumberingStyle): Numbers {
  const sequence = sequenceOf(doc, doc.childCount);
  const labels = headingNumbers(sequence, style);
  const decorations: Decoration[] = [];
  let next = 0;
  doc.forEach((block, pos) => {
    if (outlineBlock(block.type.name, block.attrs).kind === "other") return;
    decorations.push(...decorationOf(block, pos, labels[next]));
    next += 1;
  });
  return { style, sequence, labels, set: DecorationSet.create(doc, decorations) };
}

/** Titles and headings among the first `end` blocks. */
function sequenceOf(doc: Node, end: number): OutlineBlock[] {
  const sequence: OutlineBlock[] = [];
  for (let index = 0; index < end; index += 1) {
    const { type, attrs } = doc.child(index);
    const block = outlineBlock(type.name, attrs);
    if (block.kind !== "other") sequence.push(block);
  }
  return sequence;
}

function sameSequence(one: readonly OutlineBlock[], other: readonly OutlineBlock[]): boolean {
  return one.length === other.length && one.every((block, index) => sameBlock(block, other[index]));
}

function sameBlock(one: OutlineBlock, other: OutlineBlock | undefined): boolean {
  if (one.kind === "heading") return other?.kind === "heading" && other.level === one.level;
  return one.kind === other?.kind;
}

function decorationOf(block: Node, pos: number, label: string | null | undefined): Decoration[] {
  return label == null ? [] : [Decoration.node(pos, pos + block.nodeSize, { "data-number": label })];
}
