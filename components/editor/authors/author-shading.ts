/** Shades the text by who wrote it, while switched on; costs nothing while off. */
import { Extension } from "@tiptap/core";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { AuthorName } from "@/core/authors/author";
import { type AuthorTexts, readAuthorTexts } from "@/core/authors/author-texts";
import type { CarriedRun } from "@/core/authors/carried-runs";
import type { IdRanges } from "@/core/authors/id-ranges";
import { FRAGMENT } from "@/core/document/fragment";
import { colorOf } from "@/core/presence";

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
  readonly set: DecorationSet;
}

const OFF: Shading = { known: null, set: DecorationSet.empty };
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

/** Switches the shading on or brings it up to date; null switches it off. */
export function setAuthorShading(view: EditorView, known: KnownAuthors | null): void {
  view.dispatch(view.state.tr.setMeta(key, { known }).setMeta("addToHistory", false));
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
        const told = tr.getMeta(key) as { known: KnownAuthors | null } | undefined;
        const known = told === undefined ? shading.known : told.known;
        if (known === null) return OFF;
        if (told === undefined && !tr.docChanged) return shading;
        // One's own edit reaches the shared document only after this: reading the old text would be in vain.
        const isOwn = told === undefined && tr.getMeta(ySyncPluginKey) === undefined;
        if (isOwn) return { known, set: shading.set.map(tr.mapping, tr.doc) };
        const texts = read(oldState, known.carried);
        // While somebody composes, page and shared text differ.
        if (texts.size !== tr.doc.content.size) return { known, set: shading.set.map(tr.mapping, tr.doc) };
        return { known, set: DecorationSet.create(tr.doc, shadesOf(texts, known.authors)) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

function shadesOf({ texts }: AuthorTexts, authors: Authors): Decoration[] {
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
      if (author !== undefined) shades.push(shade(start, end, author));
      start = end;
    }
  }
  return shades;
}

function shade(from: number, to: number, { id, name }: AuthorName): Decoration {
  const style = `--author: ${colorOf(id)}`;
  return Decoration.inline(from, to, { class: "speech-author", "data-author": id, title: name, style });
}
