/** Shades the text by who wrote it, while switched on; costs nothing while off. */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { type Mappable, StepMap } from "@tiptap/pm/transform";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { AuthorName } from "@/core/authors/author";
import { type AuthorTexts, readAuthorTexts } from "@/core/authors/author-texts";
import type { CarriedRun } from "@/core/authors/carried-runs";
import type { IdRanges } from "@/core/authors/id-ranges";
import { FRAGMENT } from "@/core/document/fragment";
import { colorOf } from "@/core/presence";
import { changedBlocks, mappingOf } from "../changed-blocks";
import { type Range, WHOLE_SPEECH } from "./author-range";

/** Who stands behind each client id. */
export type Authors = ReadonlyMap<number, AuthorName>;

/** What the server knows of who wrote what. */
export interface KnownAuthors {
  readonly authors: Authors;
  readonly carried: IdRanges<CarriedRun>;
}

interface Shading {
  /** Null while switched off. */
  readonly known: KnownAuthors | null;
  /** What of the text is shaded. */
  readonly range: Range;
  readonly set: DecorationSet;
}

const OFF: Shading = { known: null, range: WHOLE_SPEECH, set: DecorationSet.empty };
const key = new PluginKey<Shading>("authorShading");

export const AuthorShading = Extension.create<{ document: Y.Doc }>({
  name: "authorShading",
  addProseMirrorPlugins() {
    const { document } = this.options;
    return [authorShadingPlugin((state, carried) => authorTextsOf(document, state, carried))];
  },
});

export function authorTextsOf(
  doc: Y.Doc,
  { schema }: EditorState,
  carried: IdRanges<CarriedRun>,
): AuthorTexts {
  const isLeaf = (name: string) => schema.nodes[name]?.isLeaf === true;
  return readAuthorTexts(doc.getXmlFragment(FRAGMENT), isLeaf, carried);
}

/** Switches the shading on or brings it up to date; null switches it off. Only `range` is shaded. */
export function setAuthorShading(view: EditorView, known: KnownAuthors | null, range = WHOLE_SPEECH): void {
  view.dispatch(view.state.tr.setMeta(key, { known, range }).setMeta("addToHistory", false));
}

function authorShadingPlugin(
  read: (state: EditorState, carried: IdRanges<CarriedRun>) => AuthorTexts,
): Plugin<Shading> {
  return new Plugin<Shading>({
    key,
    state: {
      init: () => OFF,
      apply(tr: Transaction, shading, oldState) {
        // Only setAuthorShading writes this key.
        const told = tr.getMeta(key) as Pick<Shading, "known" | "range"> | undefined;
        const { known } = told ?? shading;
        if (known === null) return OFF;
        if (told === undefined && !tr.docChanged) return shading;
        // One's own edit reaches the shared document only after this: reading the old text would be in vain.
        const isOwn = told === undefined && tr.getMeta(ySyncPluginKey) === undefined;
        if (isOwn) {
          return {
            known,
            range: carried(shading.range, tr.mapping),
            set: shading.set.map(tr.mapping, tr.doc),
          };
        }
        const range = told?.range ?? carried(shading.range, mappingOfShared(oldState.doc, tr.doc));
        const texts = read(oldState, known.carried);
        // While somebody composes, page and shared text differ.
        if (texts.size !== tr.doc.content.size)
          return { known, range, set: shading.set.map(tr.mapping, tr.doc) };
        return { known, range, set: DecorationSet.create(tr.doc, shadesOf(texts, known.authors, range)) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

/** A part's borders after a change; what comes right before its heading belongs to the part before. */
function carried({ from, to }: Range, mapping: Mappable): Range {
  return { from: mapping.map(from), to: Number.isFinite(to) ? mapping.map(to) : to };
}

/** What comes from others replaces the whole text: its own mapping knows of no place in it. */
function mappingOfShared(before: Node, after: Node): Mappable {
  const change = changedBlocks(before, after);
  return change === null ? StepMap.empty : mappingOf(change);
}

function shadesOf({ texts }: AuthorTexts, authors: Authors, range: Range): Decoration[] {
  const shades: Decoration[] = [];
  for (const { from, runs } of texts) {
    let start = from;
    let end = from;
    for (const [index, { clientId, length }] of runs.entries()) {
      end += length;
      const author = authors.get(clientId);
      // A person who came back has another client id; the shade goes on.
      const next = runs[index + 1];
      if (next !== undefined && authors.get(next.clientId)?.id === author?.id) continue;
      const shaded = { from: Math.max(start, range.from), to: Math.min(end, range.to) };
      if (author !== undefined && shaded.from < shaded.to) shades.push(shade(shaded, author));
      start = end;
    }
  }
  return shades;
}

function shade({ from, to }: Range, { id, name }: AuthorName): Decoration {
  const style = `--author: ${colorOf(id)}`;
  return Decoration.inline(from, to, { class: "speech-author", "data-author": id, title: name, style });
}
