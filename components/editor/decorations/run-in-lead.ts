/** Sets off the lead sentence of a run-in heading from the body that follows it in the same block. */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { leadEnd } from "@/core/text/lead";
import { leafPlaceOf } from "@/core/text/placed-text";
import { carryDecorations, changedBlocks } from "../changed-blocks";

const key = new PluginKey<DecorationSet>("runInLead");

export const RunInLead = Extension.create({
  name: "runInLead",
  addProseMirrorPlugins: () => [runInLeadPlugin()],
});

export function runInLeadPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => {
        const all: Decoration[] = [];
        doc.forEach((block, pos) => {
          all.push(...leadOf(block, pos));
        });
        return DecorationSet.create(doc, all);
      },
      apply(tr, set, oldState) {
        const change = tr.docChanged ? changedBlocks(oldState.doc, tr.doc) : null;
        return change === null ? set : carryDecorations(set, tr.doc, change, leadOf);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function leadOf(block: Node, pos: number): Decoration[] {
  if (block.type.name !== "heading" || block.attrs.runIn !== true) return [];
  // A hard break and a cue count as one character, as they do in positions.
  const length = leadEnd(block.textBetween(0, block.content.size, undefined, leafPlaceOf));
  return length === 0 ? [] : [Decoration.inline(pos + 1, pos + 1 + length, { class: "speech-lead" })];
}
